import { objectiveAddress } from "#app/objective-addresses.ts";
import { type Recorded, RecordedNotice } from "./recorded-notice.tsx";
import { type ReportableStep, StepReportForm } from "./step-report-form.tsx";
import type { StepDoing } from "./steps-table.tsx";

/** What a person may report of steps, and what they asked for: a form to open, or what they have just recorded. */
export type StepsAsked = {
  mayReport: boolean;
  open: ReportableStep | undefined;
  recorded: Recorded | undefined;
  /** The reports that the person may put right. */
  correctable: number[];
};

/** The same as the table of steps draws it: the form, or the notice, in the place of its step. */
export function stepDoing(code: string, { mayReport, open, recorded, correctable }: StepsAsked): StepDoing {
  if (open) {
    const back = `${objectiveAddress(code)}#punto-${open.ordinal}`;
    const form = <StepReportForm step={open} back={back} />;
    return { mayReport, correctable, open: { ordinal: open.ordinal, form, isForm: true } };
  }
  if (recorded?.kind !== "report") return { mayReport, correctable, open: null };
  const notice = <RecordedNotice recorded={recorded} />;
  return { mayReport, correctable, open: { ordinal: recorded.ordinal, form: notice, isForm: false } };
}
