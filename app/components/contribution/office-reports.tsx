import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { Role } from "#app/domain/permissions.ts";
import { dayWith, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { EvidenceWords } from "../action/evidence.tsx";
import { contributionWords, Glyph } from "../situation.tsx";

export type ToldContribution = {
  id: number;
  status: ContributionStatus;
  progress: number;
  effective_on: string;
  evidence: Evidence | null;
  note: string;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  agreed_at: string | null;
};

export type OfficeReport = {
  office: string;
  name: string;
  standing: ToldContribution | null;
  claim: ToldContribution | null;
};

/** What each office of a shared annualità reports of its part, who has not reported yet included (R10). */
export function OfficeReports({ says }: { says: OfficeReport[] }) {
  return (
    <ul className="reports">
      {says.map(({ office, name, standing, claim }) => (
        <li key={office}>
          <b>{name}</b>:{" "}
          {standing ? (
            <Reported contribution={standing} name={name} />
          ) : claim ? null : (
            <span className="mut">non ha ancora comunicato nulla</span>
          )}
          {claim && <Claimed contribution={claim} name={name} hasEarlier={standing !== null} />}
        </li>
      ))}
    </ul>
  );
}

function Reported({ contribution, name }: { contribution: ToldContribution; name: string }) {
  const { status, progress, effective_on, agreed_at } = contribution;
  return (
    <>
      {status !== "not-pertinent" && (
        <Glyph of={status === "completed" ? completedGlyph(contribution) : status} progress={progress} />
      )}{" "}
      {contributionWords(status, progress)}
      {status === "completed" && (contribution.evidence ? ", provata," : ", dichiarata,")}{" "}
      {dayWith("dal", effective_on)}
      {agreed_at !== null && `; il RTD è d’accordo ${momentWithArticle(agreed_at)}`}.
      <Details contribution={contribution} name={name} />
    </>
  );
}

/** A claim that waits for the RTD, after what the office said before, if anything. */
function Claimed({
  contribution,
  name,
  hasEarlier,
}: {
  contribution: ToldContribution;
  name: string;
  hasEarlier: boolean;
}) {
  return (
    <>
      {hasEarlier && " "}
      <b>{hasEarlier ? "Ora si dice non pertinente" : "si dice non pertinente"}</b>{" "}
      {dayWith("dal", contribution.effective_on)}: conta quando il RTD è d’accordo.
      <Details contribution={contribution} name={name} />
    </>
  );
}

/** Note, proof, and who reported when: by which office only where it is another one than that of the report. */
function Details({ contribution, name }: { contribution: ToldContribution; name: string }) {
  const { evidence, note, recorded_at, author_role, author_office } = contribution;
  return (
    <span className="m">
      {note && <>«{note}» </>}
      {evidence && (
        <>
          Prova: <EvidenceWords evidence={evidence} />.{" "}
        </>
      )}
      {authorLabel({ role: author_role, office: author_office === name ? null : author_office })},{" "}
      {momentWithArticle(recorded_at)}.
    </span>
  );
}

function completedGlyph({ evidence }: ToldContribution) {
  return evidence ? "completed-proven" : "completed-declared";
}
