import type { ReactNode } from "react";
import { correctionAddress } from "#app/addresses.ts";
import type { HistoryEntry } from "#app/domain/plan/action-history.ts";
import { formatDay, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { EvidenceWords } from "./evidence.tsx";
import { Glyph } from "../situation.tsx";
import { type ToldLine, WhatChanged } from "./line-sentence.tsx";

export type ActionHistoryProps = {
  plan: string;
  code: string;
  entries: HistoryEntry<ToldLine>[];
  mayCorrect: boolean;
};

/** The history of an action in sentences, newest first; what a rettifica replaced is struck through and says so. */
export function ActionHistory({ plan, code, entries, mayCorrect }: ActionHistoryProps) {
  if (entries.length === 0)
    return <p className="mut">Nessun aggiornamento registrato: l’azione è come il piano l’ha adottata.</p>;
  return (
    <ol className="hist">
      {entries.map((entry) =>
        entry.kind === "line" ? (
          <Line
            key={entry.line.sequence}
            plan={plan}
            line={entry.line}
            previousProgress={entry.previousProgress}
          >
            {mayCorrect && entry.line.replaced_by === null && (
              <a href={correctionAddress(plan, code, entry.line.year, entry.line.sequence)}>
                Rettifica
                <span className="sr">
                  {" "}
                  la riga {entry.line.sequence} del {entry.line.year}
                </span>
              </a>
            )}
          </Line>
        ) : (
          <li key={`ritardo-${entry.year}`}>
            <Glyph of="late" />
            <time dateTime={entry.on}>{formatDay(entry.on)}</time> · Il {entry.year} è <b>in ritardo</b> da
            qui: il suo termine è il {formatDay(entry.dueOn)}.
            <span className="m">Calcolato, non dichiarato da nessuno.</span>
          </li>
        ),
      )}
    </ol>
  );
}

function Line({
  plan,
  line,
  previousProgress,
  children,
}: {
  plan: string;
  line: ToldLine;
  previousProgress: number;
  children: ReactNode;
}) {
  const isReplaced = line.replaced_by !== null;
  const Told = isReplaced ? "s" : "span";
  return (
    <li id={`riga-${line.sequence}`} className={isReplaced ? "replaced" : undefined}>
      <Glyph
        of={
          line.to_status === "completed"
            ? line.evidence_commitment
              ? "completed-proven"
              : "completed-declared"
            : line.to_status
        }
        progress={line.progress}
      />
      <Told>
        <time dateTime={line.effective_on}>{formatDay(line.effective_on)}</time> · {line.year}:{" "}
        <WhatChanged line={line} plan={plan} previousProgress={previousProgress} />
      </Told>
      {isReplaced && <> (rettificata: vale la riga {line.replaced_by})</>}
      {line.replaces_sequence !== null && <> (rettifica della riga {line.replaces_sequence})</>}
      <span className="m">
        {authorLabel({ role: line.author_role, office: line.author_office })}.{" "}
        <Text text={line.reason} commitment={line.reason_commitment} />
        {line.evidence ? (
          <>
            Prova: <EvidenceWords evidence={line.evidence} />.{" "}
          </>
        ) : (
          line.evidence_commitment && "Prova oscurata. "
        )}
        Riga {line.sequence}, registrata {momentWithArticle(line.recorded_at)}. {children}
      </span>
    </li>
  );
}

function Text({ text, commitment }: { text: string | null; commitment: string | null }) {
  if (text !== null) return <>«{text}» </>;
  return commitment === null ? null : <>Testo oscurato. </>;
}
