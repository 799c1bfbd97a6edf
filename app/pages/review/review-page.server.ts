import { redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { now, today } from "#app/clock.server.ts";
import { laterOf } from "#app/domain/days.ts";
import type { ReportData } from "#app/domain/review/report-data.ts";
import { type ReviewContent, reviewContentIn } from "#app/export/review-format.ts";
import { reportOf } from "#app/export/review-report.ts";
import { followsAForm, notFound } from "#app/http.server.ts";
import { reviewAddress } from "#app/review-addresses.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { findHead } from "#db/chain.ts";
import { db } from "#db/connection.server.ts";
import { type Db, inReadTransaction } from "#db/open.ts";
import { findPlan } from "#db/plan/plans.ts";
import { findReview, findSnapshotText, type ReviewRow } from "#db/review/reviews.ts";
import { readDraft, type ReviewDraft } from "./review-content.server.ts";

/** The review that an address names, or the 404 page. */
export async function reviewOr404({ review: id }: Params): Promise<ReviewRow> {
  const number = /^\d{1,9}$/.test(id ?? "") ? Number(id) : -1;
  const review = await whileUnchanged(["fotografia", number], () => findReview(db, number));
  if (!review) throw notFound("Non c’è una fotografia con questo numero.");
  return review;
}

/** The open review that an address writes into; one that is closed is read, not written: its own page. */
export async function openReviewOr404(request: Request, params: Params): Promise<ReviewRow> {
  const review = await reviewOr404(params);
  if (review.snapshot_id !== null && request.method === "GET" && !followsAForm(request))
    throw redirect(reviewAddress(review.id));
  return review;
}

/** The closed review that an address names; of one that is still open, the 404 page with `why`. */
export async function closedReviewOr404(params: Params, why: string): Promise<ReviewRow> {
  const review = await reviewOr404(params);
  if (review.snapshot_id === null) throw notFound(`La fotografia è ancora aperta: ${why}.`);
  return review;
}

/** What an open review says now; computed once while nothing changes. */
export function draftOf(review: ReviewRow): Promise<ReviewDraft> {
  return whileUnchanged(
    ["bozza di fotografia", review.id, today()],
    () => inReadTransaction(db, (tx) => draftIn(tx, review)),
    ({ content }) => content.ambiti.reduce((size, { azioni }) => size + azioni.length * 2, 0),
  );
}

async function draftIn(tx: Db, review: ReviewRow): Promise<ReviewDraft> {
  const plan = await findPlan(tx, review.plan);
  return readDraft(tx, plan!, review, today());
}

/** What a review freezes if it is closed in this transaction, at a moment. */
export async function contentToFreeze(tx: Db, review: ReviewRow, closedAt: string): Promise<ReviewContent> {
  const { content } = await draftIn(tx, review);
  const head = await findHead(tx);
  const chiusaIl = laterOf(closedAt, head.recorded_at);
  return { ...content, chiusaIl, catena: { sequenza: head.sequence, hash: head.hash } };
}

/** What a review says: what it froze or, while it is open, what it would freeze now. */
export async function reportOn(review: ReviewRow): Promise<ReportData> {
  if (review.snapshot_id === null) {
    const { content } = await draftOf(review);
    const draft = { ...content, chiusaIl: now(), catena: NOT_YET };
    return reportOf(draft, { sha256: "" });
  }
  const snapshotId = review.snapshot_id;
  return whileUnchanged(
    ["contenuto di fotografia", snapshotId],
    async () => {
      const { content, sha256 } = await findSnapshotText(db, snapshotId);
      return reportOf(reviewContentIn(content), { sha256 });
    },
    ({ areas }) => areas.reduce((size, { actions }) => size + actions.length * 2, 0),
  );
}

const NOT_YET = { sequenza: 0, hash: "" };
