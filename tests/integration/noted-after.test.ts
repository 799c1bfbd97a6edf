import { expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { ask, db, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { insertClosedReview } from "#tests/support/reviews.ts";

const PLAN = "2024-2026";

/** 4.2.1 in 2025 is to start, and has no line before: the RTD may say of any day since when it is in progress. */
async function note(effectiveOn: string, progress: string) {
  const answer = await ask(`/piani/${PLAN}/azioni/4.2.1/2025/stato`, {
    as: "rtd",
    form: {
      to: "in-progress",
      progress,
      effectiveOn,
      reason: "",
      targetYear: "",
      dueOn: "",
      evidenceKind: "",
      evidenceNumber: "",
      evidenceOn: "",
      evidenceLink: "",
      evidenceNote: "",
      sequence: String(lastSequenceOf("4.2.1", 2025)),
    },
  });
  expect(answer.status).toBe(302);
}

async function notedOn(day: string) {
  const { notedAfterOn } = await import("#app/pages/review/noted-after.server.ts");
  const noted = await notedAfterOn(asOf(day));
  return noted.map(({ id, lines }) => ({ id, lines: lines.map(({ progress }) => progress) }));
}

test("what the RTD notes after a review of days that it saw is told of its day, and of no other", async () => {
  const day = "2026-03-31";
  const review = await insertClosedReview(db, { plan: PLAN, day });
  expect(await notedOn(day)).toEqual([{ id: review, lines: [] }]);

  await note(day, "10");
  await note("2026-04-01", "20");

  expect(await notedOn(day)).toEqual([{ id: review, lines: [10] }]);
  expect(await notedOn("2026-03-30")).toEqual([]);
  expect(await notedOn("2026-04-30")).toEqual([]);
});

test("of a review put right, the correction is the one that later lines are held against", async () => {
  const day = "2026-06-30";
  const review = await insertClosedReview(db, { plan: PLAN, day });
  await note("2026-06-01", "10");
  const correction = await insertClosedReview(db, { plan: PLAN, day, corrects: review });
  await note("2026-06-02", "20");

  expect(await notedOn(day)).toEqual([{ id: correction, lines: [20] }]);
});

test("an open review has not seen anything yet, and one of another plan is told with its own lines", async () => {
  const day = "2026-07-31";
  const open = `insert into review (plan_id, shown_on, recorded_at, author_id, author_role)
    select id, '${day}', '2026-10-15T09:00:00.000Z', 'rtd', 'rtd' from plan where code = '${PLAN}'`;
  sqlite.exec(open);
  const other = await insertClosedReview(db, { plan: "2021-2023", day });
  await note("2026-07-01", "10");

  expect(await notedOn(day)).toEqual([{ id: other, lines: [] }]);
});

test("now, nothing is noted after a review", async () => {
  const { notedAfterOn } = await import("#app/pages/review/noted-after.server.ts");
  await insertClosedReview(db, { plan: PLAN, day: "2026-10-15" });

  expect(await notedAfterOn(asOfNow("2026-10-15"))).toEqual([]);
});
