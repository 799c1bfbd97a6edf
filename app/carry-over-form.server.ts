import { z } from "zod";
import { LONGEST_TEXT } from "#app/domain/status-steps.ts";
import type { Act } from "#db/edits.ts";
import { maybeDay, text, type Values } from "./form-readers.server.ts";

const words = (longest: number) =>
  text.pipe(z.string().max(longest, `Al massimo ${longest} caratteri`)).default("");

const CarryOverForm = z.object({
  target: z
    .string()
    .default("")
    .transform((value) => /^(?<plan>[^/]+)\/(?<year>\d{4})$/.exec(value)?.groups ?? null),
  reason: words(LONGEST_TEXT),
  actOrgan: words(200),
  actNumber: words(200),
  actOn: maybeDay.default(null),
  sequence: z.coerce.number().int().min(0).catch(0),
});

export type CarryOverErrors = Partial<Record<keyof z.input<typeof CarryOverForm>, string[]>>;
/** `target`: null where nothing is chosen. */
export type AskedCarryOver = {
  target: { plan: string; year: number } | null;
  reason: string;
  act: Act | null;
  sequence: number;
};

const INCOMPLETE =
  "Di un atto servono organo, numero e giorno: completali, oppure lasciali vuoti tutti e tre";

/** Reads the form of a carrying over: where to, why, and by which act if there is one. */
export function readCarryOver(
  values: Values,
): { ok: true; asked: AskedCarryOver } | { ok: false; errors: CarryOverErrors } {
  const form = CarryOverForm.safeParse(values);
  if (!form.success) return { ok: false, errors: z.flattenError(form.error).fieldErrors };
  const { target, reason, actOrgan: organ, actNumber: number, actOn: on, sequence } = form.data;
  const isNone = organ === "" && number === "" && on === null;
  if (!isNone && (organ === "" || number === "" || on === null))
    return {
      ok: false,
      errors: { [organ === "" ? "actOrgan" : number === "" ? "actNumber" : "actOn"]: [INCOMPLETE] },
    };
  const place = target === null ? null : { plan: target.plan!, year: Number(target.year) };
  return {
    ok: true,
    asked: { target: place, reason, act: on === null ? null : { organ, number, on }, sequence },
  };
}
