import { beforeEach, describe, expect, test } from "vitest";
import { recordAdoption } from "#db/plan/adoption.ts";
import { readDraft, recordDraft } from "#db/plan/plan-drafts.ts";
import type { OpenDatabase } from "#db/open.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";

const TODAY = "2026-10-15";
const BY = { id: "4f7c", role: "rtd", officeId: null, at: "2026-10-15T10:00:00.000Z" } as const;
const ACT = { organ: "Giunta comunale", number: "140", on: "2026-10-13" };
const PLAN = { code: "2027-2029", title: "Piano", first_year: 2027, last_year: 2029, source: "prova" };

let database: OpenDatabase;
beforeEach(async () => {
  database = await demonstrationDatabase();
});

function list(sql: string, ...parameters: unknown[]): unknown[] {
  return database.sqlite
    .prepare(sql)
    .pluck()
    .all(...parameters);
}

/** Settore 8 gave way to Settore 9, and that to Settore 1: an action that was over kept naming it, as its only responsible. */
function nameOneThatCeased(code: string): number {
  database.sqlite.exec(
    `insert into office (id, code, name, kind, source, ceased_on, successor_id) values
       (99, 'settore-9', 'Settore 9', 'settore', 'prova', '2026-06-01', (select id from office where code = 'settore-1')),
       (98, 'settore-8', 'Settore 8', 'settore', 'prova', '2025-06-01', 99)`,
  );
  const [id] = list(
    `select plan_action.id from plan_action join plan on plan.id = plan_id
     where plan.code = '2024-2026' and plan_action.code = ?`,
    code,
  ) as number[];
  database.sqlite.exec(
    `delete from plan_action_responsible where plan_action_id = ${id};
     insert into plan_action_responsible (plan_action_id, ordinal, office_id, held_from_on, opened_by_edit_id)
       values (${id}, 1, 98, '2024-02-29', 1);
     delete from plan_action_lead where plan_action_id = ${id};
     insert into plan_action_lead (plan_action_id, office_id, held_from_on, opened_by_edit_id)
       values (${id}, 98, '2024-02-29', 1);`,
  );
  return id!;
}

const IN_DRAFT = `plan_action_id in (select plan_action.id from plan_action join plan on plan.id = plan_id where plan.code = '2027-2029')`;

describe("a plan that goes on from an action whose office has ceased", () => {
  beforeEach(async () => {
    const continuesId = nameOneThatCeased("4.3.6");
    const continuations = [{ continuesId, code: "4.3.6", years: [{ year: 2027, sources: [] }] }];
    await recordDraft(
      database.db,
      { plan: PLAN, areasOf: null, continuations },
      { by: BY, reason: "", act: null, today: TODAY },
    );
  });

  test("is given to the successor, as responsible and as capofila", () => {
    for (const table of ["plan_action_responsible", "plan_action_lead"])
      expect(
        list(`select office.code from ${table} join office on office.id = office_id where ${IN_DRAFT}`),
      ).toEqual(["settore-1"]);
  });

  test("is answered for by the successor once it is adopted, also by a draft that still names the one that ceased", async () => {
    database.sqlite.exec(`update plan_action_responsible set office_id = 98 where ${IN_DRAFT}`);
    const planId = list("select id from plan where code = '2027-2029'")[0] as number;
    const { stamp } = await readDraft(database.db, planId, TODAY);
    const adoption = { planId, act: ACT, adoptedOn: "2025-05-01", stamp, today: TODAY, lines: [] };

    expect(await recordAdoption(database.db, adoption, { by: BY, act: ACT, reason: "adozione" })).toEqual({
      recorded: true,
    });
    expect(
      list(
        `select office.code from action_year_office join office on office.id = office_id
         join action_year on action_year.id = action_year_id where ${IN_DRAFT}`,
      ),
    ).toEqual(["settore-1"]);
  });
});
