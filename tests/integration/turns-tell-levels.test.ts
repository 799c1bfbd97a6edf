import { beforeEach, describe, expect, test } from "vitest";
import type { Day } from "#app/domain/days.ts";
import type { AskedBlocker } from "#app/domain/work-process/blocker-edits.ts";
import type { Level } from "#app/domain/level/levels.ts";
import type { Db } from "#db/open.ts";
import { writeBlocker, writeBlockerRetirement, writeNewBlocker } from "#db/work-process/blocker-edits.ts";
import { listTurns } from "#db/level/turns.ts";
import { listProcessesReachedBy } from "#db/level/work-facts.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { STRANGER } from "#tests/support/next-plan.ts";
import * as writes from "#tests/support/turning-writes.ts";

let db: Db;
/** The levels that the processes have before any turn. */
let first: Map<number, Level>;

beforeEach(async () => {
  ({ db } = await emptyDatabase());
  await writes.insertTurningBase(db);
  first = await writes.levelsOn(db, "2024-02-28");
  await told("2024-03-01", () => writes.completeAll(db));
});

/**
 * Makes a write and returns the turns of it, as `process from to`, once these are found to tell all that it altered and nothing else:
 * the last turn of each process is its level of today, and a process without turns has the level that it had at first.
 */
async function told(day: Day, write: () => Promise<void>): Promise<string[]> {
  const before = await writes.levelsOn(db, day);
  const known = (await listTurns(db))[0]?.id ?? 0;
  await write();
  const after = await writes.levelsOn(db, day);
  const turns = await listTurns(db);
  const last = new Map([...turns].reverse().map((turn) => [turn.work_process_id, turn.to_level]));
  for (const [id, level] of after) expect([id, last.get(id) ?? first.get(id)]).toEqual([id, level]);
  const fresh = turns.filter(({ id }) => id > known);
  const touched = [...after].flatMap(([id, level]) => (before.get(id) === level ? [] : [id]));
  expect([...new Set(fresh.map((turn) => turn.work_process_id))].sort()).toEqual(touched.sort());
  return fresh
    .map((turn) => `${turn.work_process_id} ${turn.from_level} ${turn.to_level} ${turn.effective_on}`)
    .sort();
}

const FALLS_OF_2022 = ["1 yes no", "3 yes no", "5 in-part no"];
const FALLS_OF_2023 = ["1 yes no", "5 in-part no"];
const NOTHING: string[] = [];

type Step = [what: string, day: Day, write: (day: Day) => Promise<void>, turns: string[]];

const A_BLOCKER: AskedBlocker = {
  kind: "incoming_paper_mail",
  subkind: null,
  extent: "part",
  basis: "stated",
  removability: "unknown",
  note: null,
};

function on(turns: readonly string[], day: Day): string[] {
  return turns.map((turn) => `${turn} ${day}`);
}

function rises(turns: readonly string[]): string[] {
  return turns.map((turn) => turn.split(" ")).map(([id, from, to]) => `${id} ${to} ${from}`);
}

const REOPENED_2022: Step = [
  "a line that reopens 2022",
  "2024-04-01",
  (day) => writes.writeLine(db, 2022, "in-progress", day),
  on(FALLS_OF_2022, "2024-04-01"),
];
const REOPENED_2023: Step = [
  "a line that reopens 2023",
  "2024-04-01",
  (day) => writes.writeLine(db, 2023, "in-progress", day),
  on(FALLS_OF_2023, "2024-04-01"),
];

const STORIES: Record<string, Step[]> = {
  "lines of history": [
    REOPENED_2022,
    [
      "one that completes it again",
      "2024-04-02",
      (day) => writes.writeLine(db, 2022, "completed", day),
      on(rises(FALLS_OF_2022), "2024-04-02"),
    ],
    [
      "one on an action that no claim of theirs names",
      "2024-04-03",
      (day) => writes.writeLine(db, STRANGER, "completed", day),
      ["4 no yes 2024-04-03"],
    ],
  ],
  "a rettifica": [
    [
      "that says it was never completed",
      "2024-04-01",
      (day) => writes.correct(db, 2022, "in-progress", day),
      on(FALLS_OF_2022, "2024-04-01"),
    ],
  ],
  contributions: [
    REOPENED_2022,
    ["of two offices, by themselves", "2024-04-02", (day) => writes.report(db, day), NOTHING],
    [
      "taken over",
      "2024-04-03",
      (day) => writes.takeOverAll(db, day),
      on(rises(FALLS_OF_2022), "2024-04-02"),
    ],
  ],
  "a rescheduling": [
    REOPENED_2022,
    [
      "to a year that it makes",
      "2024-04-02",
      (day) => writes.writeLine(db, 2022, "rescheduled", day, { targetYear: 2024 }),
      NOTHING,
    ],
    [
      "whose target is completed",
      "2024-04-03",
      async (day) => writes.writeLine(db, await writes.yearOfNewest(db, 2024), "completed", day),
      on(rises(FALLS_OF_2022), "2024-04-03"),
    ],
    [
      "and which is reopened",
      "2024-04-04",
      (day) => writes.writeLine(db, 2022, "in-progress", day),
      on(FALLS_OF_2022, "2024-04-04"),
    ],
  ],
  "a carrying over into an adopted plan": [
    REOPENED_2023,
    [
      "that gives it a year more",
      "2024-04-05",
      (today) => writes.carryOver(db, "2024-04-02", today),
      ["2 yes no 2024-04-05"],
    ],
    [
      "which is completed",
      "2024-04-06",
      async (day) => writes.writeLine(db, await writes.yearOfNewest(db, 2026), "completed", day),
      on(["1 no yes", "2 no yes", "5 no in-part"], "2024-04-06"),
    ],
    [
      "and is taken back",
      "2024-04-07",
      (day) => writes.writeLine(db, 2023, "in-progress", day),
      on(FALLS_OF_2023, "2024-04-07"),
    ],
  ],
  "an adoption": [
    REOPENED_2023,
    ["in preparation", "2024-04-02", (day) => writes.openDraft(db, day), NOTHING],
    ["that carries over", "2024-04-03", (day) => writes.adopt(db, day), NOTHING],
    [
      "whose annualità is completed",
      "2024-04-04",
      async (day) => writes.writeLine(db, await writes.yearOfNewest(db, 2027), "completed", day),
      on(rises(FALLS_OF_2023), "2024-04-04"),
    ],
  ],
  "the years form": [
    ["with a year more", "2024-04-01", (day) => writes.addYear(db, 2436, 2026, day), ["2 yes no 2024-04-01"]],
  ],
  "decisions and contests": [
    ["a contest", "2024-04-01", (day) => writes.contest(db, 1, day), ["1 yes no 2024-04-01"]],
    [
      "a confirmation of what is contested",
      "2024-04-02",
      (day) => writes.decide(db, 1, { state: "confirmed", effect: "full" }, day),
      ["1 no yes 2024-04-02"],
    ],
    [
      "a reduction",
      "2024-04-03",
      (day) => writes.decide(db, 1, { state: "confirmed", effect: "partial" }, day),
      ["1 yes in-part 2024-04-03"],
    ],
    [
      "a rejection",
      "2024-04-04",
      (day) => writes.decide(db, 1, { state: "rejected", effect: "partial" }, day),
      ["1 in-part no 2024-04-04"],
    ],
  ],
  blockers: [
    [
      "one that is added",
      "2024-04-01",
      (day) => writes.editBlockers(db, 1, day, (writing) => writeNewBlocker(writing, 1, A_BLOCKER)),
      ["1 yes in-part 2024-04-01"],
    ],
    [
      "one that is found to be structural",
      "2024-04-02",
      (day) =>
        writes.editBlockers(db, 1, day, (writing, blocker) =>
          writeBlocker(writing, blocker, { ...blocker, removability: "structural" }),
        ),
      ["1 in-part no 2024-04-02"],
    ],
    [
      "one that is retired",
      "2024-04-03",
      (day) => writes.editBlockers(db, 1, day, writeBlockerRetirement),
      ["1 no in-part 2024-04-03"],
    ],
  ],
};

describe("after any write the last turn of each process is its level, and nobody else's turned:", () => {
  test.each(Object.entries(STORIES))("%s", async (_, steps) => {
    for (const [what, day, write, turns] of steps)
      expect([what, await told(day, () => write(day))]).toEqual([what, turns]);
  });
});

describe("the processes that a change of an action reaches", () => {
  test.each([
    ["those whose claims name it", [436], [1, 3, 5]],
    ["also those whose claims name an action that it continues", [2436], [1, 2, 3, 5]],
    ["none of another action", [2499], [4]],
    ["each once, of several actions", [436, 2436, 2499], [1, 2, 3, 4, 5]],
    ["none of no action", [], []],
  ])("are %s", async (_, actions, reached) => {
    expect((await listProcessesReachedBy(db, actions)).sort()).toEqual(reached);
  });
});
