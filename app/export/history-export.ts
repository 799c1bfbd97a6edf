import type { DataExport } from "./data-format.ts";
import { CONTRIBUTION_STATUS_CODE } from "#app/domain/codes.ts";
import type { ChainedLine, CommittedText } from "#app/domain/history-chain.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { ContributionRow } from "#db/contribution/contributions.ts";

type Line = DataExport["storia"][number];

/** A line with its texts in the place of their commitments, and the salts with which the commitments can be made again. */
export function lineAsWritten({ content, hash, texts }: ChainedLine): Line {
  const [reason, evidence] = texts as [CommittedText, CommittedText];
  return {
    ...content,
    ruolo: content.ruolo as Line["ruolo"],
    motivo: readable(reason, (text) => text),
    prova: readable(evidence, (text) => JSON.parse(text) as Evidence),
    sali: { motivo: saltOf(reason), prova: saltOf(evidence) },
    hash,
  };
}

/** What an office reported (R10), with the last line of history at that moment. */
export function contributionAsWritten(row: ContributionRow): DataExport["contributi"][number] {
  return {
    piano: row.plan,
    azione: row.code,
    anno: row.year,
    ufficio: row.office,
    stato: CONTRIBUTION_STATUS_CODE[row.status],
    avanzamento: row.progress,
    prova: row.evidence,
    nota: row.note,
    effettivaDal: row.effective_on,
    registrataIl: row.recorded_at,
    autore: row.author_id,
    ruolo: row.author_role,
    dopoLaRiga: row.after_sequence,
    accordoIl: row.agreed_at,
  };
}

function readable<Value>({ text, commitment }: CommittedText, read: (text: string) => Value) {
  if (text !== null) return read(text);
  return commitment === null ? null : { oscurato: commitment };
}

function saltOf({ text, salt }: CommittedText): string | null {
  return text === null ? null : salt;
}
