import { beforeAll, describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import type { NewLine } from "#db/chain.ts";
import type { OpenDatabase } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";

const ADOPTION = "2021-05-04";
const NONE = { dueOn: null, targetYear: null };

let database: OpenDatabase;
let before: ProcessOnDay[];
beforeAll(async () => {
  database = await demonstrationDatabase({ today: ADOPTION });
  before = await processesNow();
});

async function processesNow(): Promise<ProcessOnDay[]> {
  const facts = await listMapFacts(database.db);
  const actions = facts.claimActions.map(({ plan_action_id }) => plan_action_id);
  return smartabilityAt(facts, workAt(await listWorkFacts(database.db, actions), asOfNow(ADOPTION)));
}

/** Every claim that waits for a decision becomes a confirmed one, as on the day of adoption. */
function confirmEveryClaim(): number {
  return database.sqlite
    .prepare(
      "update unblock_claim_version set state = 'confirmed' where state = 'proposed' and held_until_on is null",
    )
    .run().changes;
}

async function completeEveryYear(): Promise<void> {
  const years = await database.db.selectFrom("action_year").select("id").orderBy("id").execute();
  for (const { id } of years) {
    const last = await database.db
      .selectFrom("status_line")
      .select(["sequence", "to_status"])
      .where("action_year_id", "=", id)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    const line: NewLine = {
      action_year_id: id,
      from: last?.to_status ?? "to-start",
      change: { to: "completed", progress: 100, effectiveOn: ADOPTION, reason: "", evidence: null, ...NONE },
      replaces: null,
      by: { id: "rtd", role: "rtd", officeId: null, at: `${ADOPTION}T12:00:00.000Z` },
    };
    const outcome = await recordLine(database.db, line, { sequence: last?.sequence ?? 0, targetSequence: 0 });
    expect(outcome.recorded).toBe(true);
  }
}

function rises(after: readonly ProcessOnDay[]): Record<string, number> {
  const levels = new Map(before.map(({ id, level }) => [id, level]));
  const counts: Record<string, number> = {};
  for (const { id, level } of after) {
    const was = levels.get(id)!;
    if (level !== was) counts[`${was} → ${level}`] = (counts[`${was} → ${level}`] ?? 0) + 1;
  }
  return counts;
}

describe("the plan as adopted, on the maps of the demonstration", () => {
  test("before anything is completed, 398 SI, 79 IN PARTE, 161 NO, 3 esterni; 58, 90, 40 and 52 of the 240 below SI", () => {
    const { levels, below, figures } = figuresOf(before);

    expect(levels).toEqual({ yes: 398, "in-part": 79, no: 161, outsourced: 3 });
    expect(below).toBe(240);
    expect(figures).toEqual({ unlockable: 58, never: 90, lightened: 40, "without-action": 52 });
  });

  test("promises 19 more SI and 39 from NO to IN PARTE, and with every claim confirmed and every annualità completed keeps it exactly", async () => {
    const promised = new Map(before.map(({ id, attainable }) => [id, attainable]));
    expect(confirmEveryClaim()).toBe(81);
    await completeEveryYear();
    const after = await processesNow();

    expect(rises(after)).toEqual({ "no → yes": 13, "in-part → yes": 6, "no → in-part": 39 });
    expect(after.filter(({ id, level }) => level !== promised.get(id))).toEqual([]);
  });

  test("told each rise as one turn, when its last action was completed", async () => {
    const turns = await listTurns(database.db);

    expect(turns.map(({ process }) => process).sort()).toEqual(
      before
        .filter(({ level, attainable }) => level !== attainable)
        .map(({ code }) => code)
        .sort(),
    );
    expect(new Set(turns.map(({ effective_on }) => effective_on))).toEqual(new Set([ADOPTION]));
  });
});
