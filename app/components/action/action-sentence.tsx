import { type Viewpoint, daysBetween } from "#app/domain/days.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { percentOf } from "#app/domain/plan/yearly-progress.ts";
import { capitalize, count, formatDay, joinWords, percentWith } from "#app/format.ts";
import { DERIVED_STATUS_LABEL } from "#app/labels.ts";

/** The one thing to know of an action: its derived status, what is late, how far it is and over what (R5). */
export function ActionSentence({ action, at }: { action: PlanActionOnDay; at: Viewpoint }) {
  if (action.status === "to-clarify") {
    return (
      <p className="sent">
        <b>Da chiarire.</b> Il documento ha {count(action.unknownYearCount, "X", "X")} per questa azione ma
        non dice in quali anni: finché non si chiarisce, non ha annualità e non entra in nessuna cifra.
      </p>
    );
  }
  const late = action.years.filter((year) => year.situation === "late");
  const measured = action.years.filter(
    (year) => year.situation !== "rescheduled" && year.situation !== "cancelled",
  );
  const percent = percentOf(action.progress);
  const percents = measured.map((year) => String(year.progress));
  return (
    <p className="sent">
      <b>
        {capitalize(DERIVED_STATUS_LABEL[action.status])}
        {late.length > 0 && `, in ritardo ${joinWords(late.map((year) => `per il ${year.year}`))}`}.
      </b>{" "}
      {percent !== null &&
        measured.length > 1 &&
        `L’azione è ${percentWith("al", percent)}: media di ${measured.length} annualità (${joinWords(percents)}). `}
      {percent !== null &&
        measured.length === 1 &&
        `L’azione è ${percentWith("al", percent)}, su un’annualità. `}
      {late.map((year) => termWords(year, at))}
      {action.unknownYearCount > 0 &&
        `Il documento ne ha ${count(action.unknownYearCount, "altra", "altre")} di cui non dice l’anno. `}
    </p>
  );
}

function termWords({ year, dueOn }: PlanActionOnDay["years"][number], at: Viewpoint): string {
  const days = daysBetween(dueOn, at.day);
  if (days === 0) return `Il termine del ${year}, ${formatDay(dueOn)}, scadeva quel giorno. `;
  return `Il termine del ${year}, ${formatDay(dueOn)}, è passato da ${count(days, "giorno", "giorni")}. `;
}
