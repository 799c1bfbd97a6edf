import { statusAddress } from "#app/addresses.ts";
import { daysBetween, type Viewpoint } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { isStale } from "#app/domain/plan/freshness.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { count, formatDay } from "#app/format.ts";
import { EvidenceWords } from "./evidence.tsx";
import { YearContributions, type YearContributionsProps } from "../contribution/year-contributions.tsx";
import { Glyph, SituationOf } from "../situation.tsx";
import { YearCarrying, type YearLineage } from "../triennium/year-carrying.tsx";

export type ActionYearsProps = {
  plan: { code: string; last_year: number };
  code: string;
  /** The plan's years and, after them, those beyond it; null where the action has no X. */
  years: {
    year: number;
    actionYear: PlanActionYear | null;
    evidence: Evidence | null;
    mayUpdate: boolean;
    contributions: YearContributionsProps["contributions"] | null;
  }[];
  /** What comes from another plan, or goes on in one, by year. */
  carrying: YearLineage[];
  at: Viewpoint;
};

/** One box for each year of an action: situation, term, last word, proof, and the button of who may change it. */
export function ActionYears({ plan, code, years, carrying, at }: ActionYearsProps) {
  return (
    <ul className="yrs">
      {years.map(({ year, actionYear, evidence, mayUpdate, contributions }) =>
        actionYear ? (
          <li
            key={year}
            id={`anno-${year}`}
            className={`yr${actionYear.situation === "late" ? " late" : ""}`}
          >
            <h2 className="yy">
              {year}
              {year > plan.last_year && <span className="mut sm"> oltre il piano</span>}
            </h2>
            <SituationOf actionYear={actionYear} big />
            <YearCarrying plan={plan.code} code={code} carrying={carrying.find((one) => one.year === year)} />
            <dl>
              <Due actionYear={actionYear} at={at} />
              <dt>Ultimo aggiornamento</dt>
              <dd>{lastChangeWords(actionYear, at)}</dd>
              <dt>{actionYear.status === "completed" ? "Prova" : "Ultima prova"}</dt>
              <dd>
                {evidence ? (
                  <EvidenceWords evidence={evidence} />
                ) : actionYear.status === "completed" && actionYear.proven ? (
                  "vedi la storia"
                ) : (
                  "nessuna"
                )}
              </dd>
              {isStale(actionYear) && (
                <>
                  <dt>Senza aggiornamenti</dt>
                  <dd>
                    <Glyph of="stale" /> {actionYear.silence!.everUpdated ? "ferma da" : "mai aggiornata, da"}{" "}
                    {count(actionYear.silence!.days, "giorno", "giorni")}
                  </dd>
                </>
              )}
            </dl>
            {contributions && <YearContributions {...{ plan: plan.code, code, actionYear, contributions }} />}
            {mayUpdate && (
              <a
                className={`btn ${actionYear.situation === "late" ? "btn-primary" : "btn-outline-primary"} btn-s`}
                href={statusAddress(plan.code, code, year)}
              >
                Aggiorna il {year}
              </a>
            )}
          </li>
        ) : (
          <li key={year} className="yr none">
            <h2 className="yy">{year}</h2>
            <p className="sm">Non prevista: il piano non ha X in quest’anno.</p>
          </li>
        ),
      )}
    </ul>
  );
}

function Due({ actionYear, at }: { actionYear: PlanActionYear; at: Viewpoint }) {
  const left = daysBetween(at.day, actionYear.dueOn);
  const when =
    left === 0
      ? at.isOver
        ? "scaduto quel giorno"
        : "scade oggi"
      : left > 0
        ? `fra ${count(left, "giorno", "giorni")}`
        : `passato da ${count(-left, "giorno", "giorni")}`;
  return (
    <>
      <dt>Termine</dt>
      <dd>
        {formatDay(actionYear.dueOn)}
        {isOpen(actionYear.status) && `, ${when}`}
      </dd>
    </>
  );
}

/** When anything last happened; how long ago matters only while work is expected. */
function lastChangeWords({ effectiveOn, status }: PlanActionYear, at: Viewpoint): string {
  if (effectiveOn === null) return "nessuno";
  return isOpen(status)
    ? `${formatDay(effectiveOn)}, ${ago(daysBetween(effectiveOn, at.day))}`
    : formatDay(effectiveOn);
}

function ago(days: number): string {
  return days === 0 ? "oggi" : `${count(days, "giorno", "giorni")} fa`;
}
