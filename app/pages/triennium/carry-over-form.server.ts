import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { GROUNDS } from "../form/grounds-form.server.ts";

const CarryOverForm = z.object({
  target: z
    .string()
    .default("")
    .transform((value) => /^(?<plan>[^/]+)\/(?<year>\d{4})$/.exec(value)?.groups ?? null),
  ...GROUNDS,
  sequence: guard,
});

/** `target`: null where nothing is chosen. */
export type AskedCarryOver = {
  target: { plan: string; year: number } | null;
  grounds: TypedGrounds;
  sequence: number;
};

/** Reads the form of a carrying over: where to, why, and by which act if there is one. */
export function readCarryOver(
  values: Values,
): { ok: true; asked: AskedCarryOver } | { ok: false; errors: FormErrors } {
  const form = CarryOverForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { target, sequence, ...grounds } = form.data;
  const place = target === null ? null : { plan: target.plan!, year: Number(target.year) };
  return { ok: true, asked: { target: place, grounds, sequence } };
}
