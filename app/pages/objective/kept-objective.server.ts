import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { mayKeepObjective, type Person } from "#app/domain/permissions.ts";
import { joinWords } from "#app/format.ts";
import { forbidden, goneMeanwhile, notFound } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import type { Keeping } from "#db/objective/keeping.ts";
import type { User } from "#db/users.ts";
import type { Values } from "../form/form-readers.server.ts";
import { keptWords } from "./kept-words.server.ts";
import { objectiveFacts, objectiveOr404 } from "./objectives-on-day.server.ts";

/** Who may write: asked where the page is opened, and again where it is written. */
export type May = (person: Person, objective: { offices: readonly string[] }) => boolean;

const NOT_YOURS = "Di questo obiettivo riferiscono i suoi uffici e il RTD.";

/**
 * The objective that an address names, today, for who may write on it: 404 where there is none, 403 for the others. `sent`: what they typed, which
 * is told back where the objective was theirs before (409).
 */
export async function objectiveToKeepOr404(
  user: User,
  params: Params,
  sent?: Values,
  { may = mayKeepObjective, why = NOT_YOURS }: { may?: May; why?: string } = {},
): Promise<ObjectiveOnDay> {
  const objective = await objectiveOr404(params.code, asOfNow(today()));
  if (may(user, officesOf(objective))) return objective;
  throw await notTheirs(user, objective, sent, { may, why });
}

/** What is answered to who may not write on an objective: 403; where it was theirs before, and they sent something, all that they typed (409). */
export async function notTheirs(
  user: User,
  objective: Written,
  sent: Values | undefined,
  { may = mayKeepObjective, why }: { may?: May; why: string },
): Promise<Response> {
  const isLost = sent !== undefined && (await wasTheirs(user, objective, may));
  return isLost ? changedHands(objective, sent) : forbidden(why);
}

type Written = { id: number; code: string; offices: readonly { code: string; name: string }[] };

/** The step of an objective that an address names, or the 404 page. `sent`: what was typed of one that was retired since, told back (409). */
export async function stepOr404(
  objective: ObjectiveOnDay,
  { ordinal }: Params,
  sent?: Values,
): Promise<StepOnDay> {
  const isAsked = (one: { ordinal: number }) => String(one.ordinal) === ordinal;
  const step = objective.steps.find(isAsked);
  if (step) return step;
  const known = (await objectiveFacts()).steps.filter(({ objective_id }) => objective_id === objective.id);
  if (sent && known.some(isAsked))
    throw goneMeanwhile(
      `Il punto ${ordinal} dell’obiettivo ${objective.code} è stato ritirato: non se ne riporta più nulla.`,
      keptWords(sent),
    );
  throw notFound(`L’obiettivo ${objective.code} non ha un punto ${ordinal}, o è stato ritirato.`);
}

/** The codes of the offices of an objective, as permissions ask for them. */
export function officesOf({ offices }: { offices: readonly { code: string }[] }) {
  return { offices: offices.map(({ code }) => code) };
}

/** Who writes, now, and what is asked of them again where it is written. */
export function keepingOf(objective: ObjectiveOnDay, user: User, may: May = mayKeepObjective): Keeping {
  return { objectiveId: objective.id, by: authorOf(user), today: today(), may };
}

/** Others were given the objective while a form was open: nothing is written, nothing typed is lost. */
export function changedHands({ code, offices }: Written, sent: Values): Response {
  const who = offices.length === 0 ? "nessun ufficio" : joinWords(offices.map(({ name }) => name));
  const verb = offices.length > 1 ? "rispondono" : "risponde";
  const what = `Adesso dell’obiettivo ${code} ${verb} ${who}.`;
  return goneMeanwhile(what, keptWords(sent), "Nel frattempo è passato ad altri");
}

/** Whether any office that the objective ever had makes it theirs: a form stays open for days, and an office can be taken off on the day on which it was given. */
async function wasTheirs(user: User, { id }: Written, may: May): Promise<boolean> {
  const { offices } = await objectiveFacts();
  return may(user, officesOf({ offices: offices.filter(({ objective_id }) => objective_id === id) }));
}
