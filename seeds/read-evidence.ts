import { dayInRome } from "#app/domain/days.ts";
import { decideEvidence, type Evidence, type EvidenceKind } from "#app/domain/status/evidence.ts";
import { failAt } from "./read-rows.ts";

/** The proof columns that several files have. */
export type ProofColumns = {
  line: number;
  registrata_il: string;
  prova_tipo: EvidenceKind | null;
  prova_numero: string | null;
  prova_del: string | null;
  prova_collegamento: string | null;
  prova_nota: string | null;
};

/** The proof of a row, decided as the product does, or none. */
export function readEvidence(file: string, row: ProofColumns): Evidence | null {
  const { prova_tipo: tipo, prova_numero: numero, prova_del: del, line } = row;
  const { prova_collegamento: collegamento, prova_nota: nota } = row;
  const typed = tipo === null ? { tipo } : { tipo, numero, del, collegamento, nota };
  const decision = decideEvidence(typed, dayInRome(row.registrata_il));
  return decision.ok ? decision.evidence : failAt(file, line, `prova_${decision.field}`, decision.reason);
}
