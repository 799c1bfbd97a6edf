import { z } from "zod";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";

const ClosingForm = z.object({ note: paragraph(LONGEST_TEXT) });

/** Reads the form that closes a round: a note, or nothing. */
export function readClosing(values: Values): { ok: true; note: string } | { ok: false; errors: FormErrors } {
  const form = ClosingForm.safeParse(values);
  return form.success ? { ok: true, note: form.data.note } : unreadable(form.error);
}
