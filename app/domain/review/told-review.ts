import type { Day } from "../days.ts";

/** A review as pages name it: what it is of, how it stands, and by which act it was taken note of. */
export type ToldReview = {
  id: number;
  plan: string;
  day: Day;
  version: number;
  openedOn: Day;
  closedAt: string | null;
  sha256: string | null;
  head: { sequence: number; hash: string } | null;
  corrects: { id: number; reason: string } | null;
  correctedBy: { id: number; isClosed: boolean } | null;
  noting: string | null;
};
