import type { z } from "zod";
import type { Viewpoint } from "#app/domain/days.ts";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
import { type Variation, type VariationChange, variationsOf } from "#app/domain/variation/variations.ts";
import { sentenceText } from "#app/sentence-parts.ts";
import { variationParts } from "#app/variation-sentences.ts";
import type { Db } from "#db/open.ts";
import type { PlanRow } from "#db/schema.ts";
import { listVariationFacts } from "#db/variation/variation-facts.ts";
import type { CHANGED_THINGS, VARIATION } from "./variation-format.ts";

type WrittenVariation = z.output<typeof VARIATION>;

/** The variations of every adopted plan up to a day, plan by plan, by the day from which they hold (R12). */
export async function variationExport(tx: Db, plans: readonly PlanRow[], at: Viewpoint) {
  const variations: WrittenVariation[] = [];
  for (const plan of plans) {
    const told = variationsOf(await listVariationFacts(tx, plan, at.day), at);
    variations.push(...told.map((variation) => asWritten(variation, plan.code)));
  }
  return variations;
}

function asWritten(variation: Variation, plan: string): WrittenVariation {
  const { kind, on, area, action, target, act, source } = variation;
  return {
    piano: plan,
    tipo: VARIATION_CODE[kind],
    dal: on,
    registrataIl: variation.recordedAt,
    ambito: area.code,
    azione: action?.code ?? null,
    anni: variation.years,
    verso: target && { piano: target.plan, azione: target.code, anno: target.year },
    ritira: variation.takesBack && VARIATION_CODE[variation.takesBack],
    descrizione: sentenceText(variationParts(variation, plan)),
    cambiamenti: variation.changes.map((change) => changeAsWritten(change, action?.title ?? null)),
    motivo: variation.reason,
    atto: act && { nome: act.name, numero: act.number, del: act.on, collegamento: act.link },
    ruolo: variation.author.role,
    riga: source.kind === "line" ? source.id : null,
    modifica: source.kind === "edit" ? source.id : null,
  };
}

type Thing = (typeof CHANGED_THINGS)[number];

function changeAsWritten(change: VariationChange, title: string | null) {
  const as = (cosa: Thing, prima: string | null, dopo: string | null) => ({ cosa, prima, dopo });
  switch (change.kind) {
    case "created":
      return as("azione", null, title);
    case "year-added":
      return as("anno", null, String(change.year));
    case "year-ended":
      return as("anno", String(change.year), null);
    case "unknown-years":
      return as("anni_non_noti", String(change.from), String(change.to));
    case "title":
      return as("titolo", change.from, change.to);
    case "area":
      return as("ambito", change.from, change.to);
    case "area-title":
      return as("nome_ambito", change.from, change.to);
    case "weight":
      return as("peso", String(change.from), String(change.to));
    case "responsibles":
      return as("responsabili", codes(change.from), codes(change.to));
    case "offices":
      return as("uffici", codes(change.from), codes(change.to));
    case "lead":
      return as("capofila", change.from?.code ?? null, change.to?.code ?? null);
    case "themes":
    case "norms":
    case "due":
      throw new Error(`a change of ${change.kind} is no variation`);
  }
}

function codes(list: readonly { code: string }[]): string {
  return list.map(({ code }) => code).join(" ");
}
