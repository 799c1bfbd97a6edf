import { beforeAll, expect, test } from "vitest";
import { ask, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

/** The plan in force as if its last area were 4.14 and it had no 4.6, which 4.6.3 is then carried over with. */

const PLAN = "/piani/2024-2026";
const RIPORTO = "/piani/2021-2023/azioni/4.6.3/2022/riporto";

async function areasOn(day: string): Promise<string[]> {
  const { data } = await ask(`${PLAN}?al=${day}`, { as: "giunta" });
  return (data as { summary: { areas: { code: string }[] } }).summary.areas.map(({ code }) => code);
}

beforeAll(async () => {
  const renumbered = `update area set code = '4.14', ordinal = 14
    where code = '4.6' and plan_id = (select id from plan where code = '2024-2026')`;
  expect(sqlite.prepare(renumbered).run().changes).toBe(1);
  const sequence = String(lastSequenceOf("4.6.3", 2022));
  const form = { target: "2024-2026/2026", reason: "Si chiude entro l’anno.", sequence };
  expect((await ask(RIPORTO, { as: "rtd", form })).status).toBe(302);
});

test("an area copied into an adopted plan is there from today, in the place of its code", async () => {
  expect(await areasOn("2026-10-14")).not.toContain("4.6");
  const codes = await areasOn("2026-10-15");
  expect(codes.slice(4)).toEqual(["4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.14"]);
});

test("it is told among the variations, with the reason of the carrying over", async () => {
  const { variations } = (await ask(`${PLAN}/ambiti`, { as: "giunta" })).data as { variations: unknown[] };

  expect(variations).toMatchObject([
    {
      ...{ code: "4.6", from: null, to: "Titolazione e fascicolazione di protocollo" },
      ...{ on: "2026-10-15", reason: "Si chiude entro l’anno." },
    },
  ]);
});
