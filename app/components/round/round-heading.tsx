import { planActionAddress } from "#app/addresses.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { capitalize, count, dayWith } from "#app/format.ts";
import { SituationOf } from "../situation.tsx";

export type RoundHeadingProps = {
  plan: string;
  action: { code: string; title: string };
  actionYear: PlanActionYear;
  /** Where the item stands in the round; null for one that the round does not ask about. */
  position: { number: number; total: number } | null;
};

/** What the person is asked about, and why: read with the button that has the focus. */
export function RoundHeading({ plan, action, actionYear, position }: RoundHeadingProps) {
  const reasons = reasonWords(actionYear);
  return (
    <>
      <p className="scope">
        Giro di aggiornamento
        {position && (
          <>
            : {position.number} di {position.total}
          </>
        )}
      </p>
      <h1 id="annualita">
        {action.code}, {actionYear.year}
      </h1>
      <p className="sent">
        <a href={planActionAddress(plan, action.code)}>{action.title}</a>
      </p>
      <p id="situazione">
        <SituationOf actionYear={actionYear} big />
      </p>
      {reasons.length > 0 && <p className="mut">{capitalize(reasons.join("; "))}.</p>}
    </>
  );
}

function reasonWords({ situation, silence, dueOn }: PlanActionYear): string[] {
  const late = situation === "late" ? [`il termine è passato ${dayWith("il", dueOn)}`] : [];
  if (!silence) return late;
  const days = count(silence.days, "giorno", "giorni");
  return [
    ...late,
    silence.everUpdated ? `ultimo aggiornamento ${days} fa` : `nessun aggiornamento da ${days}`,
  ];
}
