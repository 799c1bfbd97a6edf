import { blockerEditAddress, newClaimAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { BlockerOnDay } from "#app/domain/smartability.ts";
import { capitalize, dayWith } from "#app/format.ts";
import {
  BASIS_LABEL,
  BLOCKER_KIND_LABEL,
  BLOCKER_STATE_LABEL,
  EXTENT_LABEL,
  REMOVABILITY_LABEL,
  subkindLabel,
} from "#app/process-labels.ts";
import { ClaimRows, type ToldClaim } from "../unblock-claim/claim-rows.tsx";

export type ToldBlocker = Omit<BlockerOnDay, "claims"> & {
  note: string | null;
  /** What the map writes of it, where it says it. */
  quote: string | null;
  /** Since when it is removed or reduced. */
  since: Day | null;
  claims: ToldClaim[];
};

/** What a person may do from the table: nothing on a past day. */
export type BlockerLinks = { process: string; mayPropose: boolean; mayDecide: boolean; mayEdit: boolean };

/** The blockers one by one, each with the claims that take it away and how far their actions are, year by year. */
export function ProcessBlockers({
  blockers,
  years,
  links,
  al,
}: {
  blockers: readonly ToldBlocker[];
  years: readonly number[];
  links: BlockerLinks;
  al: Day | undefined;
}) {
  return (
    <table className="t cards unlocking">
      <caption>{captionOf(blockers)}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-blocker">
            Blocco
          </th>
          <th scope="col" className="c-claim">
            Sblocco
          </th>
          {years.length > 0 && <th scope="col">Azione</th>}
          {years.map((year) => (
            <th key={year} scope="col" className="c-yr">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      {blockers.map((blocker) => (
        <tbody key={blocker.id}>
          {blocker.claims.length === 0 ? (
            <tr>
              <BlockerCell blocker={blocker} rows={1} links={links} />
              <td colSpan={years.length === 0 ? 1 : years.length + 2} className="mut">
                {noClaimWords(blocker)}
              </td>
            </tr>
          ) : (
            <ClaimRows
              claims={blocker.claims}
              years={years}
              mayDecide={links.mayDecide}
              al={al}
              head={(rows) => <BlockerCell blocker={blocker} rows={rows} links={links} />}
            />
          )}
        </tbody>
      ))}
    </table>
  );
}

function BlockerCell({ blocker, rows, links }: { blocker: ToldBlocker; rows: number; links: BlockerLinks }) {
  const { kind, subkind, extent, basis, removability, state, since, quote, note } = blocker;
  const more = subkindLabel(subkind);
  return (
    <th scope="rowgroup" rowSpan={rows} id={`blocco-${blocker.ordinal}`}>
      <b>{capitalize(BLOCKER_KIND_LABEL[kind])}</b>
      {more !== null && more !== BLOCKER_KIND_LABEL[kind] && <> ({more})</>}{" "}
      <span className={state === "removed" ? "tag full" : "tag"}>
        {BLOCKER_STATE_LABEL[state]}
        {since !== null && ` ${dayWith("dal", since)}`}
      </span>
      <span className="sm mut d">
        {capitalize(EXTENT_LABEL[extent])}; {BASIS_LABEL[basis]}
        {quote !== null && `: «${quote}»`}. {capitalize(REMOVABILITY_LABEL[removability])}. {note}
      </span>
      <BlockerActions blocker={blocker} links={links} />
    </th>
  );
}

function BlockerActions({ blocker, links }: { blocker: ToldBlocker; links: BlockerLinks }) {
  const { ordinal, kind, removability, state } = blocker;
  const of = <span className="sr"> il blocco «{BLOCKER_KIND_LABEL[kind]}»</span>;
  return (
    <span className="sm d noprint doing">
      {links.mayPropose && removability !== "structural" && state !== "removed" && (
        <a href={newClaimAddress(links.process, ordinal)}>
          Proponi uno sblocco<span className="sr"> di «{BLOCKER_KIND_LABEL[kind]}»</span>
        </a>
      )}
      {links.mayEdit && (
        <>
          <a href={blockerEditAddress(links.process, ordinal, "modifica")}>Modifica{of}</a>
          <a href={blockerEditAddress(links.process, ordinal, "ritiro")}>Ritira{of}</a>
        </>
      )}
    </span>
  );
}

/** "1 blocco aperto" and what the table takes for granted: all the actions of a claim, any of the claims. */
function captionOf(blockers: readonly ToldBlocker[]): string {
  const open = blockers.filter(({ state }) => state !== "removed").length;
  const counted =
    open === blockers.length
      ? `${open} ${open === 1 ? "blocco" : "blocchi"}`
      : `${blockers.length} ${blockers.length === 1 ? "blocco" : "blocchi"}, ${open === 0 ? "nessuno ancora aperto" : `${open} ancora ${open === 1 ? "aperto" : "aperti"}`}`;
  const hasMany = blockers.some(({ claims }) => claims.some(({ actions }) => actions.length > 1));
  const hasAlternatives = blockers.some(({ claims }) => claims.length > 1);
  return [
    `${counted}.`,
    hasMany ? "Di uno sblocco servono completate tutte le azioni, in tutti i loro anni." : "",
    hasAlternatives ? "Gli sblocchi dello stesso blocco sono alternativi: vale il migliore." : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

function noClaimWords({ removability }: ToldBlocker): string {
  if (removability === "structural")
    return "Nessuno: è nella natura del lavoro, nessuna azione digitale lo toglie.";
  if (removability === "outside-plan") return "Nessuno in questo piano.";
  return "Nessuno, finora: non c’è un’azione di cui si dica che lo toglie.";
}
