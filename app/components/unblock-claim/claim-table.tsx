import { claimDecisionAddress, workProcessAddress } from "#app/addresses.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import type { Confidence } from "#app/domain/level/claims.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { dayWith } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { BLOCKER_KIND_LABEL, CLAIM_EFFECT_LABEL, CONFIDENCE_LABEL } from "#app/process-labels.ts";
import { usePastDay } from "../frame/past-day.ts";
import { ClaimActionCodes, ClaimTag, StandingWords, type ToldClaim } from "./claim-actions.tsx";
import { LevelOf } from "../work-process/level.tsx";

export type ClaimTableRow = {
  process: { code: string; title: string; level: Level };
  blocker: { ordinal: number; kind: BlockerKind };
  told: ToldClaim;
  confidence: Confidence | null;
  rationale: string;
  author_role: Role;
  author_office: string | null;
};

/** Claims, one a row: of which process and blocker, which actions, what they do, how it stands and who said so. */
export function ClaimTable({
  rows,
  inForce,
  mayDecide,
}: {
  rows: ClaimTableRow[];
  inForce: string | undefined;
  mayDecide: boolean;
}) {
  const al = usePastDay();
  const levelThen = al ? "Livello" : "Livello oggi";
  return (
    <table className="t cards claims-list">
      <caption className="sr">
        Gli sblocchi: il processo e il blocco, le azioni che servono, che cosa fanno e in che stato sono
      </caption>
      <thead>
        <tr>
          <th scope="col">Attività e blocco</th>
          <th scope="col" className="c-level">
            {levelThen}
          </th>
          <th scope="col">Azioni</th>
          <th scope="col" className="c-effect">
            Che cosa fanno
          </th>
          <th scope="col" className="c-state">
            Stato
          </th>
          {mayDecide && <th scope="col">Decisione</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ told, process, blocker, ...row }) => (
          <tr key={told.id}>
            <th scope="row">
              <a href={workProcessAddress(process.code, al)}>{process.title}</a>
              <span className="mut sm d">
                {process.code} · {BLOCKER_KIND_LABEL[blocker.kind]}
              </span>
            </th>
            <td data-l={levelThen}>
              <LevelOf level={process.level} />
            </td>
            <td data-l="Azioni">
              <ClaimActionCodes actions={told.actions} inForce={inForce} />
              <span className="sm d">
                <StandingWords claim={told} al={al} />
              </span>
            </td>
            <td data-l="Che cosa fanno">
              {CLAIM_EFFECT_LABEL[told.effect]}
              {row.confidence && (
                <span className="mut sm d">confidenza {CONFIDENCE_LABEL[row.confidence]}</span>
              )}
            </td>
            <td data-l="Stato">
              <ClaimTag claim={told} />
              <span className="mut sm d">
                {dayWith("dal", told.since)},{" "}
                {authorLabel({ role: row.author_role, office: row.author_office })}
              </span>
            </td>
            {mayDecide && (
              <td>
                <a href={claimDecisionAddress(told.id)}>
                  Decidi
                  <span className="sr">
                    {" "}
                    su {process.title}, {told.actions.map(({ code }) => code).join(", ")}
                  </span>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
