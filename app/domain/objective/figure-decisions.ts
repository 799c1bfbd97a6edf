import type { Day } from "../days.ts";
import type { FigureKind, Span } from "./objectives.ts";
import { type DayRefusal, refusalOfDay } from "./reported-day.ts";

/** A figure said of an objective beside the computed one; a percent of null takes back what was said before. */
export type TypedFigure = {
  percent: number | null;
  effectiveOn: Day;
  reason: string;
  actOrgan: string;
  actNumber: string;
  actOn: Day | null;
};

export type FigureRefusal =
  | DayRefusal
  | "percent-out-of-range"
  | "nothing-to-take-back"
  | "before-the-last-figure"
  | "reason-required"
  | "act-required"
  | "act-in-the-future";
export type FigureRefusals = { field: keyof TypedFigure; reason: FigureRefusal }[];

/** A figure ready to be written down. */
export type DecidedFigure = Pick<TypedFigure, "percent" | "effectiveOn" | "reason"> & {
  kind: FigureKind;
  act: { organ: string; number: string; on: Day } | null;
};
export type FigureDecision = { ok: true; figure: DecidedFigure } | { ok: false; refusals: FigureRefusals };

export type FigureContext = {
  kind: FigureKind;
  span: Span;
  today: Day;
  /** The last figure of its kind that stands. */
  last: { percent: number | null; effective_on: Day } | undefined;
  /** It stands in the place of a figure that was wrong. */
  isCorrection?: boolean;
};

/**
 * Decides whether a figure may be said of an objective beside the computed one (R9). What its office declares has a reason; what the Nucleo validates
 * has an act, and a reason only where it takes back. Figures are told one after the other: none is of a day before the last. What puts a wrong one right
 * is a figure too, of whichever day, and always has a reason.
 *
 *     decideFigure({ percent: null, reason: "dato da verificare", … }, { kind: "declared", last: undefined, … })
 *     // { ok: false, refusals: [{ field: "percent", reason: "nothing-to-take-back" }] }
 */
export function decideFigure(typed: TypedFigure, context: FigureContext): FigureDecision {
  const { kind, last, isCorrection = false } = context;
  const refusals = [
    ...percentRefusals(typed.percent, isCorrection ? undefined : last),
    ...dayRefusals(typed.effectiveOn, { ...context, last: isCorrection ? undefined : last }),
    ...reasonRefusals(typed, kind === "declared" || isCorrection),
    ...(kind === "validated" ? actRefusals(typed, context.today) : []),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const { percent, effectiveOn, reason, actOrgan: organ, actNumber: number, actOn } = typed;
  const act = kind === "validated" ? { organ, number, on: actOn! } : null;
  return { ok: true, figure: { kind, percent, effectiveOn, reason, act } };
}

function percentRefusals(percent: number | null, last: FigureContext["last"]): FigureRefusals {
  if (percent === null)
    return (last?.percent ?? null) === null ? [{ field: "percent", reason: "nothing-to-take-back" }] : [];
  const isPercent = Number.isInteger(percent) && percent >= 0 && percent <= 100;
  return isPercent ? [] : [{ field: "percent", reason: "percent-out-of-range" }];
}

function dayRefusals(day: Day, { span, today, last }: FigureContext): FigureRefusals {
  const reason = refusalOfDay(day, span, today);
  if (reason) return [{ field: "effectiveOn", reason }];
  return last && day < last.effective_on ? [{ field: "effectiveOn", reason: "before-the-last-figure" }] : [];
}

function reasonRefusals({ percent, reason }: TypedFigure, isAlwaysAsked: boolean): FigureRefusals {
  return (isAlwaysAsked || percent === null) && reason === ""
    ? [{ field: "reason", reason: "reason-required" }]
    : [];
}

function actRefusals({ actOrgan, actNumber, actOn }: TypedFigure, today: Day): FigureRefusals {
  return [
    ...(actOrgan === "" ? [{ field: "actOrgan", reason: "act-required" } as const] : []),
    ...(actNumber === "" ? [{ field: "actNumber", reason: "act-required" } as const] : []),
    ...(actOn === null ? [{ field: "actOn", reason: "act-required" } as const] : []),
    ...(actOn !== null && actOn > today ? [{ field: "actOn", reason: "act-in-the-future" } as const] : []),
  ];
}
