import { today } from "#app/clock.server.ts";
import { yearOf } from "#app/domain/days.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { objectiveCode } from "#app/domain/objective/new-objective-code.ts";
import {
  type AskedNewObjective,
  decideNewObjective,
  isSameCode,
} from "#app/domain/objective/objective-edits.ts";
import { yearsWrittenIn } from "#app/domain/objective/step-edits.ts";
import { formatWeight } from "#app/format.ts";
import { notFound } from "#app/http.server.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import {
  type EditedObjective,
  findEditedObjective,
  listKnownObjectives,
} from "#db/objective/edited-objective.ts";
import { recordNewObjective } from "#db/objective/new-objective.ts";
import { listOffices } from "#db/office/offices.ts";
import type { User } from "#db/users.ts";
import { isEditOf } from "../edit/plan-action-edit.server.ts";
import { groundsErrors } from "../edit/plan-action-refusals.server.ts";
import type { FormErrors, Values } from "../form/form-readers.server.ts";
import { askedOf } from "./objective-edit.server.ts";
import { type ObjectiveForm, objectiveValues, readRestOfNewObjective } from "./objective-form.server.ts";
import { OBJECTIVE_CHANGED_MEANWHILE, objectiveErrors } from "./objective-refusals.server.ts";

const BY_HAND = "scritto dal RTD in Rotta";

/** The documents that every ente may have, beside those that are known: of each the next objective is of this year. */
const DOCUMENTS = ["PEG", "PdO", "PIAO", "DUP"];

type Asked = AskedNewObjective & { copied: string | null };
type Sent = { asked: Asked; form: ObjectiveForm };
type Known = Awaited<ReturnType<typeof listKnownObjectives>>;
type NewOutcome =
  { ok: true; code: string; edit: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** What the form suggests as the document of an objective: those of this year, and those that others have. */
export async function knownDocuments(): Promise<string[]> {
  const known = (await listKnownObjectives(db)).map(({ document }) => document);
  const ofThisYear = DOCUMENTS.map((document) => `${document} ${yearOf(today())}`);
  return [...new Set([...ofThisYear, ...known])];
}

/** The objective that a new one is made from (`?da=PEG-2025-1`); undefined where none is asked for, 404 where it is not there. */
export async function copiedOr404(code: string | null): Promise<EditedObjective | undefined> {
  if (code === null) return undefined;
  const objective = await findEditedObjective(db, code);
  if (!objective) throw notFound("L’obiettivo da cui partire non c’è.");
  return objective;
}

/** What the page tells of the steps that would be copied: as they are, each with the years that are written in it, to be looked at. */
export function copiedSteps({ steps }: EditedObjective) {
  return steps.map(({ ordinal, code_as_written, text, planned }) => ({
    ...{ ordinal, name: stepName({ ordinal, code_as_written }), text, planned },
    years: yearsWrittenIn(`${text}\n${planned ?? ""}`),
  }));
}

/** The fields of a new objective before anyone types: those of the one that it is made from, for the year after, or of this year. */
export function newObjectiveValues(
  from: EditedObjective | undefined,
  active: readonly string[],
): Record<string, string> {
  if (!from) return { firstYear: String(yearOf(today())), weight: formatWeight(1) };
  const firstYear = Math.max(yearOf(today()), from.last_year + 1);
  const lastYear = firstYear + from.last_year - from.first_year;
  const asked = askedOf(from);
  return {
    ...objectiveValues({ ...asked, offices: asked.offices.filter((code) => active.includes(code)) }),
    document: /\d{4}/.test(from.document)
      ? from.document.replace(/\d{4}.*/, String(firstYear))
      : from.document,
    number: from.number_as_written ?? "",
    firstYear: String(firstYear),
    lastYear: lastYear === firstYear ? "" : String(lastYear),
  };
}

/** Decides and records an objective that the RTD adds, with the steps of another where it is made from one. The same form sent twice adds one. */
export async function addObjective(user: User, { asked, form }: Sent): Promise<NewOutcome> {
  const again = await addedBefore(user, { asked, form });
  if (again) return again;
  const copied = await copiedOr404(asked.copied);
  if (copied && copied.lastEdit !== form.seen)
    return { ok: false, errors: { seen: [OBJECTIVE_CHANGED_MEANWHILE] }, isConflict: true };
  const known = await listKnownObjectives(db);
  const errors = await errorsOfNew({ asked, form }, known);
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  if (errors || !why.ok) return { ok: false, errors: errors ?? {}, isConflict: false };
  const taken = known.map(({ code }) => code);
  const code = asked.code ?? objectiveCode(asked, taken);
  const outcome = await recordNewObjective(
    db,
    { objective: { ...asked, code, source: BY_HAND }, copied },
    { by: authorOf(user), ...why.grounds, today: today() },
  );
  return outcome.recorded ? { ok: true, code, edit: outcome.edit } : addObjective(user, { asked, form });
}

/** What the rules refuse of an objective to add, and of why it is added; undefined where they refuse nothing. */
async function errorsOfNew({ asked, form }: Sent, known: Known): Promise<FormErrors | undefined> {
  const taken = known.map(({ code }) => code);
  const decision = decideNewObjective(asked, { taken, offices: await listOffices(db), today: today() });
  const why = decideGrounds(form.grounds, { isAdopted: true, today: today() });
  if (decision.ok && why.ok) return undefined;
  const same = known.find(({ code }) => asked.code !== null && isSameCode(code, asked.code));
  return {
    ...(decision.ok ? {} : objectiveErrors(decision.refusals, same)),
    ...(why.ok ? {} : groundsErrors(why)),
  };
}

/** What cannot be read of a form, and what the rules refuse of the rest: all at once. */
export async function allErrors(values: Values, unread: FormErrors): Promise<FormErrors> {
  const rest = readRestOfNewObjective(values, unread);
  const ofRules = rest.ok ? await errorsOfNew(rest, await listKnownObjectives(db)) : {};
  return { ...ofRules, ...unread };
}

/** The objective that this very form added before, sent by the same hand, where it is still as it was made: the program gives another code each time. */
async function addedBefore(
  user: User,
  { asked, form }: { asked: Asked; form: ObjectiveForm },
): Promise<NewOutcome | undefined> {
  const alike = (await listKnownObjectives(db)).filter(
    ({ title, document }) => title === asked.title && document === asked.document,
  );
  for (const { code } of alike) {
    const objective = (await findEditedObjective(db, code))!;
    const isSame =
      contentOf(asked) === contentOf(newlyAskedOf(objective)) &&
      (asked.code === null || asked.code === code) &&
      (await isEditOf(objective.lastEdit, user, form.grounds));
    if (isSame) return { ok: true, code, edit: objective.lastEdit };
  }
  return undefined;
}

function newlyAskedOf(objective: EditedObjective): AskedNewObjective {
  const { document, number_as_written: number, first_year: firstYear, last_year: lastYear } = objective;
  return { ...askedOf(objective), code: null, document, number, firstYear, lastYear };
}

function contentOf(asked: AskedNewObjective): string {
  const { document, number, firstYear, lastYear, title, description, kind, isTransversal, weight } = asked;
  const offices = [...asked.offices].sort();
  return seenKey({
    ...{ document, number, firstYear, lastYear, title, description, kind, isTransversal, weight, offices },
  });
}
