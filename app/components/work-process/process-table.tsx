import { planActionAddress, workProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type {
  ActionName,
  AwaitedAction,
  AwaitedYear,
  LevelRow,
  RowClaim,
} from "#app/domain/work-process/process-row.ts";
import type { ClaimState } from "#app/domain/level/claims.ts";
import { dayWith, joinWords } from "#app/format.ts";
import { SITUATION_LABEL } from "#app/labels.ts";
import {
  BLOCKER_KIND_BECAUSE,
  BLOCKER_KIND_LABEL,
  CLAIM_STATE_LABEL,
  LEVEL_LABEL,
} from "#app/process-labels.ts";
import { Glyph, statusWords } from "../situation.tsx";
import { LevelOf } from "./level.tsx";

export type ProcessRowProps = LevelRow & {
  code: string;
  title: string;
  name: string | null;
  map: string;
  offices: { code: string; name: string }[];
};

/** What every row of the list has in common: the day looked at, and the plan that needs no mention. */
type Around = { al: Day | undefined; inForce: string | undefined };

/** Processes, one a row: what it is, whose, its level, why, and what would unlock it. */
export function ProcessTable({ rows, ...around }: { rows: ProcessRowProps[] } & Around) {
  return (
    <table className="t cards processes">
      <caption className="sr">
        I processi, nell’ordine dei cataloghi: uffici, livello, che cosa li blocca e che cosa li sblocca
      </caption>
      <thead>
        <tr>
          <th scope="col">Attività e processo</th>
          <th scope="col" className="c-office">
            Uffici
          </th>
          <th scope="col" className="c-level">
            Livello
          </th>
          <th scope="col" className="c-why">
            Perché
          </th>
          <th scope="col" className="c-unlock">
            Che cosa lo sblocca
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={workProcessAddress(row.code, around.al)}>{row.title}</a>
              <span className="mut sm d">
                {row.name !== null && `${row.name} · `}
                {row.code} · catalogo {row.map}
              </span>
            </th>
            <td data-l="Uffici">{row.offices.map(({ name }) => name).join(", ")}</td>
            <td>
              <LevelOf level={row.level} />
              {row.written !== row.level && (
                <span className="mut sm d">in origine {LEVEL_LABEL[row.written]}</span>
              )}
            </td>
            <td data-l="Perché">{whyWords(row)}</td>
            <td>
              {row.raised && <Raised {...row.raised} isWhole={row.level === "yes"} {...around} />}
              <Ahead row={row} {...around} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The kinds of what blocks, in short; where the map does not say it, that it does not. */
function whyWords({ blocking }: ProcessRowProps): string {
  const words = blocking.map(({ kind, state }) => {
    if (kind === "unspecified") return BLOCKER_KIND_BECAUSE.unspecified;
    return state === "reduced" ? `${BLOCKER_KIND_LABEL[kind]} (ridotto)` : BLOCKER_KIND_LABEL[kind];
  });
  return [...new Set(words)].join("; ");
}

/** Since when an action has raised the level, and which. */
function Raised({
  on,
  actions,
  isWhole,
  ...around
}: NonNullable<LevelRow["raised"]> & { isWhole: boolean } & Around) {
  return (
    <p>
      {isWhole ? "sbloccato" : "sbloccato in parte"} {dayWith("dal", on)} dalla{" "}
      <ActionLinks actions={actions} joint="dalla " {...around} />
    </p>
  );
}

/** What may still become of a process below SI: the first of the four figures that fits it, with the claims that make it so. */
function Ahead({ row: { figure, attainable, claims }, ...around }: { row: ProcessRowProps } & Around) {
  if (figure === null) return null;
  const words = {
    unlockable: `può diventare ${LEVEL_LABEL[attainable]}`,
    never: "mai: resta un blocco strutturale",
    lightened: "solo alleggerito",
    "without-action": "senza un’azione che lo sblocchi",
  }[figure];
  return (
    <>
      <p className={figure === "unlockable" ? undefined : "mut"}>{words}</p>
      {claims.length > 0 && (
        <ul className="claims">
          {claims.map((claim) => (
            <Claim key={claim.id} claim={claim} {...around} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The actions that a claim still waits for or, where all are done, that they are. */
function Claim({ claim: { state, actions }, ...around }: { claim: RowClaim } & Around) {
  const awaited = actions.filter(({ years, isUnclear }) => years.length > 0 || isUnclear);
  return (
    <li>
      {awaited.length === 0 && <Done actions={actions} state={state} {...around} />}
      {awaited.map((action) => (
        <span key={`${action.plan} ${action.code}`} className="awaited">
          <Awaited action={action} {...around} />
        </span>
      ))}{" "}
      <span className={CLAIM_TAG[state]}>{CLAIM_STATE_LABEL[state]}</span>
      {state === "contested" && ": decide il RTD"}
    </li>
  );
}

const CLAIM_TAG: Record<ClaimState, string> = {
  proposed: "tag dash",
  confirmed: "tag full",
  contested: "tag",
  rejected: "tag",
};

/** "la 4.4.1 e la 4.10.1 sono completate: manca la conferma dello sblocco": said once, of the claim. */
function Done({ actions, state, ...around }: { actions: ActionName[]; state: ClaimState } & Around) {
  return (
    <>
      la <ActionLinks actions={actions} joint="la " {...around} />{" "}
      {actions.length === 1 ? "è completata" : "sono completate"}
      {state === "proposed" && ": manca la conferma dello sblocco"}
    </>
  );
}

/** "4.4.1 e dalla 4.10.1": the actions, the article or preposition before each but the first. */
function ActionLinks({ actions, joint, ...around }: { actions: ActionName[]; joint: string } & Around) {
  return actions.map((action, index) => (
    <span key={`${action.plan} ${action.code}`}>
      {index > 0 && `${index === actions.length - 1 ? " e " : ", "}${joint}`}
      <ActionLink {...action} {...around} />
    </span>
  ));
}

function Awaited({ action, ...around }: { action: AwaitedAction } & Around) {
  const alike = groupBy(action.years, yearWords);
  return (
    <>
      <ActionLink {...action} {...around} />
      {action.isUnclear && " anni da chiarire"}
      {[...alike].map(([words, years]) => (
        <span key={words} className="year">
          <Glyph of={years[0]!.situation} progress={years[0]!.progress} />{" "}
          {joinWords(years.map(({ year }) => String(year)))} {words}
        </span>
      ))}
    </>
  );
}

/** "in corso 40%", "in ritardo"; what is late because it is suspended says so: "in ritardo, sospesa al 20%". */
export function yearWords({ situation, status, progress }: Omit<AwaitedYear, "year">): string {
  if (situation !== "late") return statusWords(status, progress);
  return status === "suspended"
    ? `${SITUATION_LABEL.late}, ${statusWords(status, progress)}`
    : SITUATION_LABEL.late;
}

function ActionLink({ plan, code, title, al, inForce }: ActionName & Around) {
  return (
    <>
      <a href={planActionAddress(plan, code, al)}>
        <b>{code}</b>
        <span className="sr"> {title}</span>
      </a>
      {plan !== inForce && <span className="mut sm"> ({plan})</span>}
    </>
  );
}
