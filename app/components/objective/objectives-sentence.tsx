import { withQuery } from "#app/addresses.ts";
import type { ObjectiveCounts } from "#app/domain/objective/objective-counts.ts";
import { count, formatNumber, joinWords } from "#app/format.ts";
import { unlinkedAddress } from "#app/objective-addresses.ts";
import { usePastDay } from "../frame/past-day.ts";

/** What a list of objectives comes to, in one breath. */
export function ObjectivesSentence({ counts }: { counts: ObjectiveCounts }) {
  const { total, measurable, behind } = counts;
  const unmeasurable = total - measurable;
  return (
    <p className="lede">
      {measurable > 0 && (
        <>
          <Behind behind={behind} measurable={measurable} />
          {unmeasurable > 0 ? "; " : "."}
        </>
      )}
      {unmeasurable > 0 && (
        <>
          <strong>{formatNumber(unmeasurable)}</strong> non{" "}
          {unmeasurable === 1 ? "è misurabile" : "sono misurabili"}.
        </>
      )}
    </p>
  );
}

function Behind({ behind, measurable }: Pick<ObjectiveCounts, "behind" | "measurable">) {
  if (measurable === 1)
    return (
      <>
        L’unico che si misura <strong>{behind === 1 ? "è" : "non è"}</strong> sotto l’atteso
      </>
    );
  return (
    <>
      <strong>{formatNumber(behind)}</strong> su {formatNumber(measurable)} che si misurano{" "}
      {behind === 1 ? "è" : "sono"} sotto l’atteso
    </>
  );
}

export type Unlinked = { plan: string; without: number; total: number }[];

/** What is linked to nothing, and what could not be read: legitimate, and listed (R9). */
export function WhatIsMissing({ counts, unlinked }: { counts: ObjectiveCounts; unlinked: Unlinked }) {
  const { withoutActions, unreadTerms, total } = counts;
  const al = usePastDay();
  const actions = unlinked.map(
    ({ plan, without, total: all }) =>
      `${count(without, "azione", "azioni")} su ${formatNumber(all)} del piano ${plan} non ${without === 1 ? "ha" : "hanno"} un obiettivo`,
  );
  return (
    <p className="sm mut">
      {withoutActions > 0 &&
        `${withoutActions === 1 ? "Un obiettivo" : `${formatNumber(withoutActions)} obiettivi`} su ${formatNumber(total)} non ${withoutActions === 1 ? "ha" : "hanno"} azioni collegate. `}
      {actions.length > 0 && `${joinWords(actions)}. `}
      {unreadTerms > 0 &&
        `${count(unreadTerms, "termine non è stato capito", "termini non sono stati capiti")}: ${unreadTerms === 1 ? "resta com’è scritto" : "restano come sono scritti"}.`}{" "}
      <a className="noprint" href={withQuery(unlinkedAddress(), { al })}>
        Che cosa non è collegato o non è stato capito
      </a>
    </p>
  );
}
