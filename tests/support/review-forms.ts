import { ask, sqlite } from "./requests.ts";

/** Reviews, as the RTD opens and closes them on the demonstration of a test file. */

/** Opens the review of a plan on a day; its number. */
export async function openReview(plan: string, day: string): Promise<number> {
  const { status, headers } = await ask("/fotografie/nuova", { as: "rtd", form: { plan, day } });
  if (status !== 302) throw new Error(`the review of ${plan} on ${day} was not opened`);
  return Number(headers.get("Location")!.split("/").at(-1));
}

/** The version that a form of a review carries now. */
export function versionOf(review: number): string {
  return String(sqlite.prepare("select version from review where id = ?").pluck().get(review));
}

export function closeReview(review: number) {
  return ask(`/fotografie/${review}/chiusura`, { as: "rtd", form: { version: versionOf(review) } });
}

/** Opens and closes the review of a plan on a day; its number. */
export async function closedReview(plan: string, day: string): Promise<number> {
  const review = await openReview(plan, day);
  const { status } = await closeReview(review);
  if (status !== 302) throw new Error(`the review of ${plan} on ${day} was not closed`);
  return review;
}
