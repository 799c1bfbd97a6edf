import { planActionAddress } from "#app/addresses.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { count } from "#app/format.ts";
import { statusWords } from "../situation.tsx";

type Taken = {
  sequence: number;
  plan: string;
  code: string;
  year: number;
  to_status: Status;
  progress: number;
};

/** What was just taken over, said once where the RTD lands. */
export function TakenNotice({ lines }: { lines: Taken[] }) {
  return (
    <div className="saved" role="status">
      <b>Salvato.</b> {count(lines.length, "proposta accolta", "proposte accolte")}:
      <ul>
        {lines.map(({ sequence, plan, code, year, to_status, progress }) => (
          <li key={sequence}>
            <a href={`${planActionAddress(plan, code)}#riga-${sequence}`}>
              {code}, {year}
            </a>{" "}
            è {statusWords(to_status, progress)}: riga {sequence} della storia.
          </li>
        ))}
      </ul>
    </div>
  );
}

/** With which office the RTD has just agreed that it has no part. */
export function AgreedNotice({
  contribution: { plan, code, year, office_name },
}: {
  contribution: { plan: string; code: string; year: number; office_name: string };
}) {
  return (
    <p className="saved" role="status">
      <b>Salvato.</b> Sei d’accordo: {office_name} non conta nelle proposte di{" "}
      <a href={`${planActionAddress(plan, code)}#anno-${year}`}>
        {code}, {year}
      </a>
      .
    </p>
  );
}
