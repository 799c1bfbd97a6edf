import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import { dayWith } from "#app/format.ts";
import { BackToRound } from "../monitoring/back-to-round.tsx";
import { contributionWords } from "../situation.tsx";

type Reported = {
  office_name: string;
  year: number;
  status: ContributionStatus;
  progress: number;
  effective_on: string;
};

/** What an office just reported, said once where the person lands. */
export function ReportedNotice({ contribution }: { contribution: Reported }) {
  const { office_name, year, status, progress, effective_on } = contribution;
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> Il contributo di {office_name} al {year}: {contributionWords(status, progress)}{" "}
      {dayWith("dal", effective_on)}. Lo stato dell’annualità lo decide il RTD.
      <BackToRound />
    </p>
  );
}
