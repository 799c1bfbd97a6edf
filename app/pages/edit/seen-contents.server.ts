import { jsonIn } from "../form/form-readers.server.ts";
import { z } from "zod";
import { type Contents, contentsOf, type LifeRows } from "#app/domain/edit/plan-action-history.ts";
import { THEMES } from "#app/domain/plan/themes.ts";

const named = { code: z.string(), name: z.string().nullable() };

const SeenContents: z.ZodType<Contents> = z.object({
  versions: z
    .array(
      z.object({
        title: z.string(),
        area_code: z.string(),
        area_title: z.string(),
        weight: z.number(),
        unknown_year_count: z.number(),
      }),
    )
    .length(1),
  themes: z.array(z.object({ theme: z.enum(THEMES) })),
  norms: z.array(z.object({ norm: z.string() })),
  responsibles: z.array(z.object(named)),
  leads: z.array(z.object(named)),
  years: z.array(z.object({ year: z.number(), due_on: z.string().nullable() })),
  offices: z.array(z.object({ ...named, year: z.number() })),
});

/** What a form of a draft carries: the action as the person saw it, because a plan that is edited in place forgets (docs/decisions/0008). */
export function seenContents(rows: LifeRows): string {
  return JSON.stringify(contentsOf(rows));
}

/** What the person saw, if the form says it: only they are told what it is compared with. */
export function readSeenContents(text: string | undefined): Contents | undefined {
  return SeenContents.safeParse(jsonIn(text ?? "")).data;
}
