import type { Day } from "../days.ts";
import { withoutOwner } from "../desk/desk.ts";
import { placedYears, type PlanOnDay } from "../desk/placed-years.ts";
import { groupBy } from "../grouping.ts";
import type { PlanActionOnDay, PlanActionYear } from "../plan/plan-at.ts";

/** A decision asked of the Giunta, as it is kept. `suggested_by`: the key of the suggestion that it was made from, null where the RTD wrote it. */
export type WrittenDecision = { text: string; suggested_by: string | null };

/**
 * What the data suggest to ask of the Giunta, as facts that a label turns into a sentence:
 *
 * - `late`: an action with annualità past their due day, the one longest late first;
 * - `without-owner`: an action with open annualità that no office answers for, and the RTD neither;
 * - `without-proof`: the annualità of an area that are completed and only declared so, together.
 */
export type SuggestedDecision =
  | { kind: "late"; code: string; title: string; years: number[]; dueOn: Day; progress: number }
  | { kind: "without-owner"; code: string; title: string; years: number[] }
  | { kind: "without-proof"; area: string; title: string; actions: string[]; years: number };

type Action = Pick<PlanActionOnDay, "code" | "title" | "areaCode" | "years">;
type Area = { code: string; title: string };

/** The suggestions of a plan on a day: late ones longest first, then those that nobody answers for, then those without proof, by area. */
export function suggestedDecisions(
  plan: PlanOnDay,
  { areas, ceased }: { areas: readonly Area[]; ceased: ReadonlySet<string> },
): SuggestedDecision[] {
  const { actions } = plan;
  return [...lateOnes(actions), ...notAnsweredFor(plan, ceased), ...withoutProof(actions, areas)];
}

/** What tells a suggestion from all others of its review: "ritardo:4.2.1". */
export function keyOf(suggested: SuggestedDecision): string {
  if (suggested.kind === "late") return `ritardo:${suggested.code}`;
  return suggested.kind === "without-owner" ? `responsabile:${suggested.code}` : `prova:${suggested.area}`;
}

function lateOnes(actions: readonly Action[]): SuggestedDecision[] {
  return actions
    .flatMap(({ code, title, years }) => {
      const late = years.filter(({ situation }) => situation === "late").sort(byDueDay);
      const first = late[0];
      if (!first) return [];
      return [
        {
          kind: "late" as const,
          code,
          title,
          years: yearsOf(late),
          dueOn: first.dueOn,
          progress: first.progress,
        },
      ];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function notAnsweredFor(plan: PlanOnDay, ceased: ReadonlySet<string>): SuggestedDecision[] {
  const byAction = groupBy(withoutOwner(placedYears([plan]), ceased), ({ code }) => code);
  return [...byAction].map(([code, placed]) => ({
    kind: "without-owner" as const,
    code,
    title: placed[0]!.title,
    years: yearsOf(placed.map(({ actionYear }) => actionYear)),
  }));
}

function withoutProof(actions: readonly Action[], areas: readonly Area[]): SuggestedDecision[] {
  const byArea = groupBy(actions, ({ areaCode }) => areaCode);
  return areas.flatMap(({ code, title }) => {
    const declared = (byArea.get(code) ?? []).map((action) => ({
      code: action.code,
      years: action.years.filter(({ situation }) => situation === "completed-declared").length,
    }));
    const some = declared.filter(({ years }) => years > 0);
    if (some.length === 0) return [];
    const years = some.reduce((sum, one) => sum + one.years, 0);
    return [
      { kind: "without-proof" as const, area: code, title, actions: some.map((one) => one.code), years },
    ];
  });
}

function byDueDay(a: PlanActionYear, b: PlanActionYear): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.year - b.year;
}

function yearsOf(years: readonly PlanActionYear[]): number[] {
  return years.map(({ year }) => year).sort((a, b) => a - b);
}
