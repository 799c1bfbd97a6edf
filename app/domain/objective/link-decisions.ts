import { refusalOfWeight } from "./objective-edits.ts";
import type { Status } from "../status/status-steps.ts";
import { spansYear } from "./objectives.ts";
import type { WeightRefusal } from "./weights.ts";

/** What a form asks for: `target`: the action or the objective that was chosen; `year`: the one annualità of the action that counts. */
export type AskedLink = { target: string; year: number | null; rationale: string; weight: number };

/** The two ends of a link as they stand: undefined where what was chosen is not there. */
export type LinkEnds =
  { objectiveId: number; planActionId: number; years: readonly { id: number; year: number }[] } | undefined;

export type LinkContext = {
  ends: LinkEnds;
  isLinked: boolean;
  /** The weights of whatever else the objective's progress is made of. */
  otherWeights: readonly number[];
};

export type NewLink = {
  objectiveId: number;
  planActionId: number;
  actionYearId: number | null;
  rationale: string;
  weight: number;
};

export type LinkRefusal =
  | { field: "target"; reason: "not-chosen" | "unknown" | "twice" }
  | { field: "year"; reason: "year-not-standing" }
  | { field: "rationale"; reason: "rationale-required" }
  | { field: "weight"; reason: WeightRefusal };

export type LinkDecision = { ok: true; link: NewLink } | { ok: false; refusals: LinkRefusal[] };

/**
 * Decides whether an objective may be linked to an action, or to one of its annualità (R9). The rationale is what whoever reads the
 * progress asks for; the same link stands once; something of an objective has to weigh, or there would be nothing to divide by. An
 * annualità out of the objective's years may be linked: it says where the work is, and counts in no figure.
 *
 *     decideLink({ target: "", year: null, rationale: "", weight: 1 }, context)
 *     // { ok: false, refusals: [{ field: "target", reason: "not-chosen" }, { field: "rationale", reason: "rationale-required" }] }
 */
export function decideLink(asked: AskedLink, context: LinkContext): LinkDecision {
  const { ends } = context;
  const { year, rationale, weight } = asked;
  const actionYearId = year === null ? null : ends?.years.find((one) => one.year === year)?.id;
  const refusals = [
    refusalOfTarget(asked, context),
    ends !== undefined && actionYearId === undefined
      ? ({ field: "year", reason: "year-not-standing" } as const)
      : undefined,
    rationale === "" ? ({ field: "rationale", reason: "rationale-required" } as const) : undefined,
    refusalOfLinkWeight(weight, context),
  ].filter((refusal) => refusal !== undefined);
  if (ends === undefined || actionYearId === undefined || refusals.length > 0) return { ok: false, refusals };
  const { objectiveId, planActionId } = ends;
  return { ok: true, link: { objectiveId, planActionId, actionYearId, rationale, weight } };
}

/**
 * The years of an action that its links to an objective count in its progress (R9): those of the annualità linked by themselves or, where
 * the whole action is linked, of all; of the objective's years, and not cancelled.
 */
export function yearsThatCount(
  { first_year: firstYear, last_year: lastYear }: { first_year: number; last_year: number },
  years: readonly { year: number; status: Status }[],
  links: readonly { year: number | null }[],
): number[] {
  const isLinked = (year: number) => links.some((link) => link.year === null || link.year === year);
  return years
    .filter(
      ({ year, status }) =>
        isLinked(year) && spansYear({ firstYear, lastYear }, year) && status !== "cancelled",
    )
    .map(({ year }) => year);
}

function refusalOfTarget({ target }: AskedLink, { ends, isLinked }: LinkContext): LinkRefusal | undefined {
  if (target === "") return { field: "target", reason: "not-chosen" };
  if (ends === undefined) return { field: "target", reason: "unknown" };
  return isLinked ? { field: "target", reason: "twice" } : undefined;
}

function refusalOfLinkWeight(weight: number, { ends, otherWeights }: LinkContext): LinkRefusal | undefined {
  const isNothing = weight === 0 && ends !== undefined && otherWeights.every((one) => one === 0);
  const reason = isNothing ? "nothing-weighs" : refusalOfWeight(weight);
  return reason && { field: "weight", reason };
}
