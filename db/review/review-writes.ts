import type { Day } from "#app/domain/days.ts";
import type { WrittenDecision } from "#app/domain/review/decisions.ts";
import { authoredBy } from "../authored.ts";
import type { Author } from "../chain.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findReview, listComments, listDecisions, listReviewsOfDay, type ReviewRow } from "./reviews.ts";
import { insertSnapshot } from "./snapshots.ts";

export type Opening = {
  planId: number;
  day: Day;
  /** The closed review that this one puts right, and why. */
  corrects: { id: number; reason: string } | null;
};

/** Why nothing was written: it was closed, discarded or altered by another window meanwhile. */
export type Moved = { recorded: false; moved: "closed" | "gone" | "altered" };
type Written = { recorded: true } | Moved;

/**
 * Opens a review. A plan and a day have one, and each is corrected once at most (docs/decisions/0023): `standing` is the one that is in the way. A
 * correction begins from the comments and the decisions of the one that it puts right. The same form sent twice opens one.
 */
export function recordOpening(
  db: Db,
  { planId, day, corrects }: Opening,
  by: Author,
): Promise<{ opened: true; id: number } | { opened: false; standing: ReviewRow }> {
  return inWriteTransaction(db, async (tx) => {
    const ofDay = await listReviewsOfDay(tx, planId, day);
    const standing = ofDay.find(({ corrects_id }) => corrects_id === (corrects?.id ?? null));
    if (standing) {
      const isAgain =
        standing.author_id === by.id &&
        standing.snapshot_id === null &&
        standing.version === 1 &&
        standing.correction_reason === (corrects?.reason ?? null);
      return isAgain ? { opened: true, id: standing.id } : { opened: false, standing };
    }
    const { id } = await tx
      .insertInto("review")
      .values({
        plan_id: planId,
        shown_on: day,
        corrects_id: corrects?.id ?? null,
        correction_reason: corrects?.reason ?? null,
        snapshot_id: null,
        ...(await signedBy(tx, by)),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (corrects) await copyTexts(tx, corrects.id, id);
    return { opened: true, id };
  });
}

async function copyTexts(tx: Db, from: number, to: number): Promise<void> {
  for (const comment of await listComments(tx, from))
    await tx
      .insertInto("review_comment")
      .values({ ...comment, review_id: to })
      .execute();
  await insertDecisions(tx, to, await listDecisions(tx, from));
}

/** Writes what the RTD says of an area, or of the whole plan where `area` is empty; an empty text takes it away. */
export function recordComment(
  db: Db,
  id: number,
  { area, text, version }: { area: string; text: string; version: number },
): Promise<Written> {
  return inWriteTransaction(db, async (tx) => {
    const written = (await listComments(tx, id)).find(({ area_code }) => area_code === area)?.text ?? "";
    const moved = await moveOn(tx, id, { version, isAgain: written === text });
    if (moved !== "moved-on") return moved;
    await tx.deleteFrom("review_comment").where("review_id", "=", id).where("area_code", "=", area).execute();
    if (text !== "")
      await tx.insertInto("review_comment").values({ review_id: id, area_code: area, text }).execute();
    return { recorded: true };
  });
}

/** Writes all that is asked of the Giunta, in order. */
export function recordDecisions(
  db: Db,
  id: number,
  { decisions, version }: { decisions: readonly WrittenDecision[]; version: number },
): Promise<Written> {
  return inWriteTransaction(db, async (tx) => {
    const written = await listDecisions(tx, id);
    const isAgain =
      written.length === decisions.length &&
      written.every(({ text, suggested_by }, index) => {
        const decision = decisions[index]!;
        return text === decision.text && suggested_by === decision.suggested_by;
      });
    const moved = await moveOn(tx, id, { version, isAgain });
    if (moved !== "moved-on") return moved;
    await tx.deleteFrom("review_decision").where("review_id", "=", id).execute();
    await insertDecisions(tx, id, decisions);
    return { recorded: true };
  });
}

async function insertDecisions(tx: Db, id: number, decisions: readonly WrittenDecision[]): Promise<void> {
  for (const [index, { text, suggested_by }] of decisions.entries())
    await tx
      .insertInto("review_decision")
      .values({ review_id: id, ordinal: index + 1, text, suggested_by })
      .execute();
}

/** Throws an open review away, with what was written in it; what is closed stays. Discarding twice is discarding once. */
export function recordDiscard(db: Db, id: number, version: number): Promise<Written> {
  return inWriteTransaction(db, async (tx) => {
    const moved = await moveOn(tx, id, { version, isAgain: false });
    if (moved !== "moved-on")
      return moved.recorded === false && moved.moved === "gone" ? { recorded: true } : moved;
    await tx.deleteFrom("review_comment").where("review_id", "=", id).execute();
    await tx.deleteFrom("review_decision").where("review_id", "=", id).execute();
    await tx.deleteFrom("review").where("id", "=", id).execute();
    return { recorded: true };
  });
}

/**
 * Closes a review (R12), in one transaction: `contentOf` reads in it all that is frozen, so that data, texts, figures and the head of the chain are of
 * one moment. The same form sent twice closes once.
 */
export function recordClosing(
  db: Db,
  id: number,
  {
    version,
    contentOf,
    by,
  }: { version: number; contentOf: (tx: Db, review: ReviewRow) => Promise<unknown>; by: Author },
): Promise<Written> {
  return inWriteTransaction(db, async (tx) => {
    const review = await findReview(tx, id);
    if (review === undefined) return { recorded: false, moved: "gone" };
    if (review.snapshot_id !== null)
      return review.version === version ? { recorded: true } : { recorded: false, moved: "closed" };
    if (review.version !== version) return { recorded: false, moved: "altered" };
    const content = await contentOf(tx, review);
    const snapshot = await insertSnapshot(tx, {
      kind: "review",
      planId: review.plan_id,
      shownOn: review.shown_on,
      content,
      by,
    });
    await tx.updateTable("review").set({ snapshot_id: snapshot.id }).where("id", "=", id).execute();
    return { recorded: true };
  });
}

export type Noting = { organ: string; number: string; on: Day };

/** Writes by which act the Giunta took note of a closed review: once. `standing`: whether the same act is there already. */
export function recordNoting(
  db: Db,
  id: number,
  { organ, number, on }: Noting,
  by: Author,
): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const review = await findReview(tx, id);
    if (review === undefined || review.act_organ !== null)
      return {
        recorded: review?.act_organ === organ && review.act_number === number && review.act_on === on,
      };
    await tx
      .insertInto("review_noting")
      .values({
        review_id: id,
        act_organ: organ,
        act_number: number,
        act_on: on,
        ...(await signedBy(tx, by)),
      })
      .execute();
    return { recorded: true };
  });
}

/** Takes the next version of an open review, if it is still the one that the form was built from. `isAgain`: what is written is there already. */
async function moveOn(
  tx: Db,
  id: number,
  { version, isAgain }: { version: number; isAgain: boolean },
): Promise<Written | "moved-on"> {
  const review = await findReview(tx, id);
  if (review === undefined) return { recorded: false, moved: "gone" };
  if (review.snapshot_id !== null) return { recorded: false, moved: "closed" };
  if (isAgain) return { recorded: true };
  if (review.version !== version) return { recorded: false, moved: "altered" };
  await tx
    .updateTable("review")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  return "moved-on";
}

async function signedBy(tx: Db, by: Author) {
  const { recorded_at, author_id, author_role, author_office_id } = await authoredBy(tx, by);
  return { recorded_at, author_id, author_role, author_office_id };
}
