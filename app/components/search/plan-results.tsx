import { planActionAddress, searchAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { PlanStanding } from "#app/domain/plan/plan-standing.ts";
import { count, formatNumber } from "#app/format.ts";
import { PLAN_STANDING_LABEL } from "#app/labels.ts";
import { Marked } from "./marked.tsx";

export type PlanResultsProps = {
  plan: { code: string; standing: PlanStanding };
  total: number;
  listed: { code: string; title: string; about: string[] }[];
  words: string[];
  asked: { q: string; al: Day | undefined };
  /** True where this plan is the only one that is listed: there are no more of it to be shown. */
  isAlone: boolean;
};

/** The actions of a plan in which the words were found, each with where: its title, its area, who answers, a norm. */
export function PlanResults({ plan, total, listed, words, asked, isAlone }: PlanResultsProps) {
  const standing = PLAN_STANDING_LABEL[plan.standing];
  const left = total - listed.length;
  return (
    <section aria-labelledby={`piano-${plan.code}`}>
      <h2 id={`piano-${plan.code}`}>
        Piano {plan.code}
        {standing !== "" && `, ${standing}`}
        {!isAlone && `: ${count(total, "azione", "azioni")}`}
      </h2>
      <ul className="list">
        {listed.map(({ code, title, about }) => (
          <li key={code}>
            <a href={planActionAddress(plan.code, code, asked.al)}>
              <b>
                <Marked text={code} words={words} />
              </b>{" "}
              <Marked text={title} words={words} />
            </a>
            <span className="mut sm d">
              <Marked text={about.join(" · ")} words={words} />
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="sm">
          Qui le prime {formatNumber(listed.length)} di {formatNumber(total)}.{" "}
          {isAlone ? (
            "Aggiungi una parola per restringere la ricerca."
          ) : (
            <a href={searchAddress({ ...asked, piano: plan.code })}>Cerca solo nel piano {plan.code}</a>
          )}
        </p>
      )}
    </section>
  );
}
