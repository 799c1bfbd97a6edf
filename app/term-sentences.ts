import { daysBetween, type Viewpoint } from "./domain/days.ts";
import { type MeasuredStep, stepAddend } from "./domain/objective/objective-progress.ts";
import type { StepMeasure } from "./domain/objective/step-measures.ts";
import { concludedOn } from "./domain/objective/step-reports.ts";
import { missingPeriods, type StepStanding } from "./domain/objective/step-standing.ts";
import type { Term } from "./domain/objective/terms.ts";
import { count, dayWith, formatNumber, formatPercent } from "./format.ts";
import { PERIOD_LABELS } from "./objective-labels.ts";

type PlannedStep = {
  planned_as_written: string | null;
  terms: readonly Term[];
  isUnread: boolean;
  measure: StepMeasure;
};

/** What was understood of a programmato, one phrase a term; of what was not understood, that it stays as it is written. */
export function termsWords({ planned_as_written, terms, isUnread, measure }: PlannedStep): string[] {
  if (planned_as_written === null) return ["senza programmato"];
  const understood = [...new Set(terms.map((term) => termWords(term, measure)))];
  if (!isUnread) return understood;
  const what = understood.length > 0 ? "dice anche altro, che non è stato capito" : "termine non capito";
  return [...understood, `${what}: resta com’è scritto`];
}

/** What was understood of a programmato, for who writes it: by what the step will be measured, or that it will not be. */
export function understoodSentence(planned: PlannedStep): string {
  if (planned.planned_as_written === null)
    return "Senza programmato il punto è un’attività continuativa: non entra nella percentuale.";
  if (planned.isUnread && planned.measure.kind === "continuous")
    return "Non capito: il testo resta com’è, il punto non entra nella percentuale e compare fra i termini non capiti.";
  const said = `Capito: ${termsWords(planned).join("; ")}`;
  return planned.measure.kind === "continuous"
    ? `${said}. Non dà né un giorno né una cadenza: è un’attività continuativa, e non entra nella percentuale.`
    : `${said}.`;
}

/** "entro il 30/06/2024", "ogni mese: 12 periodi", "entro 5 giorni lavorativi da «acquisizione delle firme»", "su richiesta". */
export function termWords(term: Term, measure: StepMeasure): string {
  switch (term.kind) {
    case "due":
      return `entro ${dayWords(term.on, "il")}`;
    case "from":
      return dayWords(term.on, "dal");
    case "recurrence":
      return rhythmWords(term.every, measure);
    case "on-request":
      return "su richiesta";
    case "per-event":
      return "a ogni evento";
    case "immediate":
      return "subito";
    case "service":
      return serviceWords(term);
    case "condition":
      return `con una condizione: «${term.asWritten}»`;
    case "target":
      return `da raggiungere: ${formatNumber(term.value)}${term.unit === "%" ? "%" : ` ${term.unit}`}`;
  }
}

function dayWords({ year, month, day }: Extract<Term, { kind: "due" }>["on"], article: "il" | "dal"): string {
  const [numbers, text] = [[day, month].map((one) => String(one).padStart(2, "0")), String(year ?? 2000)];
  const words = dayWith(article, `${text}-${numbers[1]}-${numbers[0]}`);
  return year === null ? words.replace(/\/2000$/, "") : words;
}

function rhythmWords(every: Extract<Term, { kind: "recurrence" }>["every"], measure: StepMeasure): string {
  if (every === "unspecified") return "di continuo, senza dire ogni quanto";
  const rhythm = `ogni ${PERIOD_LABELS[every].one}`;
  const isMeasured = measure.kind === "periods" && measure.every === every;
  return isMeasured ? `${rhythm}: ${count(measure.periods.length, "periodo", "periodi")}` : rhythm;
}

const SERVICE_UNITS: Record<Extract<Term, { kind: "service" }>["unit"], { one: string; many: string }> = {
  hour: { one: "ora", many: "ore" },
  day: { one: "giorno", many: "giorni" },
  "working-day": { one: "giorno lavorativo", many: "giorni lavorativi" },
  month: { one: "mese", many: "mesi" },
};

function serviceWords({ amount, unit, side, of }: Extract<Term, { kind: "service" }>): string {
  const event = of === null ? "" : ` (${of})`;
  if (amount === 0) return `in giornata${event}`;
  const { one, many } = SERVICE_UNITS[unit];
  const time = count(amount, one, many);
  return side === "before" ? `${time} prima${event}` : `entro ${time}${event}`;
}

/** How a step stands, in words: "scaduto da 107 giorni", "in ritardo: mancano 8 mesi", "fatto il 12/07/2024, con 12 giorni di ritardo". */
export function stepStandingWords(
  step: MeasuredStep & PlannedStep,
  standing: StepStanding,
  at: Viewpoint,
): string {
  const { measure } = step;
  if (measure.kind === "continuous" || standing === "continuous") return unmeasuredWords(step);
  if (standing === "done")
    return (
      lateDoneWords(step) ??
      (measure.kind === "due" ? `fatto ${dayWith("il", concludedOn(step.reports)!)}` : "riportato per intero")
    );
  if (measure.kind === "due") return dueWords(daysBetween(at.day, measure.dueOn), standing);
  return standing === "late"
    ? `in ritardo: ${missingWords(missingPeriods(step, at).length, PERIOD_LABELS[measure.every])}`
    : "in regola";
}

/** Of what is not in the percentage: chosen to be so, or because its term is missing or could not be read. */
function unmeasuredWords({ planned_as_written, isUnread }: PlannedStep): string {
  const isChosen = planned_as_written !== null && !isUnread;
  return isChosen ? "attività continuativa" : "non conta nella percentuale";
}

/** "fatto il 12/07/2024, con 12 giorni di ritardo": of a step due by a day that was concluded after it; null of any other. */
export function lateDoneWords({
  reports,
  measure,
}: Pick<MeasuredStep, "reports" | "measure">): string | null {
  const on = measure.kind === "due" ? concludedOn(reports) : undefined;
  if (measure.kind !== "due" || on === undefined || on <= measure.dueOn) return null;
  const late = count(daysBetween(measure.dueOn, on), "giorno", "giorni");
  return `fatto ${dayWith("il", on)}, con ${late} di ritardo`;
}

function dueWords(left: number, standing: "late" | "in-time"): string {
  if (standing === "late") return left === 0 ? "scaduto" : `scaduto da ${count(-left, "giorno", "giorni")}`;
  return left === 0 ? "scade oggi" : missingWords(left, { one: "giorno", many: "giorni" });
}

function missingWords(number: number, { one, many }: { one: string; many: string }): string {
  return `${number === 1 ? "manca" : "mancano"} ${count(number, one, many)}`;
}

/** What was done of a step and what was expected: "2 su 12 mesi (atteso: 9)", "60%"; nothing where it has no measure, or no report tells it. */
export function stepDoneWords(step: MeasuredStep, at: Viewpoint): string | null {
  const addend = stepAddend(step, at);
  if (addend === undefined) return null;
  const { done, expected } = addend;
  if (step.measure.kind !== "periods") return step.reports.length === 0 ? null : formatPercent(done.parts);
  const { one, many } = PERIOD_LABELS[step.measure.every];
  return `${formatNumber(done.parts)} su ${count(done.of, one, many)} (atteso: ${formatNumber(expected.parts)})`;
}

/** "3 rendiconti, 41 volte": what was reported of what is never in the percentage (R9). */
export function occurrencesWords(reports: readonly { occurrences: number | null }[]): string {
  const times = reports.reduce((sum, one) => sum + (one.occurrences ?? 0), 0);
  const said = count(reports.length, "effettivo", "effettivi");
  return times === 0 ? said : `${said}, ${count(times, "volta", "volte")}`;
}

/** The days that a report says it is about: "dal 01/01/2024 al 31/01/2024"; nothing where it says none. */
export function coveredWords({
  covers_from_on: from,
  covers_until_on: until,
}: {
  covers_from_on: string | null;
  covers_until_on: string | null;
}): string | null {
  if (from === null && until === null) return null;
  if (from === null || until === null || from === until) return dayWith("il", (from ?? until)!);
  return `${dayWith("dal", from)} ${dayWith("al", until)}`;
}
