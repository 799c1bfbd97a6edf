import type { Params } from "@remix-run/react";
import { z } from "zod";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { decideFigure, type TypedFigure } from "#app/domain/objective/figure-decisions.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { type FigureKind, spanOf } from "#app/domain/objective/objectives.ts";
import { mayEditObjectives, mayKeepObjective } from "#app/domain/permissions.ts";
import { progressSentence } from "#app/objective-sentences.ts";
import { db } from "#db/connection.server.ts";
import { listLastFigures, recordFigure } from "#db/objective/objective-figures.ts";
import type { User } from "#db/users.ts";
import {
  day,
  type FormErrors,
  guard,
  maybeInteger,
  unreadable,
  type Values,
} from "../form/form-readers.server.ts";
import { GROUNDS } from "../form/grounds-form.server.ts";
import { keepingOf, type May, objectiveToKeepOr404 } from "./kept-objective.server.ts";
import { reportErrors } from "./report-refusals.server.ts";
import { CHANGED, type ReportOutcome, toldOutcome } from "./step-report-form.server.ts";

/** Who says which figure (R9, R11): the objective's offices declare, the RTD writes down what the Nucleo validated. */
const MAY: Record<FigureKind, { may: May; why: string }> = {
  declared: { may: mayKeepObjective, why: "L’avanzamento lo dichiarano gli uffici dell’obiettivo e il RTD." },
  validated: { may: mayEditObjectives, why: "La validazione del Nucleo la scrive il RTD." },
};

/** The objective that an address names, for who may say a figure of it. `sent`: what they typed. */
export function objectiveToFigureOr404(user: User, params: Params, kind: FigureKind, sent?: Values) {
  return objectiveToKeepOr404(user, params, sent, MAY[kind]);
}

const NOT_A_PERCENT = "Scrivi la percentuale con un numero intero da 0 a 100";
const FigureForm = z.object({
  percent: maybeInteger(NOT_A_PERCENT),
  effectiveOn: day,
  ...GROUNDS,
  seen: guard,
});

export type ReadFigure = { ok: true; typed: TypedFigure; seen: number } | { ok: false; errors: FormErrors };

export function readFigureForm(values: Values): ReadFigure {
  const form = FigureForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { seen, ...typed } = form.data;
  return { ok: true, typed, seen };
}

/** What the page of a figure is drawn from: what is computed, and what was said last. */
export async function figurePage(objective: ObjectiveOnDay, kind: FigureKind) {
  const [last] = await listLastFigures(db, objective.id, kind);
  return {
    kind,
    objective: { code: objective.code, title: objective.title },
    computed: progressSentence(objective.progress, asOfNow(today())),
    last: last ?? null,
    today: today(),
  };
}

/** Decides and records a figure. Where somebody said another one meanwhile, that is what the person is told first. */
export async function sayFigure(
  objective: ObjectiveOnDay,
  user: User,
  kind: FigureKind,
  { typed, seen, sent }: { typed: TypedFigure; seen: number; sent: Values },
): Promise<ReportOutcome> {
  const [last, before] = await listLastFigures(db, objective.id, kind);
  const seenFigure = last?.id === seen ? last : before?.id === seen ? before : undefined;
  const decision = decideFigure(typed, { kind, span: spanOf(objective), today: today(), last: seenFigure });
  if (!decision.ok)
    return (last?.id ?? 0) === seen
      ? { ok: false, isConflict: false, errors: reportErrors(decision.refusals) }
      : CHANGED;
  const guarded = { keeping: keepingOf(objective, user, MAY[kind].may), last: seen };
  return toldOutcome(await recordFigure(db, decision.figure, guarded), objective, sent);
}
