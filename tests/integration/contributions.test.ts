import { beforeEach, describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { waitingContributions } from "#app/pages/contribution/contributions.server.ts";
import type { DecidedContribution } from "#app/domain/contribution/contribution-decisions.ts";
import { recordAgreement, recordContribution } from "#db/contribution/contribution-records.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import type { OpenDatabase } from "#db/open.ts";
import { insertEdit } from "#db/edits.ts";
import { writeActionYearOffices } from "#db/plan-action/plan-action-responsibles.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aNewLine, anEvidence, FROM_ADOPTION, insertPlan } from "#tests/support/examples.ts";

const TODAY = "2022-12-15";
const RTD = { id: "4f7c", role: "rtd", officeId: null, at: "2022-12-15T10:00:00.000Z" } as const;

let database: OpenDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
  await insertPlan(database.db);
  await database.db
    .insertInto("plan_action_version")
    .values({
      plan_action_id: 436,
      title: "Azione 4.3.6",
      area_id: 1,
      weight: 1,
      unknown_year_count: 0,
      ...FROM_ADOPTION,
    })
    .execute();
});

/** Office 3 or 4 reports on 4.3.6/2022, or another year of it. */
function report(
  office_id: number,
  varied: Partial<DecidedContribution> = {},
  { expected = 0, year = 2022, author = `dirigente-${office_id}` } = {},
) {
  const contribution: DecidedContribution = {
    status: "in-progress",
    progress: 40,
    effectiveOn: "2022-03-15",
    evidence: null,
    note: "",
    ...varied,
  };
  const by = {
    id: author,
    role: "dirigente",
    officeId: office_id,
    at: `${contribution.effectiveOn}T10:00:00.000Z`,
  } as const;
  return recordContribution(
    database.db,
    { action_year_id: year, office: `settore-${office_id}`, contribution, by },
    { last: expected },
  );
}

async function idOf(outcome: ReturnType<typeof report>): Promise<number> {
  const recorded = await outcome;
  if (!recorded.recorded) throw new Error("not recorded");
  return recorded.id;
}

function count(): unknown {
  return database.sqlite.prepare("select count(*) from contribution").pluck().get();
}

async function proposed(day = TODAY) {
  const { proposals } = await waitingContributions(database.db, asOfNow(day));
  return proposals.map(({ actionYear, proposal }) => [actionYear.year, proposal?.status, proposal?.progress]);
}

describe("a contribution", () => {
  test("is written once, though it is sent twice by the same hand", async () => {
    const first = await report(3);

    expect(first).toMatchObject({ recorded: true });
    expect(await report(3)).toEqual(first);
    expect(count()).toBe(1);
  });

  test("is not written where the office reported meanwhile: by another hand, or something else", async () => {
    await report(3);

    expect(await report(3, {}, { author: "referente-3" })).toEqual({
      recorded: false,
      moved: "contribution",
    });
    expect(await report(3, { progress: 41 })).toEqual({ recorded: false, moved: "contribution" });
    expect(count()).toBe(1);
  });

  test("waits for none of the other offices", async () => {
    await report(3);

    expect(await report(4)).toMatchObject({ recorded: true });
  });

  test("is told as it was reported, its proof read", async () => {
    await report(3, { status: "completed", progress: 100, evidence: anEvidence(), note: "fatto" });

    expect(await listContributions(database.db, { planActionId: 436 }, TODAY)).toMatchObject([
      {
        plan: "2021-2023",
        code: "4.3.6",
        year: 2022,
        office: "settore-3",
        office_name: "Settore 3",
        evidence: anEvidence(),
        has_evidence: 1,
        note: "fatto",
        author_role: "dirigente",
        agreed_at: null,
      },
    ]);
  });

  describe("asked by SQL", () => {
    const run = (statement: string) => () => database.sqlite.exec(statement);

    beforeEach(async () => {
      const claim = await idOf(
        report(3, {
          status: "not-pertinent",
          progress: 0,
          note: "Non ci riguarda.",
          evidence: anEvidence(),
        }),
      );
      await recordAgreement(database.db, claim, RTD);
    });

    test.each([
      "id = 9",
      "action_year_id = 2023",
      "office_id = 4",
      "status = 'completed'",
      "progress = 1",
      "effective_on = '2020-01-01'",
      "recorded_at = '2020-01-01T10:00:00.000Z'",
      "author_id = 'un altro'",
      "author_role = 'rtd'",
      "author_office_id = null",
      "after_sequence = 9",
    ])("is never rewritten: %s", (change) => {
      expect(run(`update contribution set ${change}`)).toThrow(/append-only/);
    });

    test.each([
      "contribution_id = 9",
      "recorded_at = '2020-01-01T10:00:00.000Z'",
      "author_id = 'un altro'",
      "author_role = 'dirigente'",
      "author_office_id = 3",
      "after_sequence = 9",
    ])("is agreed to for ever: %s", (change) => {
      expect(run(`update contribution_agreement set ${change}`)).toThrow(/append-only/);
    });

    test("is never deleted, nor the agreement to it", () => {
      expect(run("delete from contribution_agreement")).toThrow(/append-only/);
      expect(run("delete from contribution")).toThrow(/append-only/);
      expect(
        run("insert or replace into contribution_agreement select * from contribution_agreement"),
      ).toThrow(/append-only/);
    });

    test("can have its texts obscured, and not rewritten", () => {
      expect(run("update contribution set note = 'altro'")).toThrow(/only be obscured/);
      expect(run("update contribution set evidence = '{}'")).toThrow(/only be obscured/);
      run("update contribution set note = '', evidence = null")();
      expect(run("update contribution set note = 'Non ci riguarda.'")).toThrow(/only be obscured/);
    });

    test.each(["contribution", "contribution_agreement"])(
      "has, as %s, no column that none of its triggers looks at",
      (table) => {
        const columns = database.sqlite
          .prepare("select name from pragma_table_info(?)")
          .pluck()
          .all(table) as string[];
        const triggers = database.sqlite
          .prepare("select sql from sqlite_master where type = 'trigger' and tbl_name = ?")
          .pluck()
          .all(table) as string[];
        const looksAtAll = triggers.some((trigger) => trigger.includes(`before update on ${table}`));
        const isLookedAt = (name: string) =>
          looksAtAll || new RegExp(`\\b${name}\\b`).test(triggers.join("\n"));

        expect(columns.filter((name) => !isLookedAt(name))).toEqual([]);
      },
    );
  });
});

describe("contributions wait for the RTD", () => {
  test("where they propose something else than the status", async () => {
    await report(3, { progress: 60 });
    await report(4, { progress: 41 });

    expect(await proposed()).toEqual([[2022, "in-progress", 50]]);
  });

  test("not where they propose what the status already says", async () => {
    await recordLine(database.db, aNewLine(2022, { progress: 50 }), { sequence: 0, targetSequence: 0 });
    await report(3, { progress: 60 });
    await report(4, { progress: 40 });

    expect(await proposed()).toEqual([]);
  });

  test("until somebody writes on the annualità, and again once an office reports anew", async () => {
    const first = await idOf(report(3, { progress: 60 }));
    await recordLine(database.db, aNewLine(2022, { progress: 10 }), { sequence: 0, targetSequence: 0 });
    expect(await proposed()).toEqual([]);

    await report(3, { progress: 80 }, { expected: first });
    expect(await proposed()).toEqual([[2022, "in-progress", 40]]);
  });

  test("whatever is written on other annualità meanwhile", async () => {
    await report(3, { progress: 60 });
    await recordLine(database.db, aNewLine(2023, { progress: 10 }), { sequence: 0, targetSequence: 0 });

    expect(await proposed()).toEqual([[2022, "in-progress", 30]]);
  });

  describe("of three offices, once the RTD decided on what they say,", () => {
    const DONE = { status: "completed", progress: 100 } as const;
    beforeEach(async () => {
      database.sqlite.exec(
        `insert into office (id, code, name, kind, source) values (5, 'settore-5', 'Settore 5', 'settore', 'prova');
         insert into action_year_office (action_year_id, office_id, held_from_on, opened_by_edit_id) values (2022, 5, '2021-05-04', 1)`,
      );
      await report(3, DONE);
      await report(4, DONE);
      await report(5, { progress: 10 });
      await recordLine(database.db, aNewLine(2022, { progress: 50 }), { sequence: 0, targetSequence: 0 });
    });

    /** The RTD says from a day on which offices answer. */
    async function giveTo(offices: string[], year = 2022): Promise<void> {
      const edit = await insertEdit(database.db, { by: RTD, reason: "riorganizzazione", act: null });
      const writing = { tx: database.db, edit, inPlace: false, on: "2022-06-01" };
      await writeActionYearOffices(writing, year, offices);
    }

    test("wait no more", async () => {
      expect(await proposed()).toEqual([]);
    });

    test("wait again when one answers no longer, and the others propose something else", async () => {
      await giveTo(["settore-3", "settore-4"]);

      expect(await proposed()).toEqual([[2022, "completed", 100]]);
    });

    test("wait until somebody writes on the annualità since, as ever", async () => {
      await giveTo(["settore-3", "settore-4"]);
      const answered = aNewLine(2022, { progress: 50 }, { from: "in-progress" });
      await recordLine(database.db, answered, { sequence: 1, targetSequence: 0 });

      expect(await proposed()).toEqual([]);
    });

    test("do not wait because another annualità changed hands", async () => {
      await giveTo(["settore-3"], 2023);

      expect(await proposed()).toEqual([]);
    });
  });

  test("not on what was cancelled, nor on what a single office answers for", async () => {
    await report(3);
    await report(3, {}, { year: 2023 });
    const cancelled = aNewLine(2022, { to: "cancelled", reason: "Non si fa." });
    database.sqlite.exec(
      "update action_year_office set held_until_on = '2022-06-01' where office_id = 4 and action_year_id = 2023",
    );
    await recordLine(database.db, cancelled, { sequence: 0, targetSequence: 0 });
    await idOf(report(4, {}, { year: 2022 }));

    expect(await proposed()).toEqual([]);
  });

  test("not before their day", async () => {
    await report(3, { effectiveOn: "2022-03-15" });

    expect(await proposed("2022-03-14")).toEqual([]);
  });
});

describe("an office that says it has no part", () => {
  const NO_PART = { status: "not-pertinent", progress: 0, note: "Non ci riguarda." } as const;

  test("waits for the RTD, and meanwhile still answers", async () => {
    await report(3, { status: "completed", progress: 100 });
    const claim = await idOf(report(4, NO_PART));
    const waiting = await waitingContributions(database.db, asOfNow(TODAY));

    expect(waiting.claims.map(({ claim }) => claim.id)).toEqual([claim]);
    expect(await proposed()).toEqual([[2022, "in-progress", 50]]);
  });

  test("is left out once the RTD agrees, whatever was written since: that is news too", async () => {
    await report(3, { status: "completed", progress: 100 });
    const claim = await idOf(report(4, NO_PART));
    await recordLine(database.db, aNewLine(2022, { progress: 50 }), { sequence: 0, targetSequence: 0 });
    expect(await proposed()).toEqual([]);
    expect((await waitingContributions(database.db, asOfNow(TODAY))).claims).toHaveLength(1);

    await recordAgreement(database.db, claim, RTD);
    expect(await proposed()).toEqual([[2022, "completed", 100]]);
    expect((await waitingContributions(database.db, asOfNow(TODAY))).claims).toEqual([]);
  });

  test("is agreed with once, by who did it first", async () => {
    const claim = await idOf(report(4, NO_PART));
    await recordAgreement(database.db, claim, RTD);
    await recordAgreement(database.db, claim, { ...RTD, id: "another", at: "2022-12-16T10:00:00.000Z" });

    expect(
      database.sqlite.prepare("select author_id, recorded_at from contribution_agreement").all(),
    ).toEqual([{ author_id: RTD.id, recorded_at: RTD.at }]);
  });

  test("asks nothing any more once it reports something else", async () => {
    const claim = await idOf(report(4, NO_PART));
    await report(4, {}, { expected: claim });

    expect((await waitingContributions(database.db, asOfNow(TODAY))).claims).toEqual([]);
  });
});
