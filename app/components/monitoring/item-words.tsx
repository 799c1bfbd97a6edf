import type { Day } from "#app/domain/days.ts";
import type { ItemAnswer, Said } from "#app/domain/monitoring/answers.ts";
import type { Period } from "#app/domain/objective/terms.ts";
import type { Told } from "#app/components/situation.tsx";
import { Glyph, SituationOf, statusWords } from "#app/components/situation.tsx";
import { count, dayWith, formatNumber, formatPercent } from "#app/format.ts";
import { CONTRIBUTION_STATUS_LABEL } from "#app/labels.ts";
import { ITEM_STATE_LABEL, PERIOD_LABELS } from "#app/objective-labels.ts";

type StepTold = {
  objective: { code: string; title: string; address: string };
  planned: string | null;
  measure:
    | { kind: "periods"; every: Period | "due-days"; parts: number; of: number }
    | { kind: "due"; dueOn: Day; done: number }
    | { kind: "continuous" };
  reports: number;
  lastReport: Day | null;
  /** The effettivo that its office answered with; `progress`: in percent, null where its point is not measured so. */
  answered: { on: Day; text: string; progress: number | null } | null;
};

export type ToldItem = {
  id: number;
  seen: string;
  name: string;
  title: string;
  address: string;
  changeAddress: string | null;
  group: { name: string; title: string; address: string };
  isLate: boolean;
  answer: ItemAnswer & { on: Day | null };
  year: { plan: string; actionYear: Told | null; part: (Said & { effectiveOn: Day }) | null } | null;
  step: StepTold | null;
  isConfirmable: boolean;
};

export function ItemName({
  item: { name, title, address },
}: {
  item: Pick<ToldItem, "name" | "title" | "address">;
}) {
  return (
    <a className="cut two" href={address}>
      <b>{name}</b>
      {title && ` · ${title}`}
    </a>
  );
}

/** How what an item is of stands: the situation, or what the office last said of its part; the measure of a step. */
export function ItemStands({ item: { answer, year, step, isLate } }: { item: ToldItem }) {
  if (step)
    return (
      <>
        {isLate && (
          <b className="late">
            <Glyph of="late" /> in ritardo,{" "}
          </b>
        )}
        {stepWords(step)}
      </>
    );
  if (answer.way === "contribution" && year)
    return (
      <>
        {isLate && <b className="late">in ritardo; </b>}
        {partWords(year.part)}
      </>
    );
  return year?.actionYear ? <SituationOf actionYear={year.actionYear} /> : <>–</>;
}

/** "cambiata: da in corso 40% a in corso 60%, il 16/10/2026"; of a point the effettivo, "effettivo del 15/10/2026, 60%: «Inviato»". */
export function answerWords({ answer, step }: Pick<ToldItem, "answer" | "step">): string {
  const { state, from, to, on } = answer;
  const day = on === null ? "" : `, ${dayWith("il", on)}`;
  if (state !== "changed") return ITEM_STATE_LABEL[state] + day;
  if (to === null) return `${ITEM_STATE_LABEL.changed}: ${effettivoWords(step?.answered ?? null)}${day}`;
  const words = from === null ? `da mai comunicato a ${saidWords(to)}` : changeWords(from, to);
  return `${ITEM_STATE_LABEL.changed}: ${words}${day}`;
}

function effettivoWords(answered: StepTold["answered"]): string {
  if (answered === null) return "effettivo comunicato, poi ritirato";
  const { on, text, progress } = answered;
  const how = progress === null ? "" : `, ${formatPercent(progress)}`;
  return `effettivo ${dayWith("del", on)}${how}: «${text}»`;
}

function changeWords(from: Said, to: Said): string {
  const [before, after] = [saidWords(from), saidWords(to)];
  return before === after ? `${after}, con una prova nuova` : `da ${before} a ${after}`;
}

function saidWords({ status, progress }: Said): string {
  return status === "not-pertinent" ? CONTRIBUTION_STATUS_LABEL[status] : statusWords(status, progress);
}

function partWords(part: (Said & { effectiveOn: Day }) | null): string {
  if (part === null) return "contributo mai comunicato";
  return `contributo: ${saidWords(part)}, ${dayWith("dal", part.effectiveOn)}`;
}

function stepWords({ measure, reports, lastReport }: StepTold): string {
  const last = lastReport === null ? "" : `, l’ultimo ${dayWith("del", lastReport)}`;
  if (measure.kind === "due")
    return `termine ${dayWith("il", measure.dueOn)}: ${reports === 0 ? "nessun effettivo" : `effettivo al ${measure.done}%`}`;
  if (measure.kind === "continuous")
    return reports === 0 ? "nessun effettivo" : `${count(reports, "effettivo", "effettivi")}${last}`;
  const { one, many } = PERIOD_LABELS[measure.every];
  return `${formatNumber(measure.parts)} di ${count(measure.of, one, many)}${last}`;
}
