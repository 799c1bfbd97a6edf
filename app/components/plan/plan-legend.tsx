import type { ReactNode } from "react";
import { planAddress, planActionAddress } from "#app/addresses.ts";
import { SITUATION_CODE } from "#app/domain/codes.ts";
import type { Day } from "#app/domain/days.ts";
import { STALE_AFTER_DAYS } from "#app/domain/plan/freshness.ts";
import type { PlanSummary } from "#app/domain/plan/plan-summary.ts";
import { SITUATIONS, type Situation } from "#app/domain/status/situations.ts";
import { count, formatNumber, joinWords } from "#app/format.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL, STATUS_LABEL } from "#app/labels.ts";
import { Glyph, type GlyphName } from "../situation.tsx";

const EXPLAINS: Record<Situation, string> = {
  "completed-proven": "atto, collegamento o nota",
  "completed-declared": "manca la prova",
  "in-progress": "nei termini",
  "to-start": "nei termini",
  late: "",
  suspended: "nei termini",
  rescheduled: "contate nel loro anno",
  cancelled: "contate nel loro anno",
};

/** The legend, the counts and the way to the rows behind them, in one list. */
export function PlanLegend({ plan, al, summary }: { plan: string; al?: Day; summary: PlanSummary }) {
  const { figures, lateByStatus, unclear, stale } = summary;
  const { counts } = figures;
  return (
    <div>
      <ul className="lg">
        {SITUATIONS.map((situation) => (
          <Entry
            key={situation}
            of={situation}
            number={counts[situation]}
            address={`${planAddress(plan, { situazione: SITUATION_CODE[situation], al })}#azioni`}
            hint={situation === "late" ? statusesOf(lateByStatus) : EXPLAINS[situation]}
          >
            {counts[situation] === 1 ? SITUATION_LABEL[situation] : SITUATIONS_LABEL[situation]}
          </Entry>
        ))}
        {unclear.map(({ code, number }) => (
          <Entry
            key={code}
            of="unknown"
            number={number}
            address={planActionAddress(plan, code, al)}
            hint={`azione ${code}, anni non noti`}
          >
            da chiarire
          </Entry>
        ))}
      </ul>
      {stale.total > 0 && (
        <>
          <h2 className="lgh">Da seguire</h2>
          <p className="sm">
            <Glyph of="stale" /> <b>{formatNumber(stale.total)}</b>{" "}
            {stale.total === 1 ? "annualità aperta ferma" : "annualità aperte ferme"} da oltre{" "}
            {STALE_AFTER_DAYS} giorni
            {stale.neverUpdated > 0 &&
              `, di cui ${count(stale.neverUpdated, "mai aggiornata", "mai aggiornate")}`}
            .
          </p>
        </>
      )}
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
        <span className="k">{formatNumber(number)}</span>
        <span className="l">
          {children} {hint !== "" && <i>{hint}</i>}
        </span>
      </a>
    </li>
  );
}

/** "8 in corso, 3 da avviare, 1 sospesa": the statuses that the late ones have. */
function statusesOf(late: PlanSummary["lateByStatus"]): string {
  return joinWords(late.map(({ status, number }) => `${formatNumber(number)} ${STATUS_LABEL[status]}`));
}
