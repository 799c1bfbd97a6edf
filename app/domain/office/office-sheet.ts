import { groupByEach } from "../grouping.ts";
import { nearestDueFirst, reasonToAsk } from "../desk/placed-years.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "../plan/plan-at.ts";
import { isCompleted } from "../status/situations.ts";
import { isOpen } from "../status/status-steps.ts";

/**
 * What an office has to say of its annualità (R6). `awaited`: those open, in a year that has begun: the late, the stale and
 * the never updated are among them, each in one figure only.
 */
export type OfficeFigures = {
  total: number;
  shared: number;
  completed: number;
  awaited: number;
  late: number;
  stale: number;
  neverUpdated: number;
};

export function officeFigures(years: readonly PlanActionYear[]): OfficeFigures {
  const asked = years.map(reasonToAsk);
  return {
    total: years.length,
    shared: years.filter(({ offices }) => offices.length > 1).length,
    completed: years.filter(({ situation }) => isCompleted(situation)).length,
    awaited: years.filter(({ silence }) => silence !== undefined).length,
    late: asked.filter((reason) => reason === "late").length,
    stale: asked.filter((reason) => reason === "stale").length,
    neverUpdated: asked.filter((reason) => reason === "never-updated").length,
  };
}

/** The figures of every office that answers for something; an annualità with several counts for each (R10). */
export function figuresByOffice(years: readonly PlanActionYear[]): Map<string, OfficeFigures> {
  const byOffice = groupByEach(years, ({ offices }) => offices);
  return new Map([...byOffice].map(([office, own]) => [office, officeFigures(own)]));
}

/** One annualità on the sheet of an office. `others`: who answers with it; `through`: the groups that name it, where the action does not. */
export type SheetRow = {
  plan: string;
  code: string;
  title: string;
  actionYear: PlanActionYear;
  isLead: boolean;
  others: string[];
  through: string[];
};

/** The annualità of a plan that an office answers for, open ones by nearest due day and then the closed, the last due first. */
export function sheetRows(
  actions: readonly PlanActionOnDay[],
  plan: { code: string },
  { office, groups }: { office: string; groups: readonly { code: string; offices: readonly string[] }[] },
): { open: SheetRow[]; closed: SheetRow[] } {
  const inGroups = groups.filter(({ offices }) => offices.includes(office)).map(({ code }) => code);
  const rows = actions.flatMap((action) => {
    const named = action.responsibles.map(({ code }) => code);
    const through = named.includes(office) ? [] : named.filter((code) => inGroups.includes(code));
    return action.years
      .filter(({ offices }) => offices.includes(office))
      .map((actionYear) => ({
        plan: plan.code,
        code: action.code,
        title: action.title,
        actionYear,
        isLead: actionYear.lead === office,
        others: actionYear.offices.filter((one) => one !== office),
        through,
      }));
  });
  return {
    open: nearestDueFirst(rows.filter(isOpenRow)),
    closed: nearestDueFirst(rows.filter((row) => !isOpenRow(row))).reverse(),
  };
}

/** The rows of years that the plan's figures do not count (R1: beyond the plan), and the others. */
export function splitByPlan(
  rows: readonly SheetRow[],
  plan: { first_year: number; last_year: number },
): { within: SheetRow[]; beyond: SheetRow[] } {
  const isWithin = ({ actionYear }: SheetRow) => withinPlan([actionYear], plan).length === 1;
  return { within: rows.filter(isWithin), beyond: rows.filter((row) => !isWithin(row)) };
}

function isOpenRow({ actionYear }: SheetRow): boolean {
  return isOpen(actionYear.status);
}
