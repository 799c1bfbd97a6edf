import { mayRunReviews } from "#app/domain/permissions.ts";
import type { ToldReview } from "#app/domain/review/told-review.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listReviews } from "#db/review/reviews.ts";
import type { User } from "#db/users.ts";
import { toldReview } from "./review-rows.server.ts";

/** What a desk says of reviews: to the RTD the open ones, to who reads the last one closed, that no closed correction has taken the place of. */
export async function deskReviews(user: User): Promise<ToldReview[]> {
  const reviews = await whileUnchanged(
    ["fotografie"],
    async () => (await listReviews(db)).map(toldReview),
    (all) => all.length,
  );
  if (mayRunReviews(user)) return reviews.filter(({ closedAt }) => closedAt === null);
  const standing = reviews.find(({ closedAt, correctedBy }) => closedAt !== null && !correctedBy?.isClosed);
  return standing ? [standing] : [];
}
