import type { LinkRefusal } from "#app/domain/objective/link-decisions.ts";
import { joinWords } from "#app/format.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import { WEIGHTS } from "./objective-refusals.server.ts";

/** From which of its two ends a link is made. */
export type LinkSide = "objective" | "action";

type Said = { years: readonly number[] };

const TWICE = "Questo collegamento c’è già: lo stesso obiettivo, la stessa azione, gli stessi anni";

const OF_TARGET: Record<LinkSide, Record<"not-chosen" | "unknown" | "twice", string>> = {
  objective: {
    "not-chosen": "Scegli l’azione a cui collegare l’obiettivo: cercala e scegli tra quelle trovate",
    unknown: "Non è un’azione di un piano adottato: scegli tra quelle trovate",
    twice: TWICE,
  },
  action: {
    "not-chosen": "Scegli l’obiettivo a cui collegare l’azione: cercalo e scegli tra quelli trovati",
    unknown: "Non c’è un obiettivo con questo codice: scegli tra quelli trovati",
    twice: TWICE,
  },
};

const RATIONALE = "Scrivi perché: lo legge chi chiede su che cosa si regge l’avanzamento dell’obiettivo";

export function linkErrors(refusals: readonly LinkRefusal[], side: LinkSide, { years }: Said): FormErrors {
  return Object.fromEntries(
    refusals.map((refusal) => {
      if (refusal.field === "target") return [refusal.field, [OF_TARGET[side][refusal.reason]]];
      if (refusal.field === "year") return [refusal.field, [yearWords(years)]];
      if (refusal.field === "rationale") return [refusal.field, [RATIONALE]];
      return [refusal.field, [WEIGHTS[refusal.reason]]];
    }),
  );
}

function yearWords(years: readonly number[]): string {
  if (years.length === 0) return "L’azione non ha ancora annualità: scegli «Tutta l’azione»";
  return `L’azione non ha un’annualità in quell’anno: ha ${joinWords(years.map(String))}`;
}

export const LINKED_MEANWHILE =
  "Nel frattempo qualcuno ha fatto questo stesso collegamento: leggi com’è, non serve rifarlo";

export const LINK_CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha cambiato questo collegamento: leggi com’è adesso, poi salva di nuovo se vale ancora";
