import { dayWith, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { type Meanwhile, MeanwhileBox } from "../form/meanwhile-box.tsx";
import { contributionWords } from "../situation.tsx";
import type { ToldContribution } from "./office-reports.tsx";

export type WhatCameMeanwhileProps = {
  /** What the office said last: the form is built from it, and says so when it is sent. */
  previous: ToldContribution | undefined;
  /** The last line of the annualità, which decides whether it takes contributions: the form is built from it, too. */
  lastLine: ({ sequence: number } & Meanwhile) | undefined;
  refused:
    | { errors: Partial<Record<string, string[]>>; typed: Record<string, string>; isConflict: boolean }
    | undefined;
};

/** What others wrote while the form of a contribution was open: for the office, or on the annualità. What was typed is still in the form. */
export function WhatCameMeanwhile({ previous, lastLine, refused }: WhatCameMeanwhileProps) {
  if (!refused?.isConflict) return null;
  const { last, sequence } = refused.typed;
  const hasReported = previous !== undefined && String(previous.id) !== last;
  const hasWritten =
    lastLine !== undefined && sequence !== undefined && String(lastLine.sequence) !== sequence;
  return (
    <>
      {hasReported && <ReportedMeanwhile contribution={previous} />}
      {hasWritten && <MeanwhileBox line={lastLine} />}
    </>
  );
}

function ReportedMeanwhile({ contribution }: { contribution: ToldContribution }) {
  const { author_role, author_office, recorded_at } = contribution;
  return (
    <div className="box warn">
      <h2>Che cosa è cambiato</h2>
      <p>
        {authorLabel({ role: author_role, office: author_office })} ha comunicato{" "}
        {momentWithArticle(recorded_at)}:{" "}
        <b>{contributionWords(contribution.status, contribution.progress)}</b>{" "}
        {dayWith("dal", contribution.effective_on)}
        {contribution.note ? `: «${contribution.note}»` : "."}
      </p>
      <p className="sm">Quello che hai scritto è rimasto qui sotto e non è stato salvato.</p>
    </div>
  );
}
