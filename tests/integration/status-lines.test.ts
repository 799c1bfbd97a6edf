import { beforeEach, describe, expect, test } from "vitest";
import { actionYearsAt } from "#app/domain/status/action-years.ts";
import { asOf } from "#app/domain/days.ts";
import { changesBy } from "#app/domain/edit/plan-action-changes.ts";
import { lastEditOf } from "#app/domain/edit/plan-action-history.ts";
import { canonicalJson, verifyChain } from "#app/domain/history-chain.ts";
import { listChain } from "#db/chain.ts";
import { type Db, inWriteTransaction, type OpenDatabase } from "#db/open.ts";
import { listEdits } from "#db/edits.ts";
import { listLifeRows } from "#db/plan-action/plan-action-life.ts";
import { writeActionYearOffices } from "#db/plan-action/plan-action-responsibles.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { findLastLine, listHistory, recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { AN_EDIT, aNewLine, anEvidence, insertPlan } from "#tests/support/examples.ts";

const FIRST = { sequence: 0, targetSequence: 0 };
const ANOTHER = { id: "9d21", role: "dirigente", officeId: 3, at: "2022-03-15T11:00:00.000Z" } as const;

let database: OpenDatabase;
let db: Db;
beforeEach(async () => {
  database = await emptyDatabase();
  db = database.db;
  await insertPlan(db);
});

function count(table: string): number {
  return database.sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number;
}

async function stateOf(year: number, day: string) {
  const facts = await listPlanFacts(db, { planId: 1 }, day);
  return actionYearsAt(facts.actionYears, facts.lines, asOf(day)).get(year);
}

describe("a line", () => {
  test("is appended, and the chain verifies with it", async () => {
    const line = aNewLine(2022, { reason: "avviato il bando", evidence: anEvidence(), progress: 10 });

    expect(await recordLine(db, line, FIRST)).toEqual({ recorded: true, sequence: 1 });
    expect(await findLastLine(db, 2022)).toMatchObject({
      to_status: "in-progress",
      progress: 10,
      reason: "avviato il bando",
      evidence: canonicalJson(anEvidence()),
    });
    expect(verifyChain(await listChain(db))).toMatchObject({ ok: true, lines: 1, obscured: 0 });
  });

  test("stands in one chain with those of other annualità, in order of recording", async () => {
    await recordLine(db, aNewLine(2023), FIRST);
    await recordLine(db, aNewLine(2021, { effectiveOn: "2021-09-01" }), FIRST);
    await recordLine(db, aNewLine(2022), FIRST);

    const chain = await listChain(db);
    expect(chain.map(({ content }) => `${content.sequenza} ${content.anno}`)).toEqual([
      "1 2023",
      "2 2021",
      "3 2022",
    ]);
    expect(verifyChain(chain)).toMatchObject({ ok: true, head: chain[2]!.hash });
  });

  test("carries the codes of its plan, action, year and office, never a name", async () => {
    await recordLine(db, aNewLine(2022, {}, { by: ANOTHER }), FIRST);

    expect((await listChain(db))[0]!.content).toMatchObject({
      piano: "2021-2023",
      azione: "4.3.6",
      anno: 2022,
      autore: "9d21",
      ruolo: "dirigente",
      ufficio: "settore-3",
    });
  });

  test("is never recorded before the one before it, whatever the clock of the machine says", async () => {
    const at = (moment: string) => ({ by: { ...ANOTHER, at: moment } });
    await recordLine(db, aNewLine(2021, {}, at("2022-03-15T10:00:00.000Z")), FIRST);
    await recordLine(db, aNewLine(2022, {}, at("2022-03-15T09:00:00.000Z")), FIRST);
    await recordLine(db, aNewLine(2023, {}, at("2022-03-15T10:00:00.001Z")), FIRST);

    expect((await listHistory(db, 436)).map(({ recorded_at }) => recorded_at)).toEqual([
      "2022-03-15T10:00:00.000Z",
      "2022-03-15T10:00:00.000Z",
      "2022-03-15T10:00:00.001Z",
    ]);
  });
});

describe("when another line came meanwhile", () => {
  test("nothing is written, and that line is returned", async () => {
    await recordLine(db, aNewLine(2022, { progress: 30, reason: "avviato" }, { by: ANOTHER }), FIRST);
    const second = await recordLine(db, aNewLine(2022, { to: "cancelled", reason: "non serve" }), FIRST);

    expect(second).toMatchObject({
      recorded: false,
      meanwhile: { sequence: 1, progress: 30, author_role: "dirigente", author_office: "Settore 3" },
    });
    expect(count("status_line")).toBe(1);
  });

  test("lines of other annualità do not count as such", async () => {
    await recordLine(db, aNewLine(2021), FIRST);

    expect(await recordLine(db, aNewLine(2022), FIRST)).toMatchObject({ recorded: true });
  });

  test("a sequence that is not there yet is no better", async () => {
    const outcome = await recordLine(db, aNewLine(2022), { sequence: 7, targetSequence: 0 });

    expect(outcome).toEqual({ recorded: false, meanwhile: undefined });
    expect(count("status_line")).toBe(0);
  });

  test("on the target of a rescheduling, its line is returned and nothing is written", async () => {
    await recordLine(db, aNewLine(2023, { to: "cancelled", reason: "non serve" }, { by: ANOTHER }), FIRST);
    const moved = aNewLine(2022, { to: "rescheduled", targetYear: 2023, reason: "slitta" });

    expect(await recordLine(db, moved, FIRST)).toMatchObject({
      recorded: false,
      meanwhile: { sequence: 1, to_status: "cancelled" },
    });
    expect(count("status_line")).toBe(1);
    expect(await recordLine(db, moved, { sequence: 0, targetSequence: 1 })).toMatchObject({ recorded: true });
  });
});

describe("the same line sent twice", () => {
  const line = aNewLine(2022, { progress: 40, reason: "avviato", evidence: anEvidence() });

  test("by the same hand is one, and the second time it is found recorded", async () => {
    await recordLine(db, line, FIRST);

    expect(await recordLine(db, line, FIRST)).toEqual({ recorded: true, sequence: 1 });
    expect(count("status_line")).toBe(1);
  });

  test("at the same time by the same hand is one", async () => {
    const outcomes = await Promise.all([recordLine(db, line, FIRST), recordLine(db, line, FIRST)]);

    expect(outcomes).toEqual([
      { recorded: true, sequence: 1 },
      { recorded: true, sequence: 1 },
    ]);
    expect(count("status_line")).toBe(1);
  });

  test("by another hand is not: the second person is told", async () => {
    await recordLine(db, line, FIRST);

    expect(await recordLine(db, { ...line, by: ANOTHER }, FIRST)).toMatchObject({ recorded: false });
  });

  test("after yet another line is not", async () => {
    await recordLine(db, line, FIRST);
    await recordLine(db, aNewLine(2022, { progress: 60 }), { sequence: 1, targetSequence: 0 });

    expect(await recordLine(db, line, FIRST)).toMatchObject({ recorded: false, meanwhile: { sequence: 2 } });
  });

  test.each([
    ["progress", { progress: 41 }],
    ["day", { effectiveOn: "2022-03-16" }],
    ["reason", { reason: "avviato davvero" }],
    ["proof", { evidence: anEvidence({ numero: "736" }) }],
    ["term", { dueOn: "2022-06-30" }],
  ])("with another %s is another line: it is not said to be recorded", async (_what, varied) => {
    await recordLine(db, line, FIRST);
    const varying = { ...line, change: { ...line.change, ...varied } };

    expect(await recordLine(db, varying, FIRST)).toMatchObject({
      recorded: false,
      meanwhile: { sequence: 1 },
    });
  });

  test("with another year to reschedule to is another line: it is not said to be recorded", async () => {
    const moved = (targetYear: number) =>
      aNewLine(2022, { to: "rescheduled", targetYear, reason: "slitta di un anno" });
    await recordLine(db, moved(2023), FIRST);

    expect(await recordLine(db, moved(2024), FIRST)).toMatchObject({ recorded: false });
  });
});

describe("a rescheduling to a year that has no annualità", () => {
  const moved = aNewLine(2022, { to: "rescheduled", targetYear: 2024, reason: "slitta" });

  async function officesOf(year: number) {
    const facts = await listPlanFacts(db, { planId: 1 }, "2022-12-31");
    const id = facts.actionYears.find((one) => one.year === year)?.id;
    return facts.offices.filter((office) => office.action_year_id === id).map(({ code }) => code);
  }

  test("makes it, held by the offices of the one it comes from", async () => {
    await recordLine(db, moved, FIRST);

    expect(await officesOf(2024)).toEqual(["settore-3", "settore-4"]);
    expect((await stateOf(2022, "2022-03-15"))?.status).toBe("rescheduled");
  });

  test("makes it once, also when another year is rescheduled to it", async () => {
    await recordLine(db, moved, FIRST);
    await recordLine(db, { ...moved, action_year_id: 2023 }, FIRST);

    expect(count("action_year")).toBe(4);
    expect(await officesOf(2024)).toEqual(["settore-3", "settore-4"]);
  });

  test("makes it once, also when it is withdrawn and chosen again", async () => {
    await recordLine(db, moved, FIRST);
    const reopened = aNewLine(2022, { reason: "si fa", effectiveOn: "2022-04-01" }, { from: "rescheduled" });
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    const again = aNewLine(2022, { ...moved.change, effectiveOn: "2022-05-01" }, { from: "in-progress" });

    expect(await recordLine(db, again, { sequence: 2, targetSequence: 0 })).toMatchObject({ recorded: true });
    expect(count("action_year")).toBe(4);
    expect(await officesOf(2024)).toEqual(["settore-3", "settore-4"]);
  });

  test("makes nothing when something is expected of it that is not there", async () => {
    expect(await recordLine(db, moved, { sequence: 0, targetSequence: 9 })).toMatchObject({
      recorded: false,
    });
    expect([count("action_year"), count("status_line")]).toEqual([3, 0]);
  });

  test("makes nothing when a planned year is chosen", async () => {
    await recordLine(db, { ...moved, change: { ...moved.change, targetYear: 2023 } }, FIRST);

    expect(count("action_year")).toBe(3);
    expect(await officesOf(2023)).toEqual(["settore-3", "settore-4"]);
  });
});

describe("a rescheduling to a year whose annualità stands no more", () => {
  const TARGET = "select id from action_year where year = 2024";
  const reopened = aNewLine(2022, { reason: "si fa", effectiveOn: "2022-04-01" }, { from: "rescheduled" });
  const again = aNewLine(
    2022,
    { to: "rescheduled", targetYear: 2024, reason: "slitta davvero", effectiveOn: "2022-06-15" },
    { from: "in-progress", by: { ...ANOTHER, role: "rtd", officeId: null, at: "2022-06-20T10:00:00.000Z" } },
  );

  const target = () => database.sqlite.prepare(TARGET).pluck().get() as number;

  /** Settore 4 alone answers for an annualità from a day on, as an edit of the plan writes it. */
  async function giveToSettore4(actionYearId: number, on: string, edit = 2): Promise<void> {
    await db
      .insertInto("edit")
      .values({ id: edit, ...AN_EDIT, recorded_at: `${on}T10:00:00.000Z`, reason: "riorganizzazione" })
      .execute();
    await writeActionYearOffices({ tx: db, edit, inPlace: false, on }, actionYearId, ["settore-4"]);
  }

  async function officesOn(day: string, year = 2024): Promise<string[]> {
    const facts = await listPlanFacts(db, { planId: 1 }, day);
    const id = facts.actionYears.find((one) => one.year === year)?.id;
    return facts.offices.filter((office) => office.action_year_id === id).map(({ code }) => code);
  }

  beforeEach(async () => {
    await recordLine(
      db,
      aNewLine(2022, { to: "rescheduled", targetYear: 2024, reason: "slitta", effectiveOn: "2022-03-15" }),
      FIRST,
    );
  });

  test("writes down anew who answers: the offices that the one it comes from has by now", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(2022, "2022-05-10");
    await recordLine(db, again, { sequence: 2, targetSequence: 0 });

    expect(await officesOn("2022-06-15")).toEqual(["settore-4"]);
    expect(await officesOn("2022-03-31")).toEqual(["settore-3", "settore-4"]);
  });

  test("does so by an edit, told with the reason of the rescheduling", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(2022, "2022-05-10");
    await recordLine(db, again, { sequence: 2, targetSequence: 0 });

    const rows = await listLifeRows(db, 436);
    const [edit] = await listEdits(db, [lastEditOf(rows)]);
    expect(edit).toMatchObject({ reason: "slitta davvero", author_id: "9d21" });
    expect(changesBy(rows, edit!.id)).toMatchObject([
      { kind: "offices", years: [2024], to: [{ code: "settore-4" }] },
    ]);
  });

  test("of a day before they changed, gives each day the offices that the one it comes from had", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(2022, "2022-06-10");
    const from1May = { ...again, change: { ...again.change, effectiveOn: "2022-05-01" } };
    await recordLine(db, from1May, { sequence: 2, targetSequence: 0 });

    for (const day of ["2022-05-01", "2022-05-15", "2022-06-09", "2022-06-10", "2022-06-20"])
      expect(await officesOn(day), day).toEqual(await officesOn(day, 2022));
    expect(await officesOn("2022-05-15")).toEqual(["settore-3", "settore-4"]);
    expect(await officesOn("2022-06-10")).toEqual(["settore-4"]);
  });

  test("of a day before they changed does so also where it already has those that answer by now", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(target(), "2022-04-10");
    await giveToSettore4(2022, "2022-06-10", 3);
    const from1May = { ...again, change: { ...again.change, effectiveOn: "2022-05-01" } };
    await recordLine(db, from1May, { sequence: 2, targetSequence: 0 });

    expect(await officesOn("2022-04-30")).toEqual(["settore-4"]);
    expect(await officesOn("2022-05-15")).toEqual(["settore-3", "settore-4"]);
    expect(await officesOn("2022-06-10")).toEqual(["settore-4"]);
  });

  test("does not write an office twice for the days before it had left", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(target(), "2022-06-18");
    await recordLine(db, again, { sequence: 2, targetSequence: 0 });

    expect(await officesOn("2022-06-17")).toEqual(["settore-3", "settore-4"]);
    expect(await officesOn("2022-06-18")).toEqual(["settore-3", "settore-4"]);
  });

  test("gives it offices where it was left with none", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    database.sqlite.exec(`delete from action_year_office where action_year_id = (${TARGET})`);
    await recordLine(db, again, { sequence: 2, targetSequence: 0 });

    expect(await officesOn("2022-06-20")).toEqual(["settore-3", "settore-4"]);
  });

  test("does so also where a rettifica had sent the work to another year", async () => {
    const elsewhere = { to: "rescheduled", targetYear: 2025, reason: "era il 2025" } as const;
    await recordLine(db, aNewLine(2022, elsewhere, { replaces: 1 }), { sequence: 1, targetSequence: 0 });
    await giveToSettore4(2023, "2022-05-10");
    await recordLine(db, { ...again, action_year_id: 2023, from: "to-start" }, FIRST);

    expect(await officesOn("2022-06-20")).toEqual(["settore-4"]);
    expect(await officesOn("2022-06-20", 2025)).toEqual(["settore-3", "settore-4"]);
  });

  test("leaves the offices of one that stands, because another is rescheduled to it", async () => {
    await giveToSettore4(2023, "2022-05-10");
    await recordLine(db, { ...again, action_year_id: 2023, from: "to-start" }, FIRST);

    expect(await officesOn("2022-06-20")).toEqual(["settore-3", "settore-4"]);
  });

  test("put right, of a day on which it was later withdrawn, leaves the offices as they were", async () => {
    await recordLine(db, reopened, { sequence: 1, targetSequence: 0 });
    await giveToSettore4(2022, "2022-05-10");
    const reworded = { to: "rescheduled", targetYear: 2024, reason: "slitta, con l’atto" } as const;
    await recordLine(db, aNewLine(2022, reworded, { replaces: 1 }), { sequence: 2, targetSequence: 0 });

    expect(await officesOn("2022-03-31")).toEqual(["settore-3", "settore-4"]);
    expect(count("edit")).toBe(2);
  });
});

describe("a rettifica", () => {
  const day = (effectiveOn: string, progress: number) => ({ effectiveOn, progress });
  const right = (sequence: number, replaces: number, change: { effectiveOn: string; progress: number }) =>
    recordLine(
      db,
      aNewLine(2022, { ...change, reason: "era un altro numero" }, { replaces, from: "in-progress" }),
      { sequence, targetSequence: 0 },
    );

  beforeEach(async () => {
    await recordLine(db, aNewLine(2022, day("2022-03-15", 10)), FIRST);
    const second = aNewLine(2022, day("2022-03-15", 20), { from: "in-progress" });
    await recordLine(db, second, { sequence: 1, targetSequence: 0 });
  });

  test("stands in the place of what it replaces: of one day, the line after it still holds", async () => {
    await right(2, 1, day("2022-03-15", 15));

    expect(await stateOf(2022, "2022-12-31")).toMatchObject({ progress: 20 });
    const facts = await listPlanFacts(db, { planId: 1 }, "2022-12-31");
    expect(facts.lines.map(({ sequence, place }) => [sequence, place]).sort()).toEqual([
      [2, 2],
      [3, 1],
    ]);
  });

  test("of a rettifica stands in the place of the first", async () => {
    await right(2, 1, day("2022-03-15", 15));
    await right(3, 3, day("2022-03-15", 18));

    expect(await stateOf(2022, "2022-12-31")).toMatchObject({ progress: 20 });
    const facts = await listPlanFacts(db, { planId: 1 }, "2022-12-31");
    expect(facts.lines.map(({ sequence, place }) => [sequence, place]).sort()).toEqual([
      [2, 2],
      [4, 1],
    ]);
  });

  test("of the last line holds in its stead, and what was wrong counts in no state", async () => {
    await right(2, 2, day("2022-04-01", 25));

    expect(await stateOf(2022, "2022-12-31")).toMatchObject({ progress: 25, effectiveOn: "2022-04-01" });
    expect(await stateOf(2022, "2022-03-31")).toMatchObject({ progress: 10 });
  });

  test("leaves what was wrong in the history, with the line that replaces it", async () => {
    await right(2, 1, day("2022-03-15", 15));

    expect((await listHistory(db, 436)).map(({ sequence, replaced_by }) => [sequence, replaced_by])).toEqual([
      [1, 3],
      [2, null],
      [3, null],
    ]);
    expect(verifyChain(await listChain(db))).toMatchObject({ ok: true, lines: 3 });
  });

  test("of a line that was already put right is refused by the database", async () => {
    await right(2, 1, day("2022-03-15", 15));

    await expect(right(3, 1, day("2022-03-15", 16))).rejects.toThrow(/UNIQUE/);
    expect(count("status_line")).toBe(3);
  });
});

describe("nothing is half-written", () => {
  const moved = aNewLine(2022, { to: "rescheduled", targetYear: 2024, reason: "slitta" });

  test("when the line of a rescheduling cannot be written: the year that it made is not there either", async () => {
    const byNobodysOffice = { ...moved, by: { ...ANOTHER, officeId: 99 } };

    await expect(recordLine(db, byNobodysOffice, FIRST)).rejects.toThrow();
    expect([count("status_line"), count("action_year"), count("action_year_office")]).toEqual([0, 3, 6]);
  });

  test("when something throws after the line, in the same transaction", async () => {
    const write = inWriteTransaction(db, async (tx) => {
      await recordLine(tx, moved, FIRST);
      throw new Error("il disco è pieno");
    });

    await expect(write).rejects.toThrow("il disco è pieno");
    expect([count("status_line"), count("action_year"), count("action_year_office")]).toEqual([0, 3, 6]);
    expect(await recordLine(db, moved, FIRST)).toEqual({ recorded: true, sequence: 1 });
  });
});

test("forty lines of four people at once, each going on from what came meanwhile, are all in the chain in order", async () => {
  const write = async (person: number) => {
    const officeId = person < 2 ? 3 : 4;
    for (let written = 0; written < 10; written += 1) {
      const by = { ...ANOTHER, id: `persona-${person}`, officeId };
      const line = aNewLine(person % 2 === 0 ? 2021 : 2022, { progress: written }, { by });
      let expected = 0;
      for (;;) {
        const outcome = await recordLine(db, line, { sequence: expected, targetSequence: 0 });
        if (outcome.recorded) break;
        expected = outcome.meanwhile!.sequence;
      }
    }
  };
  await Promise.all([0, 1, 2, 3].map(write));

  const chain = await listChain(db);
  expect(verifyChain(chain)).toMatchObject({ ok: true, lines: 40 });
  expect(chain.map(({ content }) => content.sequenza)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  for (const person of [0, 1, 2, 3]) {
    const own = chain.filter(({ content }) => content.autore === `persona-${person}`);
    expect(own.map(({ content }) => content.avanzamento)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
});
