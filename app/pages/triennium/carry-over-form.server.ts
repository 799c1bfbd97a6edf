import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import type { Values } from "../form/form-readers.server.ts";
import { maybeDay } from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";

const CarryOverForm = z.object({
  target: z
    .string()
    .default("")
    .transform((value) => /^(?<plan>[^/]+)\/(?<year>\d{4})$/.exec(value)?.groups ?? null),
  reason: paragraph(LONGEST_TEXT),
  actOrgan: line(200),
  actNumber: line(100),
  actOn: maybeDay,
  sequence: z.coerce.number().int().min(0).catch(0),
});

/** The grounds are asked for only where some plan is adopted: a field that is not there is empty. */
const EMPTY = { reason: "", actOrgan: "", actNumber: "", actOn: "" };

export type CarryOverErrors = Partial<Record<keyof z.input<typeof CarryOverForm>, string[]>>;
/** `target`: null where nothing is chosen. */
export type AskedCarryOver = {
  target: { plan: string; year: number } | null;
  grounds: TypedGrounds;
  sequence: number;
};

/** Reads the form of a carrying over: where to, why, and by which act if there is one. */
export function readCarryOver(
  values: Values,
): { ok: true; asked: AskedCarryOver } | { ok: false; errors: CarryOverErrors } {
  const form = CarryOverForm.safeParse({ ...EMPTY, ...values });
  if (!form.success) return { ok: false, errors: z.flattenError(form.error).fieldErrors };
  const { target, sequence, ...grounds } = form.data;
  const place = target === null ? null : { plan: target.plan!, year: Number(target.year) };
  return { ok: true, asked: { target: place, grounds, sequence } };
}
