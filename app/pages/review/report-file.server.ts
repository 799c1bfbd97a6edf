import { createHash } from "node:crypto";
import type { Params } from "@remix-run/react";
import { reportPdf, type ReportStandard } from "#app/outside/report-pdf.server.ts";
import { db } from "#db/connection.server.ts";
import { findReportFile, recordReportFile } from "#db/review/report-files.ts";
import type { ReviewRow } from "#db/review/reviews.ts";
import { reportOn, reviewOr404 } from "./review-page.server.ts";

const NAME: Record<ReportStandard, string> = { "a-2a": "relazione", "ua-1": "relazione-accessibile" };

/** The report of a review as a file: of a closed one, as it was made the first time; of an open one, made now and called a draft. */
export async function reportFile(params: Params, standard: ReportStandard): Promise<Response> {
  const review = await reviewOr404(params);
  const content =
    review.snapshot_id === null
      ? await made(review, standard)
      : await kept(review, review.snapshot_id, standard);
  const draft = review.snapshot_id === null ? "bozza-" : "";
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${draft}${NAME[standard]}-piano-${review.plan}-al-${review.shown_on}.pdf"`,
    },
  });
}

/** Made once and kept: a later template or a later Typst would not give the same bytes (docs/decisions/0023). */
async function kept(review: ReviewRow, snapshotId: number, standard: ReportStandard): Promise<Uint8Array> {
  const file = await findReportFile(db, snapshotId, standard);
  if (file) return file.content;
  const content = await made(review, standard);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return recordReportFile(db, { snapshotId, standard, content, sha256 });
}

async function made(review: ReviewRow, standard: ReportStandard): Promise<Uint8Array> {
  const report = await reportOn(review);
  return reportPdf(review.snapshot_id === null ? asDraft(report) : report, standard);
}

/** A draft says so wherever its plan is named: on the cover and at the head of every page. */
function asDraft(report: Awaited<ReturnType<typeof reportOn>>) {
  return { ...report, entity: `BOZZA – ${report.entity}` };
}
