import type { Evidence } from "#app/domain/status/evidence.ts";
import { evidenceName } from "#app/labels.ts";

/** A proof in words: "Determinazione n. 412 del 06/06/2022", a link that opens it, a note. */
export function EvidenceWords({ evidence }: { evidence: Evidence }) {
  const { collegamento, nota } = evidence;
  const words = evidenceName(evidence);
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
