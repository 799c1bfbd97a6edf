import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { GROUNDS } from "../form/grounds-form.server.ts";

const place = z
  .string()
  .default("")
  .transform((value) => /^(?<plan>[^/]+)\/(?<year>\d{4})$/.exec(value)?.groups ?? null)
  .transform((found) => (found === null ? null : { plan: found.plan!, year: Number(found.year) }));

const CarryOverForm = z.object({
  target: place,
  chosen: place,
  draftStamp: z.string().default(""),
  "undo-draft": z.string().optional(),
  drafts: z
    .string()
    .catch("")
    .transform((codes) => codes.split(" ").filter((code) => code !== "")),
  ...GROUNDS,
  sequence: guard,
});

type Asked = { plan: string; year: number };

/**
 * `target`: null where nothing is chosen. `chosen`: where a draft was to take it when the form was drawn; `undo`: the stamp of the
 * action of the draft that is to lose that year, null where it keeps it. `drafts`: the plans that were not adopted yet.
 */
export type AskedCarryOver = {
  target: Asked | null;
  chosen: Asked | null;
  undo: string | null;
  grounds: TypedGrounds;
  drafts: readonly string[];
  sequence: number;
};

/** Reads the form of a carrying over: where to, why, and by which act if there is one. */
export function readCarryOver(
  values: Values,
): { ok: true; asked: AskedCarryOver } | { ok: false; errors: FormErrors } {
  const form = CarryOverForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { target, chosen, draftStamp, "undo-draft": isUndone, drafts, sequence, ...grounds } = form.data;
  const undo = isUndone === undefined ? null : draftStamp;
  return { ok: true, asked: { target, chosen, undo, grounds, drafts, sequence } };
}
