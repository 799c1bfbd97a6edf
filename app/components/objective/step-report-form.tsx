import type { Day } from "#app/domain/days.ts";
import type { ReportedPeriod, StepMeasure } from "#app/domain/objective/step-measures.ts";
import { stepReportPart } from "#app/objective-addresses.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { useKeptRound } from "../monitoring/back-to-round.tsx";
import type { Refused } from "../office/organisation-form.tsx";
import { type RecordedReport, ReportsMeanwhile } from "./reports-meanwhile.tsx";
import { StepReportFields } from "./step-report-fields.tsx";

/** A step as the form of its effettivo needs it. `reports`: all that was reported of it, in the order of recording. */
export type ReportableStep = {
  /** The code of its objective. */
  objective: string;
  ordinal: number;
  name: string;
  text: string;
  planned: string | null;
  measure: StepMeasure["kind"];
  every: Extract<StepMeasure, { kind: "periods" }>["every"] | null;
  periods: { reported: number; of: number };
  firstMissing: ReportedPeriod | null;
  /** The day that the form comes with. */
  suggestedDay: Day;
  /** The first day of the objective's first year. */
  firstDay: Day;
  reports: RecordedReport[];
  /** The last of the reports, and the row of its words that stands: what two windows are told apart by. */
  seen: number;
  version: number;
  /** What it said and what was planned, from the first row to the one that stands. */
  wordings: { id: number; text: string; planned: string | null }[];
  today: Day;
};

/** The form of an effettivo: in the place of its step, and alone on its page where it was refused. */
export function StepReportForm({
  step,
  refused,
  back,
}: {
  step: ReportableStep;
  refused?: Refused;
  back: string;
}) {
  const errors = refused?.errors ?? {};
  return (
    <form
      method="post"
      action={useKeptRound(stepReportPart(step.objective, step.ordinal))}
      aria-label={`Effettivo del punto ${step.name}`}
      noValidate
    >
      <ErrorSummary title="L’effettivo non è stato salvato" errors={errors} />
      <ReportsMeanwhile step={step} refused={refused} />
      <GuardFields step={step} refused={refused} />
      <StepReportFields step={step} typed={refused?.typed ?? {}} errors={errors} />
      <p className="buttons">
        <button className="btn btn-primary" type="submit">
          Salva l’effettivo
        </button>
        <a href={back}>Annulla e torna all’obiettivo</a>
      </p>
    </form>
  );
}

/** What the form was built from. After a conflict, which is told, it is built from what there is now. */
export function GuardFields({ step, refused }: { step: ReportableStep; refused: Refused }) {
  const kept = refused?.isConflict ? undefined : refused?.typed;
  return (
    <>
      <input type="hidden" name="seen" value={kept?.seen ?? step.seen} />
      <input type="hidden" name="version" value={kept?.version ?? step.version} />
      <input type="hidden" name="measure" value={kept?.measure ?? step.measure} />
    </>
  );
}
