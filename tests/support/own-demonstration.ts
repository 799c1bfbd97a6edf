import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../scripts/bench/served.ts";
import { test as base } from "./browser.ts";

/** A story with a demonstration of its own, served for each of its tests: what it changes no other story looks at. */
export const test = base.extend({
  baseURL: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "rotta-"));
    const served = await serve(join(folder, "rotta.sqlite"), { env: { ROTTA_OGGI: "2026-10-15" } });
    await use(`http://127.0.0.1:${served.port}`);
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});
