import type { ReactNode } from "react";
import { planAddress, planActionAddress } from "#app/addresses.ts";
import { SITUATION_CODE } from "#app/domain/codes.ts";
import type { Day } from "#app/domain/days.ts";
import { isStale, STALE_AFTER_DAYS } from "#app/domain/freshness.ts";
import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan-at.ts";
import { SITUATIONS, type Situation } from "#app/domain/situations.ts";
import { STATUSES } from "#app/domain/status-steps.ts";
import { tally } from "#app/domain/yearly-progress.ts";
import { count, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL, STATUS_LABEL } from "#app/labels.ts";
import { Glyph, type GlyphName } from "../situation.tsx";

const EXPLAINS: Record<Situation, string> = {
  "completed-proven": "atto, collegamento o nota",
  "completed-declared": "manca la prova",
  "in-progress": "nei termini",
  "to-start": "nei termini",
  late: "",
  suspended: "nei termini",
  rescheduled: "restano contate nel loro anno",
  cancelled: "restano contate nel loro anno",
};

/** The legend, the counts and the way to the rows behind them, in one list. */
export function PlanLegend({
  plan,
  al,
  years,
  actions,
}: {
  plan: string;
  al?: Day;
  years: PlanActionYear[];
  actions: PlanActionOnDay[];
}) {
  const { counts } = tally(years);
  const late = years.filter((year) => year.situation === "late");
  const unclear = actions.filter((action) => action.unknownYearCount > 0);
  const stale = years.filter(isStale);
  const never = stale.filter((year) => !year.silence?.everUpdated).length;
  return (
    <div>
      <ul className="lg">
        {SITUATIONS.map((situation) => (
          <Entry
            key={situation}
            of={situation}
            number={counts[situation]}
            address={planAddress(plan, { situazione: SITUATION_CODE[situation], al })}
            hint={situation === "late" ? statusesOf(late) : EXPLAINS[situation]}
          >
            {counts[situation] === 1 ? SITUATION_LABEL[situation] : SITUATIONS_LABEL[situation]}
          </Entry>
        ))}
        {unclear.map((action) => (
          <Entry
            key={action.code}
            of="unknown"
            number={action.unknownYearCount}
            address={planActionAddress(plan, action.code, al)}
            hint={`azione ${action.code}, anni non noti`}
          >
            da chiarire
          </Entry>
        ))}
      </ul>
      <h2 className="lgh">Da seguire</h2>
      <p className="sm">
        <Glyph of="stale" /> <b>{stale.length}</b>{" "}
        {stale.length === 1 ? "annualità aperta ferma" : "annualità aperte ferme"} da oltre {STALE_AFTER_DAYS}{" "}
        giorni{never > 0 && `, di cui ${count(never, "mai aggiornata", "mai aggiornate")}`}.
      </p>
    </div>
  );
}

function Entry({
  of,
  number,
  address,
  hint,
  children,
}: {
  of: GlyphName;
  number: number;
  address: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <li>
      <a href={address}>
        <Glyph of={of} progress={50} />
        <span className="k">{number}</span>
        <span className="l">
          {children} {hint !== "" && <i>{hint}</i>}
        </span>
      </a>
    </li>
  );
}

/** "8 in corso, 3 da avviare, 1 sospesa": the statuses that the late ones have. */
function statusesOf(late: PlanActionYear[]): string {
  const parts = STATUSES.map((status) => ({
    status,
    number: late.filter((year) => year.status === status).length,
  }));
  return joinWords(
    parts.filter(({ number }) => number > 0).map(({ status, number }) => `${number} ${STATUS_LABEL[status]}`),
  );
}
