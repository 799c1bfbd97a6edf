import type { Day, Viewpoint } from "../days.ts";
import { type PlanOnDay, placedYears } from "../desk/placed-years.ts";
import type { ObjectiveOnDay } from "../objective/objectives-on-day.ts";
import type { ReportedPeriod } from "../objective/step-measures.ts";
import type { Answerable, Person } from "../permissions.ts";
import { isLate } from "../status/situations.ts";
import { isOpen } from "../status/status-steps.ts";
import { type Falling, isFallingLate } from "./falling.ts";
import { legalDaysOf, type LegalDay } from "./legal-deadlines.ts";
import { stepDeadlines } from "./step-deadlines.ts";

export const DEADLINE_KINDS = ["action-year", "step", "legal", "round"] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * A deadline. `id` is the same for as long as it is the same thing, whatever its day; `offices` answer for it, none where it is the
 * municipality's.
 */
export type Deadline = Falling & { id: string; isLate: boolean; offices: readonly string[] } & (
    | {
        kind: "action-year";
        plan: string;
        code: string;
        year: number;
        title: string;
        isOfRtd: boolean;
        actionYear: Answerable;
      }
    | {
        kind: "step";
        objective: string;
        ordinal: number;
        /** What the step is called: "22 (a)". */
        name: string;
        step: string;
        planned: string | null;
        title: string;
        period: ReportedPeriod | null;
      }
    | { kind: "round"; round: number; title: string }
    | { kind: "legal"; legal: LegalDay }
  );

/** A round in which offices are asked for news by a day; closed, it asks nothing any more. */
export type RoundFact = { id: number; title: string; due_on: Day; offices: string[] };

/** What deadlines follow from, all as it is on the day looked at. `rounds`: the open ones. */
export type DeadlineFacts = {
  plans: readonly PlanOnDay[];
  objectives: readonly ObjectiveOnDay[];
  rounds: readonly RoundFact[];
};

/** Every deadline but those of the law, in order of day. What is cancelled or rescheduled is due no more. */
export function deadlinesOf({ plans, objectives, rounds }: DeadlineFacts, at: Viewpoint): Deadline[] {
  return inOrder([
    ...yearDeadlines(plans, at),
    ...objectives.flatMap((objective) => stepDeadlines(objective, at)),
    ...rounds.map((round) => roundDeadline(round, at)),
  ]);
}

/** The deadlines of the law in a year: the municipality's, hence everyone's and nobody's. */
export function legalDeadlinesOf(year: number, at: Viewpoint): Deadline[] {
  return legalDaysOf(year, at).map((legal) => ({
    kind: "legal",
    id: `legge-${legal.name}-${year}`,
    day: legal.day,
    form: legal.form,
    standing: legal.isMet ? "done" : "unknown",
    isLate: false,
    offices: [],
    legal,
  }));
}

/** The earlier first; of one day, those of the law, then rounds, annualità and steps, as they were given. */
export function inOrder(deadlines: readonly Deadline[]): Deadline[] {
  const rank: Record<DeadlineKind, number> = { legal: 0, round: 1, "action-year": 2, step: 3 };
  return [...deadlines].sort((a, b) =>
    a.day === b.day ? rank[a.kind] - rank[b.kind] : a.day < b.day ? -1 : 1,
  );
}

/** Whether a deadline is of one of a person's offices (R11); those of the law are of none. */
export function isOfPerson({ offices }: Pick<Deadline, "offices">, person: Person): boolean {
  return offices.some((code) => person.offices.includes(code));
}

/** Open and completed annualità by their due day; those beyond their plan included. */
function yearDeadlines(plans: readonly PlanOnDay[], at: Viewpoint): Deadline[] {
  return placedYears(plans).flatMap(({ plan, code, title, isOfRtd, actionYear }) => {
    const { id, year, status, dueOn, offices, lead } = actionYear;
    const isDone = status === "completed";
    if (!isOpen(status) && !isDone) return [];
    return [
      {
        kind: "action-year" as const,
        id: `annualita-${id}`,
        day: dueOn,
        form: "by" as const,
        standing: isDone ? ("done" as const) : ("open" as const),
        isLate: isLate(actionYear, at),
        offices: lead === null || offices.includes(lead) ? offices : [...offices, lead],
        plan,
        code,
        year,
        title,
        isOfRtd,
        actionYear: { offices, lead },
      },
    ];
  });
}

function roundDeadline({ id, title, due_on, offices }: RoundFact, at: Viewpoint): Deadline {
  const falling = { day: due_on, form: "by", standing: "open" } as const;
  return {
    kind: "round",
    id: `giro-${id}`,
    ...falling,
    isLate: isFallingLate(falling, at),
    offices,
    round: id,
    title,
  };
}
