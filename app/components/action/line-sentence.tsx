import type { ReactNode } from "react";
import type { Role } from "#app/domain/permissions.ts";
import type { HistoryLine } from "#app/domain/plan/action-history.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { isReopening } from "#app/domain/status/status-steps.ts";
import { dayWith, percentWith } from "#app/format.ts";
import { STATUS_LABEL } from "#app/labels.ts";
import { statusWords } from "../situation.tsx";

/** A line with its texts and who wrote it, as the page reads it from the history. */
export type ToldLine = HistoryLine & {
  author_role: Role;
  author_office: string | null;
  reason: string | null;
  reason_commitment: string | null;
  evidence: Evidence | null;
  evidence_commitment: string | null;
  target_year: number | null;
  target_plan: string | null;
};

/** What a line did, in words: a step, a reopening, a new progress, or a confirmation. */
export function WhatChanged({
  line,
  plan,
  previousProgress,
}: {
  line: ToldLine;
  plan: string;
  previousProgress: number;
}) {
  const due = line.due_on === null ? null : <>, termine portato {dayWith("al", line.due_on)}</>;
  if (line.from_status === line.to_status)
    return <Update line={line} previousProgress={previousProgress} due={due} />;
  if (line.to_status === "rescheduled") {
    const where =
      line.target_plan === plan
        ? `al ${line.target_year}`
        : `al ${line.target_year} del piano ${line.target_plan}`;
    return (
      <>
        da «{STATUS_LABEL[line.from_status]}» a <b>ripianificata {where}</b>
        {due}.
      </>
    );
  }
  return (
    <>
      {isReopening(line.from_status, line.to_status) ? "riaperta, " : ""}da «{STATUS_LABEL[line.from_status]}»
      a <b>{statusWords(line.to_status, line.progress)}</b>
      {due}.
    </>
  );
}

function Update({
  line,
  previousProgress,
  due,
}: {
  line: ToldLine;
  previousProgress: number;
  due: ReactNode;
}) {
  if (line.progress !== previousProgress) {
    return (
      <>
        avanzamento {percentWith("dal", previousProgress)} <b>{percentWith("al", line.progress)}</b>
        {due}.
      </>
    );
  }
  const words = statusWords(line.to_status, line.progress);
  if (due)
    return (
      <>
        ancora {words}
        {due}.
      </>
    );
  return <>{line.evidence_commitment ? `${words}, prova aggiunta.` : `confermata ${words}.`}</>;
}
