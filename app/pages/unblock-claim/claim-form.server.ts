import { z } from "zod";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { MOST_ACTIONS } from "#app/domain/unblock-claim/claim-proposals.ts";
import { CLAIM_EFFECTS, CONFIDENCES } from "#app/domain/level/claims.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";

const PLACES = Array.from({ length: MOST_ACTIONS }, (_, index) => index + 1);

const YEARS = "Scrivi gli anni con quattro cifre, separati da virgole: per esempio 2022, 2023";

/** Years as a person lists them: "2022, 2023", "2022 e 2023"; none where the field is empty. */
const years = line(100)
  .refine((text) => /^(20\d\d(\s*[,;]\s*|\s+e\s+|\s+|$))*$/.test(text), YEARS)
  .transform((text) => [...new Set(text.match(/\d{4}/g)?.map(Number) ?? [])]);

const ProposalForm = z.object({
  effect: z.enum(CLAIM_EFFECTS).nullable().catch(null),
  confidence: z.enum(CONFIDENCES).nullable().catch(null),
  rationale: paragraph(LONGEST_TEXT),
  version: guard,
  lastClaim: guard,
  ...Object.fromEntries(PLACES.map((place) => [`action-${place}`, z.string().default("")])),
  ...Object.fromEntries(PLACES.map((place) => [`years-${place}`, years])),
});

/** An action as the form names it, `2021-2023/4.6.3`, in which of its places, and the years that it is narrowed to. */
export type AskedAction = { place: number; name: string; years: number[] };

export type AskedClaim = Pick<z.output<typeof ProposalForm>, "effect" | "confidence" | "rationale"> & {
  actions: AskedAction[];
  expected: { version: number; lastClaim: number };
};

/** Reads the form of a proposal; years beside an action that was not chosen count for nothing. */
export function readProposal(
  values: Values,
): { ok: true; asked: AskedClaim } | { ok: false; errors: FormErrors } {
  const form = ProposalForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { effect, confidence, rationale, version, lastClaim, ...fields } = form.data;
  const read = fields as Record<string, string | number[]>;
  const actions = PLACES.map((place) => ({
    place,
    name: read[`action-${place}`] as string,
    years: read[`years-${place}`] as number[],
  }));
  return {
    ok: true,
    asked: {
      ...{ effect, confidence, rationale, expected: { version, lastClaim } },
      actions: actions.filter(({ name }) => name !== ""),
    },
  };
}
