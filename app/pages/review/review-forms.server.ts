import { z } from "zod";
import type { WrittenDecision } from "#app/domain/review/decisions.ts";
import { today } from "#app/clock.server.ts";
import { day, type FormErrors, guard, unreadable, type Values } from "#app/pages/form/form-readers.server.ts";
import { line, paragraph } from "#app/pages/form/form-text.server.ts";
import type { Moved, Noting } from "#db/review/review-writes.ts";

/** The longest comment, in characters, and the longest decision. */
const LONGEST_COMMENT = 50_000;
const LONGEST_DECISION = 5_000;

const CommentForm = z.object({ text: paragraph(LONGEST_COMMENT), version: guard });

export function readComment(values: Values) {
  const form = CommentForm.safeParse(values);
  return form.success ? { ok: true as const, ...form.data } : unreadable(form.error);
}

const NotingForm = z.object({
  organ: line(200).pipe(z.string().min(1, "Scrivi l’organo, come Giunta comunale")),
  number: line(100).pipe(z.string().min(1, "Scrivi il numero dell’atto")),
  on: z
    .string("Scrivi il giorno dell’atto")
    .min(1, { error: "Scrivi il giorno dell’atto", abort: true })
    .pipe(day),
});

/** The act by which a review was taken note of: organ, number and day, none before the review was closed. */
export function readNoting(
  values: Values,
  closedOn: string,
): { ok: true; noting: Noting } | { ok: false; errors: FormErrors } {
  const form = NotingForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { on } = form.data;
  if (on > today())
    return { ok: false, errors: { on: ["Il giorno è nel futuro: scrivi un giorno fino a oggi"] } };
  if (on < closedOn)
    return {
      ok: false,
      errors: { on: ["L’atto viene prima della chiusura della fotografia: controlla il giorno"] },
    };
  return { ok: true, noting: form.data };
}

/** The most decisions that a review keeps: what is asked of the Giunta is a short list. */
export const MOST_DECISIONS = 50;

/**
 * What is asked of the Giunta, as `DecisionsFields` sends it: each text with the key that it was suggested by, those emptied left out; then the
 * suggestions that were ticked; then a new one.
 */
export function readDecisions(
  form: FormData,
  suggestions: readonly { key: string; text: string }[],
): { ok: true; version: number; decisions: WrittenDecision[] } | { ok: false; errors: FormErrors } {
  const texts = form.getAll("text").map(String);
  const keys = form.getAll("key").map(String);
  const ticked = new Set(form.getAll("suggested").map(String));
  const errors: FormErrors = {};
  const decisions = texts.flatMap((typed, index): WrittenDecision[] => {
    const read = paragraph(LONGEST_DECISION).safeParse(typed);
    if (!read.success) {
      errors[`text-${index}`] = [read.error.issues[0]!.message];
      return [];
    }
    return read.data === "" ? [] : [{ text: read.data, suggested_by: keys[index] || null }];
  });
  const chosen = suggestions.filter(({ key }) => ticked.has(key));
  const all = [...decisions, ...chosen.map(({ key, text }) => ({ text, suggested_by: key }))];
  if (all.length > MOST_DECISIONS)
    errors["text-0"] = [`Le decisioni sono troppe: al massimo ${MOST_DECISIONS}, o la Giunta non le legge`];
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, version: guard.parse(form.get("version")), decisions: all };
}

/** What is said when nothing was written because the review was altered in another window. */
export const MOVED_LABEL: Record<Moved["moved"], string> = {
  closed:
    "Nel frattempo la fotografia è stata chiusa e non cambia più: quello che hai scritto non è stato salvato",
  gone: "Nel frattempo la fotografia è stata scartata: quello che hai scritto non è stato salvato",
  altered:
    "Nel frattempo la fotografia è stata cambiata in un’altra finestra: leggi com’è ora e, se vale ancora, salva di nuovo",
};
