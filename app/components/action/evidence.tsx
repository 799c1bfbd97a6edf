import type { Evidence } from "#app/domain/evidence.ts";
import { formatDay } from "#app/format.ts";
import { EVIDENCE_KIND_LABEL } from "#app/labels.ts";

/** A proof in words: "Determinazione n. 412 del 06/06/2022", a link that opens it, a note. */
export function EvidenceWords({ evidence }: { evidence: Evidence }) {
  const { tipo, numero, del, collegamento, nota } = evidence;
  const isAct = numero !== null || del !== null;
  const name = isAct || tipo !== "nota" ? EVIDENCE_KIND_LABEL[tipo] : "Nota";
  const words = [name, numero && `n. ${numero}`, del && `del ${formatDay(del)}`].filter(Boolean).join(" ");
  return (
    <>
      {collegamento ? (
        <a href={collegamento} rel="noreferrer">
          {words}
        </a>
      ) : (
        words
      )}
      {nota && <>: «{nota}»</>}
    </>
  );
}
