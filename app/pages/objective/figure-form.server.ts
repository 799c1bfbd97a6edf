import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { z } from "zod";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { decideFigure, type TypedFigure } from "#app/domain/objective/figure-decisions.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { type FigureKind, spanOf } from "#app/domain/objective/objectives.ts";
import { inForce } from "#app/domain/objective/put-right.ts";
import { mayEditObjectives, mayKeepObjective } from "#app/domain/permissions.ts";
import { recordedAddress } from "#app/objective-addresses.ts";
import { progressSentence } from "#app/objective-sentences.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listFiguresOf, recordFigure, type WrittenFigure } from "#db/objective/objective-figures.ts";
import type { User } from "#db/users.ts";
import {
  day,
  type FormErrors,
  guard,
  maybeInteger,
  refuse,
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
function objectiveToFigureOr404(user: User, params: Params, kind: FigureKind, sent?: Values) {
  return objectiveToKeepOr404(user, params, sent, MAY[kind]);
}

const NOT_A_PERCENT = "Scrivi la percentuale con un numero intero da 0 a 100";
const FigureForm = z.object({
  percent: maybeInteger(NOT_A_PERCENT),
  effectiveOn: day,
  ...GROUNDS,
  seen: guard,
});

type ReadFigure = { ok: true; typed: TypedFigure; seen: number } | { ok: false; errors: FormErrors };

function readFigureForm(values: Values): ReadFigure {
  const form = FigureForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { seen, ...typed } = form.data;
  return { ok: true, typed, seen };
}

/** What the page of a figure is drawn from: what is computed, and what was said last; `wrong`: the figure to be put right. */
export async function figurePage(
  objective: ObjectiveOnDay,
  kind: FigureKind,
  wrong: WrittenFigure | null = null,
) {
  const [last] = await listFiguresOf(db, objective.id, kind);
  const { code, title, offices } = objective;
  return {
    kind,
    objective: { code, title, offices: offices.map(({ name }) => name) },
    computed: progressSentence(objective.progress, asOfNow(today())),
    last: last ?? null,
    wrong,
    today: today(),
  };
}

export async function figureLoader({ request, params }: LoaderFunctionArgs, kind: FigureKind) {
  return figurePage(await objectiveToFigureOr404(await requireUser(request), params, kind), kind);
}

export async function figureAction({ request, params }: ActionFunctionArgs, kind: FigureKind) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const objective = await objectiveToFigureOr404(user, params, kind, sent);
  return answerFigure(objective, user, { kind, sent, wrong: null });
}

/** Reads, decides and records a figure; `wrong`: the one that it stands in the place of. */
export async function answerFigure(objective: ObjectiveOnDay, user: User, figure: SentFigure) {
  const { sent } = figure;
  const form = readFigureForm(sent);
  if (!form.ok) return refuse(form.errors, sent);
  const outcome = await sayFigure(objective, user, figure, form);
  if (!outcome.ok) return refuse(outcome.errors, sent, outcome.isConflict);
  return redirect(recordedAddress(objective.code, "cifra", outcome.id));
}

type SentFigure = { kind: FigureKind; sent: Values; wrong: { id: number } | null };

/** Decides and records a figure. Where somebody said another one meanwhile, that is what the person is told first. */
async function sayFigure(
  objective: ObjectiveOnDay,
  user: User,
  { kind, sent, wrong }: SentFigure,
  { typed, seen }: Extract<ReadFigure, { ok: true }>,
): Promise<ReportOutcome> {
  const figures = await listFiguresOf(db, objective.id, kind);
  const decision = decideFigure(typed, {
    ...{ kind, span: spanOf(objective), today: today(), isCorrection: wrong !== null },
    last: inForce(
      figures.filter(({ id }) => id <= seen),
      today(),
    ).at(-1),
  });
  if (!decision.ok)
    return (figures[0]?.id ?? 0) === seen
      ? { ok: false, isConflict: false, errors: reportErrors(decision.refusals) }
      : CHANGED;
  const may = wrong ? mayEditObjectives : MAY[kind].may;
  const guarded = { keeping: keepingOf(objective, user, may), last: seen };
  const written = { ...decision.figure, replaces: wrong?.id ?? null };
  return toldOutcome(await recordFigure(db, written, guarded), objective, sent);
}
