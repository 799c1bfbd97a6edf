import type { Comparison } from "./domain/review/comparison.ts";
import { roundedTogether } from "./domain/review/comparison.ts";
import type { SuggestedDecision } from "./domain/review/decisions.ts";
import type { NamedYear, ReviewFinding } from "./domain/review/findings.ts";
import type { ReportDecision, ReportFinding } from "./domain/review/report-data.ts";
import type { Day } from "./domain/days.ts";
import type { Variation } from "./domain/variation/variations.ts";
import type { PlanActionYear } from "./domain/plan/plan-at.ts";
import { percentOf, type Progress } from "./domain/plan/yearly-progress.ts";
import {
  count,
  dayWith,
  formatDay,
  formatNumber,
  formatProgress,
  joinWords,
  numberWith,
  percentWith,
} from "./format.ts";
import { withdrawnWords } from "./labels.ts";
import { sentenceText } from "./sentence-parts.ts";
import { variationParts } from "./variation-sentences.ts";

/** How many annualità a sentence names one by one: the others are counted, and stand in the table. */
const NAMED = 6;

/** A finding as a sentence, and what it rests on: numerator, denominator, addends (R5). */
export function findingSentence(finding: ReviewFinding): ReportFinding {
  switch (finding.kind) {
    case "year": {
      const { year, completed, total, late, adopted, counts, proven } = finding.row;
      const withdrawn = withdrawnWords(counts);
      return {
        sentence: `Nel ${year} ${completed === 1 ? "è completata" : "sono completate"} ${count(completed, "annualità", "annualità")} su ${formatNumber(total)}, ${formatNumber(proven)} con prova; ${lateWords(late)}`,
        grounds: [
          adopted === total ? "Sono quelle adottate" : `Adottate per il ${year}: ${formatNumber(adopted)}`,
          ...(withdrawn.length > 0
            ? [`${numberWith("dei", total).replace(/^dei|^degli/, "delle")}, ${joinWords(withdrawn)}`]
            : []),
          progressGrounds(finding.row.progress),
        ].join("; "),
      };
    }
    case "plan": {
      const { completed, total, proven, progress } = finding.figures;
      return {
        sentence: `In tutto il piano ${completed === 1 ? "è completata" : "sono completate"} ${count(completed, "annualità", "annualità")} su ${formatNumber(total)}, ${formatNumber(proven)} con prova: l’avanzamento è ${formatProgress(progress)}`,
        grounds: [
          ...(finding.adopted === total ? [] : [`Il piano adottato ne ha ${formatNumber(finding.adopted)}`]),
          progressGrounds(progress),
        ].join("; "),
      };
    }
    case "compared":
      return comparedSentence(finding.before, finding.comparison);
    case "late":
      return {
        sentence: `${finding.late === 1 ? "È in ritardo 1 annualità" : `Sono in ritardo ${formatNumber(finding.late)} annualità`} su ${formatNumber(finding.total)}: da più tempo la ${finding.oldest.code} del ${finding.oldest.year}, scaduta ${dayWith("il", finding.oldest.dueOn)}`,
        grounds: `Per ambito: ${joinWords(finding.areas.map(({ code, late }) => `${code} (${late})`))}`,
      };
    case "slipped":
      return {
        sentence: `Delle ${formatNumber(finding.total)} annualità ${slippedWords(finding.rescheduled.length, finding.cancelled.length)}`,
        grounds: [
          ...namedGroup("Ripianificate", finding.rescheduled),
          ...namedGroup("Annullate", finding.cancelled),
        ].join("; "),
      };
    case "levels":
      return {
        sentence: `${raisedWords(finding.raised, finding.processes)}${finding.lowered > 0 ? `; ${formatNumber(finding.lowered)} ${finding.lowered === 1 ? "ne ha uno peggiore" : "ne hanno uno peggiore"}` : ""}`,
        grounds: finding.actions.length === 0 ? "" : `Grazie a: ${joinWords(finding.actions)}`,
      };
    case "objectives":
      return {
        sentence: behindWords(finding.behind.length, finding.measurable),
        grounds: [
          ...finding.behind
            .slice(0, NAMED)
            .map(({ code, percent, expectedPercent }) => `${code}: ${percent}%, attesi ${expectedPercent}%`),
          ...(finding.behind.length > NAMED
            ? [`e altri ${formatNumber(finding.behind.length - NAMED)}`]
            : []),
          ...(finding.total > finding.measurable
            ? [
                `non misurabili: ${formatNumber(finding.total - finding.measurable)} su ${formatNumber(finding.total)}`,
              ]
            : []),
        ].join("; "),
      };
  }
}

/** "L’avanzamento è passato dal 40% al 55%, di cui 9 punti per annualità eliminate o rinviate". */
function comparedSentence(before: Day, comparison: Comparison): ReportFinding {
  const since = dayWith("dal", before);
  const { completed, proven, parts, left, entered } = comparison;
  const done = `${since} ${completed === 1 ? "è stata completata" : "sono state completate"} ${count(completed, "annualità", "annualità")}, ${formatNumber(proven)} con prova`;
  const [then, now] = [percentOf(comparison.before), percentOf(comparison.now)];
  if (parts === null || then === null || now === null)
    return {
      sentence: sentenceCase(done),
      grounds: "L’avanzamento non si può confrontare: una delle due situazioni non ha nulla di misurabile",
    };
  const [from, to] = [tenth(then), tenth(now)];
  const [work, withdrawn, added, reweighted] = roundedTogether(
    [parts.done, parts.withdrawn, parts.added, parts.reweighted],
    to - from,
  ) as [number, number, number, number];
  const effects = [
    withdrawn !== 0 &&
      `${pointWords(withdrawn)} per ${count(left, "annualità eliminata o rinviata", "annualità eliminate o rinviate")}`,
    added !== 0 &&
      `${pointWords(added)} per ${count(entered, "annualità aggiunta o ripresa", "annualità aggiunte o riprese")}`,
    reweighted !== 0 && `${pointWords(reweighted)} per pesi cambiati`,
  ].filter((part) => part !== false);
  const moved =
    from === to
      ? `è rimasto ${percentWith("al", to)}`
      : `è passato ${percentWith("dal", from)} ${percentWith("al", to)}`;
  return {
    sentence: `Rispetto ${dayWith("al", before)} l’avanzamento ${moved}: ${pointWords(work)} per il lavoro fatto${effects.length > 0 ? `, ${joinWords(effects)}` : ""}`,
    grounds: `${sentenceCase(done)}. Allora ${fraction(comparison.before)}; ora ${fraction(comparison.now)}`,
  };
}

/** "4,5 punti in più", "1 punto in meno", "nessun punto". */
function pointWords(points: number): string {
  if (points === 0) return "nessun punto";
  return `${count(Math.abs(points), "punto", "punti")} in ${points > 0 ? "più" : "meno"}`;
}

function tenth(percent: number): number {
  return Math.round(percent * 10) / 10;
}

function fraction({ points, weight, over }: Progress): string {
  return `${formatNumber(points)} punti su ${formatNumber(weight * 100)}, media su ${count(over, "annualità", "annualità")}`;
}

function progressGrounds(progress: Progress): string {
  return `avanzamento ${formatProgress(progress)}: ${fraction(progress)}, senza ripianificate e annullate`;
}

function lateWords(late: number): string {
  if (late === 0) return "nessuna è in ritardo";
  return late === 1 ? "1 è in ritardo" : `${formatNumber(late)} sono in ritardo`;
}

function slippedWords(rescheduled: number, cancelled: number): string {
  return joinWords([
    ...(rescheduled > 0
      ? [rescheduled === 1 ? "1 è ripianificata" : `${formatNumber(rescheduled)} sono ripianificate`]
      : []),
    ...(cancelled > 0
      ? [cancelled === 1 ? "1 è annullata" : `${formatNumber(cancelled)} sono annullate`]
      : []),
  ]);
}

function namedGroup(words: string, years: readonly NamedYear[]): string[] {
  if (years.length === 0) return [];
  const shown = years.slice(0, NAMED).map(({ code, year }) => `${code} (${year})`);
  const others = years.length - shown.length;
  return [`${words}: ${joinWords(others > 0 ? [...shown, `altre ${formatNumber(others)}`] : shown)}`];
}

function raisedWords(raised: number, processes: number): string {
  if (raised === 0)
    return `Nessun processo, su ${formatNumber(processes)}, ha un livello di smartabilità migliore di quello rilevato`;
  return `${count(raised, "processo", "processi")} su ${formatNumber(processes)} ${raised === 1 ? "ha" : "hanno"} un livello di smartabilità migliore di quello rilevato`;
}

function behindWords(behind: number, measurable: number): string {
  if (measurable === 0) return "Nessun obiettivo dell’anno è misurabile";
  if (behind === 0)
    return `Nessun obiettivo è sotto l’avanzamento atteso, su ${count(measurable, "misurabile", "misurabili")}`;
  return `${count(behind, "obiettivo", "obiettivi")} su ${count(measurable, "misurabile", "misurabili")} ${behind === 1 ? "è" : "sono"} sotto l’avanzamento atteso`;
}

/** A suggestion as the text that is proposed to the RTD, and what it follows from. */
export function suggestionSentence(suggested: SuggestedDecision): ReportDecision {
  switch (suggested.kind) {
    case "late":
      return {
        text: `Sostenere, ripianificare o annullare l’azione ${suggested.code}, «${suggested.title}»`,
        from: `${suggested.code} in ritardo: ${joinWords(suggested.years.map(String))}, la prima scaduta ${dayWith("il", suggested.dueOn)} e ferma ${percentWith("al", suggested.progress)}`,
      };
    case "without-owner":
      return {
        text: `Indicare chi risponde dell’azione ${suggested.code}, «${suggested.title}»`,
        from: `${suggested.code} senza responsabile: ${joinWords(suggested.years.map(String))}`,
      };
    case "without-proof":
      return {
        text: `Chiedere agli uffici l’atto o il documento che prova ciò che è completato nell’ambito ${suggested.area}, «${suggested.title}»`,
        from: `${count(suggested.years, "annualità completata e solo dichiarata", "annualità completate e solo dichiarate")}: ${joinWords(suggested.actions)}`,
      };
  }
}

/** What explains the situation of an annualità in the table of the report: "rinviata al 2023, viene dal 2021, termine 30/06/2023". */
export function cellNote({
  situation,
  year,
  target,
  origins,
  dueOn,
}: Pick<PlanActionYear, "situation" | "year" | "target" | "origins" | "dueOn">): string {
  const moved =
    situation === "rescheduled" && target
      ? [
          `${target.year < year ? "anticipata" : "rinviata"} al ${target.year}${target.inNextPlan ? `, piano ${target.plan}` : target.beyondPlan ? ", oltre il piano" : ""}`,
        ]
      : [];
  const origin = origins.length > 0 ? [`viene dal ${joinWords(origins.map(String))}`] : [];
  const isStillDue =
    situation === "in-progress" ||
    situation === "to-start" ||
    situation === "suspended" ||
    situation === "late";
  const due = isStillDue && dueOn !== `${year}-12-31` ? [`termine ${formatDay(dueOn)}`] : [];
  return [...moved, ...origin, ...due].join(", ");
}

/** What a variation changed: "4.3.6 Migrazione in cloud: dal 2022 al 2023"; of an area, with its code and title. */
export function variationWords(variation: Variation, plan: string): string {
  const { action, area } = variation;
  const { code, title } = action ?? area;
  return `${action ? "" : "ambito "}${code} ${title}: ${sentenceText(variationParts(variation, plan))}`;
}

/** How a report counts, a paragraph each. They are frozen with the review: a later wording does not change it. */
export const METHOD: readonly string[] = [
  "L’unità che si conta è l’annualità: un’azione in un anno, cioè una X della tabella del piano adottato. Il denominatore di un anno sono tutte le sue annualità, comprese le ripianificate e le annullate; quelle oltre gli anni del piano non vi entrano.",
  "Completata è un’annualità che il suo responsabile ha dichiarato completata. È provata quando la dichiarazione, o una successiva, reca un atto, un collegamento o una nota; altrimenti è dichiarata. Le une e le altre contano come completate, e ogni volta è detto quante sono provate.",
  "In ritardo è un’annualità da avviare, in corso o sospesa il cui termine è passato alla fine del giorno della fotografia: il 31 dicembre del suo anno, se non ne è fissato un altro.",
  "L’avanzamento è la media delle percentuali dichiarate, pesata con il peso dell’azione, sulle annualità né ripianificate né annullate: ogni percentuale è detta con i suoi punti e su quante annualità è calcolata.",
  "Nel confronto con la fotografia precedente il lavoro fatto è misurato sulle annualità che entrambe contano; a parte è detto quanto la media cambia perché alcune non si contano più, o altre si contano ora.",
  "La smartabilità di un processo segue dai suoi blocchi e dagli sblocchi confermati; il livello di partenza è quello scritto nella mappa dei processi.",
];

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
