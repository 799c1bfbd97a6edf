import { mayUpdate, type Person } from "./permissions.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "./plan-at.ts";

export type LateOne = {
  code: string;
  title: string;
  actionYear: PlanActionYear;
  isOwn: boolean;
  mayUpdate: boolean;
};

/**
 * What is late in a plan, the most silent first, as a person's desk shows it (R6): `isOwn` where their office answers,
 * alone or with others; who answers for offices sees only own ones, the others all.
 */
export function lateOnes(
  actions: readonly PlanActionOnDay[],
  plan: { first_year: number; last_year: number },
  person: Person,
): LateOne[] {
  const all = actions.flatMap((action) =>
    withinPlan(action.years, plan)
      .filter((year) => year.situation === "late")
      .map((actionYear) => ({
        code: action.code,
        title: action.title,
        actionYear,
        isOwn: actionYear.offices.some((office) => person.offices.includes(office)),
        mayUpdate: mayUpdate(person, actionYear),
      })),
  );
  const answersForOffices = person.role === "dirigente" || person.role === "referente";
  return all
    .filter((one) => one.isOwn || !answersForOffices)
    .sort((a, b) => (b.actionYear.silence?.days ?? 0) - (a.actionYear.silence?.days ?? 0));
}
