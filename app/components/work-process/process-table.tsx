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
      {actions.map((action, index) => (
        <span key={`${action.plan} ${action.code}`}>
          {index > 0 && (index === actions.length - 1 ? " e dalla " : ", dalla ")}
          <ActionLink {...action} {...around} />
        </span>
      ))}
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

/** The actions that a claim still waits for or, where all are done, those that wait only for the claim to be confirmed. */
function Claim({ claim: { state, actions }, ...around }: { claim: RowClaim } & Around) {
  const awaited = actions.filter(({ years, isUnclear }) => years.length > 0 || isUnclear);
  const shown = awaited.length > 0 ? awaited : actions;
  return (
    <li>
      {shown.map((action) => (
        <span key={`${action.plan} ${action.code}`} className="awaited">
          <Awaited action={action} {...around} />
        </span>
      ))}{" "}
      <span className={state === "confirmed" ? "tag full" : "tag dash"}>{CLAIM_STATE_LABEL[state]}</span>
    </li>
  );
}

function Awaited({ action, ...around }: { action: AwaitedAction } & Around) {
  const alike = groupBy(action.years, yearWords);
  return (
    <>
      <ActionLink {...action} {...around} />
      {action.isUnclear && " anni da chiarire"}
      {action.years.length === 0 && !action.isUnclear && " completata: manca la conferma"}
      {[...alike].map(([words, years]) => (
        <span key={words} className="year">
          <Glyph of={years[0]!.situation} progress={years[0]!.progress} />{" "}
          {joinWords(years.map(({ year }) => String(year)))} {words}
        </span>
      ))}
    </>
  );
}

function yearWords({ situation, status, progress }: AwaitedYear): string {
  return situation === "late" ? SITUATION_LABEL.late : statusWords(status, progress);
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
