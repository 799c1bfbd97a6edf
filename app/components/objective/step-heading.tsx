import { quotedLast } from "#app/format.ts";
import type { ReportableStep } from "./step-report-form.tsx";

/** What a page about one step is about: the step, what was planned of it, its objective. */
export function StepHeading({
  title,
  step,
  words,
}: {
  title: string;
  step: Pick<ReportableStep, "objective" | "text" | "planned">;
  words: string;
}) {
  return (
    <>
      <h1>{words}</h1>
      <p className="sent">{step.text}</p>
      <p>
        Programmato: {step.planned === null ? "non scritto." : quotedLast(step.planned)}{" "}
        <span className="mut">
          Obiettivo {step.objective}, {title}
        </span>
      </p>
    </>
  );
}
