import { z } from "zod";
import type { AreaDecision, AreaRefusal, AskedArea } from "#app/domain/edit/area-edits.ts";
import { LONGEST_TITLE } from "#app/domain/edit/plan-action-edits.ts";
import { type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line } from "../form/form-text.server.ts";
import { groundsOf } from "../form/grounds-form.server.ts";
import { EDIT, type Read } from "./plan-action-form.server.ts";

const AreaForm = z.object({ code: line(20), title: line(LONGEST_TITLE), ...EDIT });

/** Reads the form of an area; one that exists already sends no code. */
export function readArea(values: Values): Read<AskedArea> {
  const form = AreaForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { code, title, edit, ...grounds } = form.data;
  return { ok: true, asked: { code, title }, form: { edit, grounds: groundsOf(grounds) } };
}

const REFUSAL: Record<AreaRefusal, (code: string) => string> = {
  "code-required": () => "Scrivi il codice dell’ambito, come nel piano: per esempio 4.3",
  "code-malformed": () => "Scrivi il codice come nel piano: numeri separati da punti, per esempio 4.3",
  "code-taken": (code) => `L’ambito ${code} c’è già in questo piano: scrivi un altro codice`,
  "title-required": () => "Scrivi il nome dell’ambito",
};

export function areaErrors({ refusals }: Extract<AreaDecision, { ok: false }>, code: string): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [REFUSAL[reason](code)]]));
}
