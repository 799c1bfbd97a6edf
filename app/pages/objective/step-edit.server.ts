import type { Params } from "@remix-run/react";
import {
  type AskedNewStep,
  type AskedStep,
  decideNewStep,
  decideStep,
  isSameStep,
} from "#app/domain/objective/step-edits.ts";
import { decideWeights, type Weighed } from "#app/domain/objective/weights.ts";
import { mayEditObjectives, mayKeepObjective } from "#app/domain/permissions.ts";
import { forbidden, goneMeanwhile, notFound } from "#app/http.server.ts";
import type { EditedObjective, StandingStep } from "#db/objective/edited-objective.ts";
import { writeNewStep, writeStep, writeStepRetirement, writeWeights } from "#db/objective/step-edits.ts";
import type { User } from "#db/users.ts";
import type { Values } from "../form/form-readers.server.ts";
import {
  editedObjectiveOr404,
  type ObjectiveOutcome,
  recordObjectiveChange,
} from "./objective-edit.server.ts";
import { notTheirs, officesOf } from "./kept-objective.server.ts";
import { keptWords } from "./kept-words.server.ts";
import type { ObjectiveForm } from "./objective-form.server.ts";
import { stepErrors, weightErrors } from "./objective-refusals.server.ts";

type Form<Asked> = { asked: Asked; form: ObjectiveForm };
export type FoundStep = { objective: EditedObjective; step: StandingStep };

/**
 * The objective that an address names, for who keeps its steps (R11): 404 where there is none, 403 for who only reads. `sent`: what they typed, told
 * back where it was theirs when they began.
 */
export async function editedObjectiveToKeepOr404(
  params: Params,
  user: User,
  sent?: Values,
): Promise<EditedObjective> {
  const objective = await editedObjectiveOr404(params);
  if (!mayKeepObjective(user, officesOf(objective)))
    throw await notTheirs(user, objective, sent, {
      why: "I punti di un obiettivo li tengono il RTD e gli uffici che ne rispondono.",
    });
  return objective;
}

/** The step that an address names, for who keeps it; undefined where it was retired, 404 where there never was one. */
export async function stepToKeepOr404(
  params: Params,
  user: User,
  sent?: Values,
): Promise<{ objective: EditedObjective; step: StandingStep | undefined }> {
  const objective = await editedObjectiveToKeepOr404(params, user, sent);
  const ordinal = /^[1-9]\d{0,3}$/.test(params.ordinal ?? "") ? Number(params.ordinal) : 0;
  const step = objective.steps.find((one) => one.ordinal === ordinal);
  if (!step && !objective.retiredOrdinals.includes(ordinal))
    throw notFound(`L’obiettivo ${objective.code} non ha un punto ${params.ordinal ?? ""}.`);
  return { objective, step };
}

/** The same, of a step that stands: of one retired there is nothing to edit, and what was typed of it is told back. */
export async function standingStepOr404(params: Params, user: User, sent?: Values): Promise<FoundStep> {
  const { objective, step } = await stepToKeepOr404(params, user, sent);
  if (step) return { objective, step };
  const what = `Il punto ${params.ordinal} dell’obiettivo ${objective.code} è stato ritirato: non si modifica più.`;
  throw sent ? goneMeanwhile(what, keptWords(sent)) : notFound(what);
}

/** Weights are the RTD's alone (docs/decisions/0019): a form of somebody else's that carries one was not drawn by the program. */
export function mustNotWeigh(user: User, values: Values): void {
  if (values.weight !== undefined && !mayEditObjectives(user))
    throw forbidden("I pesi li stabilisce il RTD.");
}

/** Decides and records a step that an objective did not have. */
export function addStep(
  objective: EditedObjective,
  user: User,
  { asked, form }: Form<AskedNewStep>,
): Promise<ObjectiveOutcome> {
  const decision = decideNewStep(asked, {
    steps: objective.steps,
    activities: objective.activities.map(({ ordinal }) => ordinal),
    otherWeights: otherWeights(objective),
  });
  return recordObjectiveChange(objective, user, form, {
    refused: decision.ok ? undefined : stepErrors(decision.refusals),
    isMade: ({ lastEdit, steps }) => lastEdit !== form.seen && isSameStep(steps.at(-1) ?? NO_STEP, asked),
    write: (writing) => writeNewStep(writing, objective, asked),
  });
}

/** Decides and records what a step says. What was reported of it stays on it. */
export function changeStep(
  { objective, step }: FoundStep,
  user: User,
  { asked, form }: Form<AskedStep>,
): Promise<ObjectiveOutcome> {
  const decision = decideStep(asked, { otherWeights: otherWeights(objective, step) });
  return recordObjectiveChange(objective, user, form, {
    refused: decision.ok ? undefined : stepErrors(decision.refusals),
    isMade: ({ steps }) => steps.some((one) => one.id === step.id && isSameStep(one, asked)),
    write: (writing) => writeStep(writing, step, asked),
  });
}

/** Records the retirement of a step: from today it counts nothing, and its reports stay written. */
export function retireStep(
  { objective, step }: FoundStep,
  user: User,
  form: ObjectiveForm,
): Promise<ObjectiveOutcome> {
  return recordObjectiveChange(objective, user, form, {
    refused: undefined,
    isMade: ({ steps }) => !steps.some(({ id }) => id === step.id),
    write: (writing) => writeStepRetirement(writing, step),
  });
}

/** What of an objective is weighed: its steps and its links. */
export function weighedOf({ steps, links }: Pick<EditedObjective, "steps" | "links">): Weighed[] {
  return [
    ...steps.map(({ ordinal, weight }) => ({ key: `step-${ordinal}`, weight })),
    ...links.map(({ id, weight }) => ({ key: `link-${id}`, weight })),
  ];
}

/** Decides and records the weights of an objective, all at once. */
export function weigh(
  objective: EditedObjective,
  user: User,
  { asked, form }: Form<Weighed[]>,
): Promise<ObjectiveOutcome> {
  const decision = decideWeights(asked, weighedOf(objective));
  return recordObjectiveChange(objective, user, form, {
    refused: decision.ok ? undefined : weightErrors(decision.refusals),
    isMade: (one) => isWeighedSo(one, asked),
    write: (writing) => writeWeights(writing, objective, decision.ok ? decision.changed : []),
  });
}

function isWeighedSo(objective: EditedObjective, asked: readonly Weighed[]): boolean {
  const decision = decideWeights(asked, weighedOf(objective));
  return decision.ok && decision.changed.length === 0;
}

const NO_STEP: AskedStep = { text: "", planned: null, weight: 1 };

function otherWeights({ steps, links }: EditedObjective, except?: StandingStep): number[] {
  return [...steps.filter(({ id }) => id !== except?.id), ...links].map(({ weight }) => weight);
}
