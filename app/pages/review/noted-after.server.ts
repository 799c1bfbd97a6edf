import { withQuery } from "#app/addresses.ts";
import type { AsOf } from "#app/as-of.server.ts";
import type { PastDayProps } from "#app/components/frame/past-day-banner.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { notedAfter } from "#app/domain/review/noted-after.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listClosedReviewsOn, listLinesAfter } from "#db/review/noted-lines.ts";
import type { ReviewRow } from "#db/review/reviews.ts";

/**
 * The closed reviews of the very day that a page is asked for, each with what was noted after it (R4); nothing for now, or for a
 * day without a review.
 */
export async function notedAfterOn(at: Viewpoint) {
  return at.isOver
    ? await whileUnchanged(["annotato dopo", at.day], () =>
        inReadTransaction(db, async (tx) => {
          const noted = [];
          for (const review of await listClosedReviewsOn(tx, at.day)) {
            const later = { planId: review.plan_id, sequence: review.head_sequence };
            noted.push({ ...review, lines: notedAfter(await listLinesAfter(tx, later), review) });
          }
          return noted;
        }),
      )
    : [];
}

/** The same of one plan, and of it the lines that a page is about. */
export async function notedOfPlan(
  at: Viewpoint,
  planId: number | undefined,
  isOwn: (line: { action_year_id: number; code: string }) => boolean = () => true,
) {
  return (await notedAfterOn(at))
    .filter((review) => review.plan_id === planId)
    .map((review) => ({ ...review, lines: review.lines.filter(isOwn) }));
}

/** What was noted after one review was closed, of days that it had seen; nothing of one that is open. */
export async function notedAfterReview(review: ReviewRow) {
  const { plan_id, shown_on, head_sequence } = review;
  if (head_sequence === null) return [];
  return whileUnchanged(["annotato dopo la fotografia", review.id], async () =>
    notedAfter(await listLinesAfter(db, { planId: plan_id, sequence: head_sequence }), {
      shown_on,
      head_sequence,
    }),
  );
}

/** What the frame says of a page that is asked for a past day; null for now. */
export async function pastDayOf(request: Request, { at, al }: AsOf): Promise<PastDayProps | null> {
  if (al === undefined) return null;
  const { pathname, searchParams } = new URL(request.url);
  const kept = [...new Set(searchParams.keys())].filter((name) => name !== "al");
  const noted = await notedAfterOn(at);
  return {
    day: al,
    today: withQuery(pathname, Object.fromEntries(kept.map((name) => [name, searchParams.getAll(name)]))),
    noted: noted
      .filter(({ lines }) => lines.length > 0)
      .map(({ id, plan, lines }) => ({ id, plan, lines: lines.length })),
  };
}
