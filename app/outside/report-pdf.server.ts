import { resolve } from "node:path";
import type { ReportData } from "#app/domain/review/report-data.ts";
import { drawableData } from "./report-characters.server.ts";
import { createPress } from "./press.server.ts";

/** What a report is for: the archive (PDF/A-2a) or publication (PDF/UA-1). One file cannot claim both. */
export const REPORT_STANDARDS = ["a-2a", "ua-1"] as const;
export type ReportStandard = (typeof REPORT_STANDARDS)[number];

const TEMPLATE = resolve("app/report");

/** How long a report may take, in milliseconds: many times what a thousand actions take. */
const PATIENCE = 60_000;

const press = createPress({
  worker: resolve("app/outside/report-worker.mjs"),
  workerData: { template: TEMPLATE },
  patience: PATIENCE,
});

/**
 * The report as a PDF, A4, tagged, in Italian, from its data alone: the same data give the same bytes on every machine. It is made in a thread
 * of its own, so that pages are answered meanwhile. What someone typed never makes it fail: it throws only where the template or the machine is at
 * fault.
 */
export async function reportPdf(data: ReportData, standard: ReportStandard): Promise<Uint8Array> {
  const drawn = drawableData(data);
  return press.make({
    json: JSON.stringify({ ...drawn.data, undrawable: drawn.missing }),
    standard,
    madeAt: Math.floor(Date.parse(data.closedAt) / 1000),
  });
}
