import type { ReactNode } from "react";
import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import type { Role } from "#app/domain/permissions.ts";
import {
  formatDay,
  formatNumber,
  formatPercent,
  joinWords,
  momentWithArticle,
  quotedLast,
} from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { FIGURE_LABELS } from "#app/objective-labels.ts";
import { actWords } from "#app/objective-sentences.ts";
import { EditGrounds, type ToldEdit } from "../edit/told-edits.tsx";
import { ReportGrounds, type ToldReport } from "./step-reports.tsx";

export type Told = { recorded_at: string; author_role: Role; author_office: string | null };
type Act = { organ: string; number: string; on: Day };

/** Something that happened to an objective, on the day on which it holds. */
export type ToldEntry = { on: Day; recorded_at: string } & (
  | { kind: "edit"; words: string; edit: Omit<ToldEdit, "changes" | "on"> }
  | {
      kind: "report";
      step: string;
      report: ToldReport;
      became: "replaced" | "withdrawn" | null;
      does: "replaces" | "withdraws" | null;
      reason: string | null;
    }
  | ({
      kind: "figure";
      id: number;
      figure: FigureKind;
      percent: number | null;
      reason: string;
      act: Act | null;
      /** Another stands in its place; it stands in the place of another. */
      isReplaced: boolean;
      isCorrection: boolean;
    } & Told)
  | ({ kind: "reading"; id: number; indicator: string; unit: string; value: number; note: string } & Told)
  | ({ kind: "confirmation"; id: number; round: string; steps: string[]; note: string | null } & Told)
  | ({ kind: "note"; id: number; text: string } & Told)
);

/** The history of an objective, newest first; what was replaced or withdrawn is struck through and says so. */
export function ObjectiveStory({ entries, isShared }: { entries: ToldEntry[]; isShared: boolean }) {
  return (
    <ol className="hist">
      {entries.map((entry) => (
        <Entry key={keyOf(entry)} entry={entry} isShared={isShared} />
      ))}
    </ol>
  );
}

function keyOf(entry: ToldEntry): string {
  if (entry.kind === "edit") return `modifica-${entry.edit.edit}`;
  return entry.kind === "report" ? `effettivo-${entry.report.id}` : `${entry.kind}-${entry.id}`;
}

function Entry({ entry, isShared }: { entry: ToldEntry; isShared: boolean }) {
  switch (entry.kind) {
    case "edit":
      return (
        <Item entry={entry}>
          {entry.words}
          <EditGrounds edit={entry.edit} />
        </Item>
      );
    case "report":
      return <ReportEntry entry={entry} />;
    case "figure":
      return <FigureEntry entry={entry} isShared={isShared} />;
    case "reading":
      return (
        <Item entry={entry}>
          Indicatore «{entry.indicator}»:{" "}
          <b>
            {formatNumber(entry.value)} {entry.unit}
          </b>
          . {entry.note !== "" && quotedLast(entry.note)}
          <Grounds told={entry} />
        </Item>
      );
    case "confirmation":
      return (
        <Item entry={entry}>
          {entry.round}: {entry.steps.length === 1 ? "confermato il punto" : "confermati i punti"}{" "}
          {joinWords(entry.steps)}, nessuna novità. {entry.note !== null && quotedLast(entry.note)}
          <Grounds told={entry} />
        </Item>
      );
    case "note":
      return (
        <Item entry={entry}>
          Nota: {quotedLast(entry.text)}
          <Grounds told={entry} />
        </Item>
      );
  }
}

function ReportEntry({ entry }: { entry: Extract<ToldEntry, { kind: "report" }> }) {
  const { step, report, became, does, reason } = entry;
  const Words = became === null ? "span" : "s";
  return (
    <Item entry={entry} isStruck={became !== null}>
      {does === "withdraws" ? (
        `Punto ${step}: tolto un effettivo.`
      ) : (
        <Words>
          Punto {step}: {report.progress !== null && <b>{formatPercent(report.progress)}. </b>}
          {quotedLast(report.text)}
        </Words>
      )}
      {became !== null && (became === "replaced" ? " (rettificato)" : " (tolto)")}
      {does === "replaces" && " (rettifica di un effettivo)"}
      {reason !== null && <> Motivo: {quotedLast(reason)}</>}
      <ReportGrounds report={report} recordedAt={entry.recorded_at} />
    </Item>
  );
}

/** `isShared`: of an objective of several offices one declares for all (docs/decisions/0019). */
function FigureEntry({
  entry,
  isShared,
}: {
  entry: Extract<ToldEntry, { kind: "figure" }>;
  isShared: boolean;
}) {
  const { figure, percent, reason, act, isReplaced, isCorrection } = entry;
  const Words = isReplaced ? "s" : "span";
  return (
    <Item entry={entry} isStruck={isReplaced}>
      <Words>
        Avanzamento {FIGURE_LABELS[figure]}: {percent === null ? "tolto" : <b>{formatPercent(percent)}</b>}.
      </Words>
      {isReplaced && " (rettificato)"}
      {isCorrection && " (rettifica di un’altra cifra)"} {reason !== "" && quotedLast(reason)}
      {act && <> Atto: {actWords(act)}.</>}
      {isShared && figure === "declared" && " Per tutti gli uffici dell’obiettivo."}
      <Grounds told={entry} />
    </Item>
  );
}

function Item({
  entry,
  isStruck = false,
  children,
}: {
  entry: ToldEntry;
  isStruck?: boolean;
  children: ReactNode;
}) {
  return (
    <li id={keyOf(entry)} className={isStruck ? "replaced" : undefined}>
      <time dateTime={entry.on}>{formatDay(entry.on)}</time> · {children}
    </li>
  );
}

function Grounds({ told }: { told: Told }) {
  return (
    <span className="m">
      {authorLabel({ role: told.author_role, office: told.author_office })}, registrato{" "}
      {momentWithArticle(told.recorded_at)}.
    </span>
  );
}
