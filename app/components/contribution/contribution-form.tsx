import type { ReactNode } from "react";
import type { ContributionRefusal } from "#app/domain/contribution/contribution-decisions.ts";
import type { Day } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";
import { CONTRIBUTION_REFUSAL_LABEL } from "#app/labels.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { contributionWords } from "../situation.tsx";
import { ContributionFields } from "./contribution-fields.tsx";
import type { ToldContribution } from "./office-reports.tsx";
import { WhatCameMeanwhile, type WhatCameMeanwhileProps } from "./what-came-meanwhile.tsx";

export type ContributionFormProps = WhatCameMeanwhileProps & {
  action: string;
  /** Where to go without saving. */
  back: string;
  /** Set where the annualità takes no contribution: then there is nothing to fill in. */
  whyNone: ContributionRefusal | undefined;
  today: Day;
  heading: ReactNode;
  aside: ReactNode;
};

/** The form of a contribution: what went wrong first, then what the office said last and the fields, beside what the others say. */
export function ContributionForm(props: ContributionFormProps) {
  const { action, back, previous, lastLine, whyNone, today, refused, heading, aside } = props;
  const errors = refused?.errors ?? {};
  return (
    <form method="post" action={action} className="status-form" noValidate>
      <div className="cols form">
        <div>
          <ErrorSummary title="Il contributo non è stato salvato" errors={errors} />
          <WhatCameMeanwhile refused={refused} previous={previous} lastLine={lastLine} />
          {heading}
          {whyNone && !refused ? (
            <>
              <p className="sent">{CONTRIBUTION_REFUSAL_LABEL[whyNone]}.</p>
              <p>
                <a href={back}>Torna all’azione</a>
              </p>
            </>
          ) : (
            <>
              <p>
                {previous ? (
                  <LastSaid contribution={previous} />
                ) : (
                  "L’ufficio non ha ancora comunicato nulla."
                )}
              </p>
              <input type="hidden" name="last" value={previous?.id ?? 0} />
              <input type="hidden" name="sequence" value={lastLine?.sequence ?? 0} />
              <ContributionFields
                typed={refused?.typed ?? prefilledFrom(previous)}
                errors={errors}
                today={today}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Salva il contributo
                </button>
                <a href={back}>Annulla e torna all’azione</a>
              </p>
            </>
          )}
        </div>
        <div className="aside">{aside}</div>
      </div>
    </form>
  );
}

/** Only the status and its progress are taken from what was said before: a proof and a note are of one contribution. */
export function prefilledFrom(previous: ToldContribution | undefined): Record<string, string> {
  if (!previous) return {};
  return { status: previous.status, progress: String(Math.min(previous.progress, 99)) };
}

export function LastSaid({ contribution }: { contribution: ToldContribution }) {
  const { status, progress, effective_on, note } = contribution;
  return (
    <>
      L’ultima volta l’ufficio ha comunicato: <b>{contributionWords(status, progress)}</b>{" "}
      {dayWith("dal", effective_on)}
      {note ? `: «${note}»` : "."}
    </>
  );
}
