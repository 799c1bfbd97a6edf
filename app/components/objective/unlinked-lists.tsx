import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { PlanStanding } from "#app/domain/plan/plan-standing.ts";
import { count, formatNumber } from "#app/format.ts";
import { PLAN_STANDING_LABEL } from "#app/labels.ts";
import { actionObjectiveAddress, objectiveAddress, objectivePart } from "#app/objective-addresses.ts";
import { documentWords, yearsWords } from "#app/objective-sentences.ts";

type UnlinkedObjective = {
  code: string;
  title: string;
  document: string;
  number_as_written: string | null;
  first_year: number;
  last_year: number;
  offices: string[];
};
export type PlanWithout = {
  code: string;
  standing: PlanStanding;
  total: number;
  actions: { code: string; title: string; years: number[] }[];
};
export type UnreadStep = {
  code: string;
  title: string;
  ordinal: number;
  name: string;
  text: string;
  planned: string;
};

/** `mayLink`: whether who reads may make a link, now. */
type Shown = { mayLink: boolean; al: Day | undefined };

export function ObjectivesWithoutActions({
  objectives,
  total,
  mayLink,
  al,
}: { objectives: readonly UnlinkedObjective[]; total: number } & Shown) {
  return (
    <section aria-labelledby="senza-azioni">
      <h2 id="senza-azioni">
        Obiettivi senza azioni: {formatNumber(objectives.length)} su {formatNumber(total)}
      </h2>
      {objectives.length > 0 && (
        <ul className="list">
          {objectives.map((one) => (
            <li key={one.code} className="row2">
              <span className="grow">
                <a href={objectiveAddress(one.code, al)}>{one.title}</a>
                <span className="mut sm d">
                  {[`${documentWords(one)} (${yearsWords(one)})`, ...one.offices].join(" · ")}
                </span>
              </span>
              {mayLink && (
                <a className="sm noprint" href={objectivePart(one.code, "collegamenti", "nuovo")}>
                  Collega un’azione<span className="sr"> a «{one.title}»</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The actions of a plan that no objective rests on; of a plan that is over, folded. */
export function ActionsWithoutObjectives({ plan, mayLink, al }: { plan: PlanWithout } & Shown) {
  const standing = PLAN_STANDING_LABEL[plan.standing];
  return (
    <details className="unlocks" open={plan.standing === "in-force"}>
      <summary>
        Piano {plan.code}
        {standing !== "" && `, ${standing}`}:{" "}
        <b>
          {formatNumber(plan.actions.length)} su {count(plan.total, "azione", "azioni")}
        </b>
      </summary>
      <ul className="list">
        {plan.actions.map(({ code, title, years }) => (
          <li key={code} className="row2">
            <span className="grow">
              <a href={planActionAddress(plan.code, code, al)}>
                <b>{code}</b> {title}
              </a>
              <span className="mut sm d">{years.length === 0 ? "anni da chiarire" : years.join(", ")}</span>
            </span>
            {mayLink && (
              <a className="sm noprint" href={actionObjectiveAddress(plan.code, code)}>
                Collega a un obiettivo<span className="sr">: la {code}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The points of whose programmato nothing was understood, or a day was not: the words as they are written. */
export function UnreadTerms({ steps, al }: { steps: readonly UnreadStep[]; al: Day | undefined }) {
  return (
    <section aria-labelledby="non-letti">
      <h2 id="non-letti">Termini non letti: {formatNumber(steps.length)}</h2>
      <p className="sm mut">
        Del programmato di questi punti non si è capito nulla, o c’è un giorno che non si è capito: restano le
        parole del documento, da guardare.
      </p>
      {steps.length > 0 && (
        <ul className="list">
          {steps.map(({ code, title, ordinal, name, text, planned }) => (
            <li key={`${code} ${ordinal}`}>
              «{planned}»
              <span className="mut sm d">
                {text} ·{" "}
                <a href={`${objectiveAddress(code, al)}#punto-${ordinal}`}>
                  {title}, punto {name}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
