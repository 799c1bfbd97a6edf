import { type Day, laterOf } from "../days.ts";
import { isNobodyLeft, type Organisation } from "../edit/plan-action-responsibles.ts";
import type { PlanActionOnDay } from "../plan/plan-at.ts";
import { type Current, isOpen, type Status } from "../status/status-steps.ts";

/** An annualità chosen for carrying over into a draft: where it stands now (null when it stands no longer), and where it is to go. */
export type Carried = {
  plan: string;
  code: string;
  year: number;
  current: Current | null;
  target: { code: string; year: number; stands: boolean };
};

export type Draft = {
  plan: { first_year: number; last_year: number };
  actions: readonly Pick<PlanActionOnDay, "code" | "responsibles" | "years">[];
  carried: readonly Carried[];
};

/** The offices and groups as they stand today, which the adoption would find. */
type Around = { organisation: Organisation; today: Day };

/** What keeps a draft from being adopted, each with where it is. */
export type AdoptionProblem =
  | { reason: "no-actions" }
  | { reason: "no-responsibles" | "nobody-answers" | "no-years"; code: string }
  | { reason: "year-outside-the-plan"; code: string; year: number }
  | { reason: "source-is-closed"; plan: string; code: string; year: number; status: Status }
  | { reason: "source-is-gone" | "target-is-gone"; plan: string; code: string; year: number };

/**
 * What must be put right before a draft can be adopted (R1, R12): every action has who answers for it, and has not ceased
 * since, and a year of the plan; what is carried over is still unfinished and still has where to go.
 */
export function problemsOf({ plan, actions, carried }: Draft, around: Around): AdoptionProblem[] {
  if (actions.length === 0) return [{ reason: "no-actions" }];
  return [
    ...actions.flatMap((action) => problemsOfAction(action, plan, around)),
    ...carried.flatMap(problemsOfCarried),
  ];
}

/** The act that adopts a plan, and the day from which it holds. */
export type AskedAdoption = { actOrgan: string; actNumber: string; actOn: Day; adoptedOn: Day };

export type AdoptionRefusal =
  | "organ-required"
  | "number-required"
  | "in-the-future"
  | "before-the-act"
  | "before-the-plan-before"
  | "before-a-carried-line";

export type AdoptionDecision =
  { ok: true } | { ok: false; field: keyof AskedAdoption; reason: AdoptionRefusal; carried?: Carried };

/**
 * Decides under which act and from which day a plan is adopted (R12). Never in the future, nor before the act, nor before the
 * plan before; nor before the last line of something that is carried over, which that day reschedules (R1, R3).
 */
export function decideAdoption(
  { actOrgan, actNumber, actOn, adoptedOn }: AskedAdoption,
  { carried }: Pick<Draft, "carried">,
  { today, planBefore }: { today: Day; planBefore: { adopted_on: Day | null } | undefined },
): AdoptionDecision {
  if (actOrgan === "") return { ok: false, field: "actOrgan", reason: "organ-required" };
  if (actNumber === "") return { ok: false, field: "actNumber", reason: "number-required" };
  if (actOn > today) return { ok: false, field: "actOn", reason: "in-the-future" };
  if (adoptedOn > today) return { ok: false, field: "adoptedOn", reason: "in-the-future" };
  if (adoptedOn < actOn) return { ok: false, field: "adoptedOn", reason: "before-the-act" };
  if (adoptedOn <= (planBefore?.adopted_on ?? ""))
    return { ok: false, field: "adoptedOn", reason: "before-the-plan-before" };
  const first = firstDayFor(carried);
  const late = carried.find(({ current }) => current?.since === first);
  if (late && adoptedOn < first)
    return { ok: false, field: "adoptedOn", reason: "before-a-carried-line", carried: late };
  return { ok: true };
}

/** The first day on which all that is carried over may be rescheduled: that of the latest of its last lines. */
export function firstDayFor(carried: readonly Carried[]): Day {
  return carried.map(({ current }) => current?.since ?? "").reduce(laterOf, "");
}

function problemsOfAction(
  { code, responsibles, years }: Draft["actions"][number],
  plan: Draft["plan"],
  { organisation, today }: Around,
): AdoptionProblem[] {
  const codes = responsibles.map((one) => one.code);
  const outside = years.filter(({ year }) => year < plan.first_year || year > plan.last_year);
  return [
    ...(codes.length === 0 ? [{ reason: "no-responsibles" as const, code }] : []),
    ...(isNobodyLeft(codes, organisation, today) ? [{ reason: "nobody-answers" as const, code }] : []),
    ...(years.length === 0 ? [{ reason: "no-years" as const, code }] : []),
    ...outside.map(({ year }) => ({ reason: "year-outside-the-plan" as const, code, year })),
  ];
}

function problemsOfCarried({ plan, code, year, current, target }: Carried): AdoptionProblem[] {
  if (!current) return [{ reason: "source-is-gone", plan, code, year }];
  if (!isOpen(current.status))
    return [{ reason: "source-is-closed", plan, code, year, status: current.status }];
  return target.stands ? [] : [{ reason: "target-is-gone", plan, code, year }];
}
