import { dayInRome } from "#app/domain/days.ts";
import type { FigureFact } from "#app/domain/objective/objectives-on-day.ts";
import { capitalize, dayWith, formatPercent, quotedLast } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { objectivePart } from "#app/objective-addresses.ts";
import { FIGURE_LABELS } from "#app/objective-labels.ts";
import { actWords, type FigureWords } from "#app/objective-sentences.ts";

type Told = Omit<FigureFact, "objective_id" | "replaces_id">;

/** Of an objective of several offices one declares for all; `correctIn`: the code of the objective, for who may put a figure right. */
type Around = { isShared: boolean; correctIn: string | undefined };

export type FiguresProps = {
  percent: number | null;
  done: FigureWords | null;
  figures: { declared: Told | null; validated: Told | null };
};

/** What is computed, what its office declares, what the Nucleo validates: three figures, side by side (R9). */
export function ObjectiveFigures({ percent, done, figures, ...around }: FiguresProps & Around) {
  const { declared, validated } = figures;
  if (declared === null && validated === null)
    return (
      <p className="sm mut">
        Avanzamento calcolato: non ce n’è un altro dichiarato, né uno validato dal Nucleo.
      </p>
    );
  return (
    <ul className="kpis three">
      <li className="kpi">
        <span className="v">{done?.percent ?? "–"}</span>
        <span className="x">calcolato: {done?.share ?? "non misurabile"}</span>
      </li>
      {[declared, validated].map(
        (figure) => figure && <Figure key={figure.kind} figure={figure} computed={percent} {...around} />,
      )}
    </ul>
  );
}

function Figure({
  figure,
  computed,
  isShared,
  correctIn,
}: Around & { figure: Told; computed: number | null }) {
  return (
    <li className="kpi">
      <span className="v">{formatPercent(figure.percent!)}</span>
      <span className="x">
        <b>{capitalize(FIGURE_LABELS[figure.kind])}</b> {dayWith("il", dayInRome(figure.recorded_at))}, vale{" "}
        {dayWith("dal", figure.effective_on)},{" "}
        {authorLabel({ role: figure.author_role, office: figure.author_office })}
        {isShared && figure.kind === "declared" && " per tutti gli uffici dell’obiettivo"}
        {figure.percent !== computed && ", diverso dal calcolato"}
        {figure.reason === "" ? "." : `: ${quotedLast(figure.reason)}`}
        {figure.act_organ !== null && (
          <> Atto: {actWords({ organ: figure.act_organ, number: figure.act_number!, on: figure.act_on! })}.</>
        )}
        {correctIn !== undefined && (
          <a
            className="noprint"
            href={objectivePart(correctIn, "cifre", figure.id, "rettifica")}
            aria-label={`Rettifica l’avanzamento ${FIGURE_LABELS[figure.kind]}`}
          >
            {" "}
            Rettifica
          </a>
        )}
      </span>
    </li>
  );
}
