import { z } from "zod";
import type { AskedLink } from "#app/domain/objective/link-decisions.ts";
import { LONGEST_SEARCH } from "#app/domain/search.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { type FormErrors, guard, unreadable, type Values, weight } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";

/** The fields of a link, as `LinkFields` draws them. `seen`: the last edit when the form was drawn. */
const LinkForm = z.object({
  target: z.string().default(""),
  year: z
    .string()
    .default("")
    .pipe(z.string().regex(/^(\d{4})?$/, "Scegli l’anno dall’elenco"))
    .transform((year) => (year === "" ? null : Number(year))),
  rationale: paragraph(LONGEST_TEXT),
  weight,
  seen: guard,
});

export type LinkForm = { asked: AskedLink; seen: number };

export function readLink(values: Values): { ok: true; form: LinkForm } | { ok: false; errors: FormErrors } {
  const form = LinkForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { seen, ...asked } = form.data;
  return { ok: true, form: { asked, seen } };
}

const KEPT = ["q", "target", "year", "rationale", "weight"] as const;

/**
 * What was typed before searching: the search is a GET of the same form, so that a choice and a rationale are not lost by looking
 * for something else.
 */
export function readLinkSearch(request: Request) {
  const query = new URL(request.url).searchParams;
  const text = query.get("q")?.trim() ?? "";
  const kept = KEPT.map((name) => [name, query.get(name) ?? ""] as const).filter(([, value]) => value !== "");
  const isTooLong = text.length > LONGEST_SEARCH;
  const typed: Record<string, string> = { weight: "1", ...Object.fromEntries(kept) };
  return { text: isTooLong ? "" : text, isTooLong, typed };
}
