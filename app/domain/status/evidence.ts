import type { Day } from "../days.ts";

export const EVIDENCE_KINDS = [
  "determinazione",
  "deliberazione",
  "verbale",
  "contratto",
  "collegamento",
  "nota",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The kinds that are acts, known by number and day. */
const ACTS: readonly EvidenceKind[] = ["determinazione", "deliberazione", "verbale", "contratto"];

/**
 * The proof of a line (R2): an act by number and day, a link, or a note. The act itself lives in the document system.
 * Empty parts are null. The keys are those of the export, because this very object is what the chain commits to (R3).
 */
export type Evidence = {
  tipo: EvidenceKind;
  numero: string | null;
  del: Day | null;
  collegamento: string | null;
  nota: string | null;
};

export type EvidenceRefusal =
  "in-the-future" | "act-not-identified" | "link-required" | "link-not-web" | "note-required";
export type EvidenceDecision =
  { ok: true; evidence: Evidence | null } | { ok: false; field: keyof Evidence; reason: EvidenceRefusal };

/**
 * Decides whether what was typed can be found again by someone else: an act has a number, a day or a link, a link is a web
 * address, a note says something, and none is of a day still to come. Nothing typed and no kind chosen is no proof, and is
 * fine (R2).
 */
export function decideEvidence(typed: Evidence | { tipo: null }, today: Day): EvidenceDecision {
  if (typed.tipo === null) return { ok: true, evidence: null };
  if (typed.del !== null && typed.del > today) return refused("del", "in-the-future");
  if (typed.collegamento !== null && !isWebAddress(typed.collegamento))
    return refused("collegamento", "link-not-web");
  if (isAct(typed) && typed.numero === null && typed.del === null && typed.collegamento === null) {
    return refused("numero", "act-not-identified");
  }
  if (typed.tipo === "collegamento" && typed.collegamento === null)
    return refused("collegamento", "link-required");
  if (typed.tipo === "nota" && typed.nota === null) return refused("nota", "note-required");
  return { ok: true, evidence: typed };
}

/** True for a proof that is an act: a link or a note is not. */
export function isAct({ tipo }: Pick<Evidence, "tipo">): boolean {
  return ACTS.includes(tipo);
}

/** Only http and https: a proof must never be a script that runs when the Giunta clicks it. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ["http:", "https:"].includes(new URL(text).protocol);
}

function refused(field: keyof Evidence, reason: EvidenceRefusal): EvidenceDecision {
  return { ok: false, field, reason };
}
