import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { lateOnes } from "#app/domain/late-ones.ts";
import { planAt } from "#app/domain/plan-at.ts";
import { type Person, ROLES } from "#app/domain/permissions.ts";
import { aLine, anAction, anActionYear, anUnplannedYear, PLAN, planFacts } from "#tests/support/examples.ts";

/**
 * At the end of 2024: 4.3.6 of 2021 (Settori 3 and 4) late and silent since its year began, of 2022 said something about
 * in 2024, of 2023 rescheduled to 2024, beyond the plan and late as well; 4.13.2 of 2022 (Settore 3 alone) late.
 */
const actions = planAt(
  planFacts({
    actions: [anAction("4.3.6"), anAction("4.13.2")],
    actionYears: [
      ...planFacts().actionYears,
      anUnplannedYear(2024),
      anActionYear({ id: 41322, plan_action_id: 4132, year: 2022 }),
    ],
    lines: [
      aLine({ sequence: 1, action_year_id: 2022, effective_on: "2024-11-01" }),
      aLine({
        sequence: 2,
        action_year_id: 2023,
        to_status: "rescheduled",
        target_action_year_id: 2024,
        effective_on: "2023-11-01",
      }),
    ],
    offices: [
      ...planFacts().offices,
      { action_year_id: 2024, code: "settore-4", name: "Settore 4" },
      { action_year_id: 41322, code: "settore-3", name: "Settore 3" },
    ],
  }),
  PLAN,
  asOf("2024-12-31"),
);

function lateFor(person: Person) {
  return lateOnes(actions, PLAN, person).map(({ code, actionYear }) => `${code} ${actionYear.year}`);
}

const ALL = ["4.3.6 2021", "4.13.2 2022", "4.3.6 2022"];
const answersForOffices = (role: string) => role === "dirigente" || role === "referente";

describe.each(ROLES.filter((role) => !answersForOffices(role)))("the desk of %s", (role) => {
  test("shows all that is late in the plan, the most silent first", () => {
    expect(lateFor({ role, offices: [] })).toEqual(ALL);
  });

  test("never shows an annualità beyond the plan, late as it may be", () => {
    expect(actions[0]!.years.find(({ year }) => year === 2024)).toMatchObject({ situation: "late" });
    expect(lateFor({ role, offices: ["settore-4"] })).toEqual(ALL);
  });
});

describe.each(ROLES.filter(answersForOffices))("the desk of a %s", (role) => {
  test("shows what their office answers for, alone or with others", () => {
    expect(lateFor({ role, offices: ["settore-3"] })).toEqual(ALL);
    expect(lateFor({ role, offices: ["settore-4"] })).toEqual(["4.3.6 2021", "4.3.6 2022"]);
  });

  test("shows nothing where nothing is theirs", () => {
    expect(lateFor({ role, offices: ["settore-1"] })).toEqual([]);
    expect(lateFor({ role, offices: [] })).toEqual([]);
  });

  test("says what they may update: what they alone answer for", () => {
    const late = lateOnes(actions, PLAN, { role, offices: ["settore-3"] });

    expect(late.map(({ code, isOwn, mayUpdate }) => ({ code, isOwn, mayUpdate }))).toEqual([
      { code: "4.3.6", isOwn: true, mayUpdate: false },
      { code: "4.13.2", isOwn: true, mayUpdate: true },
      { code: "4.3.6", isOwn: true, mayUpdate: false },
    ]);
  });
});

test("the RTD may update all that is late, and nothing of it is an office's own", () => {
  expect(lateOnes(actions, PLAN, { role: "rtd", offices: [] })).toMatchObject(
    ALL.map(() => ({ isOwn: false, mayUpdate: true })),
  );
});

test.each(["giunta", "lettore", "amministratore"] as const)("%s may update nothing", (role) => {
  expect(lateOnes(actions, PLAN, { role, offices: [] })).toMatchObject(ALL.map(() => ({ mayUpdate: false })));
});
