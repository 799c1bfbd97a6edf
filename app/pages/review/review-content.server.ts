import { DERIVED_STATUS_CODE, SITUATION_CODE } from "#app/domain/codes.ts";
import { compareReviews } from "#app/domain/review/comparison.ts";
import { keyOf, suggestedDecisions } from "#app/domain/review/decisions.ts";
import { reviewFindings } from "#app/domain/review/findings.ts";
import { rowInFocus } from "#app/domain/plan/findings.ts";
import { type Progress, type Tally } from "#app/domain/plan/yearly-progress.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { LEVELS, type LevelCounts } from "#app/domain/level/levels.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { type ReviewContent, reviewContentIn } from "#app/export/review-format.ts";
import { reviewedYearsOf } from "#app/export/review-report.ts";
import { dayWith, formatDay, formatMonth, joinWords } from "#app/format.ts";
import { responsibleLabel } from "#app/labels.ts";
import {
  cellNote,
  findingSentence,
  METHOD,
  suggestionSentence,
  variationWords,
} from "#app/review-sentences.ts";
import { VARIATION_LABEL, variationActWords } from "#app/variation-sentences.ts";
import type { Db } from "#db/open.ts";
import {
  findReview,
  findReviewBefore,
  listComments,
  listDecisions,
  type ReviewRow,
} from "#db/review/reviews.ts";
import type { PlanRow } from "#db/schema.ts";
import { readReviewFacts, type ReviewFacts } from "./review-facts.server.ts";

/** What a review says while it is open: all but what only its closing gives it, and what is suggested to ask of the Giunta. */
export type ReviewDraft = Awaited<ReturnType<typeof readDraft>>;

/** A review as it would be frozen now, read by one handle. */
export async function readDraft(tx: Db, plan: PlanRow, review: ReviewRow, today: string) {
  const facts = await readReviewFacts(tx, plan, { day: review.shown_on, today });
  const before = await findReviewBefore(tx, plan.id, review.shown_on);
  const previous = before && { ...before, content: reviewContentIn(before.content) };
  const comments = new Map((await listComments(tx, review.id)).map((one) => [one.area_code, one.text]));
  const suggestions = suggestedDecisions({ plan, actions: facts.actions }, facts).map((suggested) => ({
    key: keyOf(suggested),
    ...suggestionSentence(suggested),
  }));
  const areas = areasOf(facts, comments);
  const sentences = findingsOf(facts, areas, previous);
  const decisions = await listDecisions(tx, review.id);
  const grounds = new Map(suggestions.map(({ key, from }) => [key, from]));
  return {
    suggestions,
    content: {
      formato: "rotta-fotografia/1" as const,
      ente: facts.entity,
      dimostrativo: facts.demonstrative,
      piano: planOf(plan),
      al: review.shown_on,
      corregge: await correctedOf(tx, review),
      precedente: previous ? { al: previous.shown_on, hash: previous.sha256 } : null,
      constatazioni: sentences.map(({ sentence, grounds }) => ({ frase: sentence, fondamento: grounds })),
      commento: comments.get("") ?? "",
      anni: yearsOf(facts, previous),
      ambiti: areas,
      smartabilita: smartabilityOf(facts),
      obiettivi: objectivesOf(facts),
      variazioni: variationsTold(facts),
      decisioni: decisions.map(({ text, suggested_by }) => ({
        testo: text,
        da: (suggested_by === null ? undefined : grounds.get(suggested_by)) ?? "",
      })),
      metodo: [...METHOD],
    },
  };
}

type Previous = { shown_on: string; content: ReviewContent } | undefined;

function findingsOf(facts: ReviewFacts, areas: ReviewContent["ambiti"], previous: Previous) {
  const now = reviewedYearsOf({ ambiti: areas });
  const { smartability } = facts;
  return reviewFindings({
    ...facts,
    focus: rowInFocus(facts.rows, facts.at),
    adopted: facts.rows.reduce((sum, row) => sum + row.adopted, 0),
    compared: previous
      ? { before: previous.shown_on, comparison: compareReviews(reviewedYearsOf(previous.content), now) }
      : null,
    levels: smartability && {
      ...smartability,
      actions: [...new Set(smartability.turned.flatMap(({ thanksTo }) => thanksTo.map(calledIn)))].sort(),
    },
  }).map(findingSentence);
}

function areasOf(
  { areas, byArea, actions, plan }: ReviewFacts,
  comments: ReadonlyMap<string, string>,
): ReviewContent["ambiti"] {
  return areas.map(({ code, title, adopted }) => ({
    codice: code,
    titolo: title,
    commento: comments.get(code) ?? "",
    ...tallyOf(byArea.get(code), adopted),
    azioni: actions
      .filter((action) => action.areaCode === code)
      .map((action) => ({
        codice: action.code,
        titolo: action.title,
        peso: action.weight,
        responsabili: joinWords(action.responsibles.map(responsibleLabel)),
        stato: DERIVED_STATUS_CODE[action.status],
        anniNonNoti: action.unknownYearCount,
        annualita: action.years.map((year) => ({
          anno: year.year,
          situazione: SITUATION_CODE[year.situation],
          avanzamento: year.progress,
          adottata: year.adopted,
          oltreIlPiano: year.year < plan.first_year || year.year > plan.last_year,
          nota: cellNote(year),
        })),
      })),
  }));
}

function yearsOf({ rows }: ReviewFacts, previous: Previous): ReviewContent["anni"] {
  return rows.map((row) => {
    const then = previous?.content.anni.find(({ anno }) => anno === row.year);
    return {
      anno: row.year,
      ...tallyOf(row, row.adopted),
      prima: then
        ? {
            al: previous!.shown_on,
            totale: then.totale,
            completate:
              (then.situazioni.completata_provata ?? 0) + (then.situazioni.completata_dichiarata ?? 0),
            avanzamento: then.avanzamento,
          }
        : null,
    };
  });
}

function tallyOf(figures: Tally | undefined, adopted: number) {
  return {
    adottate: adopted,
    totale: figures?.total ?? 0,
    situazioni: Object.fromEntries(
      SITUATIONS.map((situation) => [SITUATION_CODE[situation], figures?.counts[situation] ?? 0]),
    ),
    avanzamento: frozenProgress(figures?.progress ?? { points: 0, weight: 0, over: 0 }),
  };
}

function frozenProgress({ points, weight, over }: Progress) {
  return { punti: points, peso: weight, su: over };
}

function smartabilityOf({ smartability, at }: ReviewFacts): ReviewContent["smartabilita"] {
  if (smartability === null) return null;
  const { observedOn, raised, lowered, turned } = smartability;
  const months = [...new Set(observedOn.map((day) => formatMonth(day.slice(0, 7))))];
  return {
    processi: smartability.processes,
    rilevati: {
      descrizione: `come rilevati (${joinWords(months)})`,
      processi: levelsOf(smartability.written),
    },
    allaData: { descrizione: dayWith("al", at.day), processi: levelsOf(smartability.levels) },
    constatazione: findingSentence({
      kind: "levels",
      raised,
      lowered,
      processes: smartability.processes,
      actions: [],
    }).sentence,
    svolte: turned.map((turn) => ({
      codice: turn.code,
      nome: turn.name,
      ufficio: joinWords(turn.offices),
      da: LEVEL_CODE[turn.from],
      a: LEVEL_CODE[turn.to],
      dal: turn.day,
      grazieA: turn.thanksTo.map((action) => ({ codice: calledIn(action), titolo: action.title })),
      confermata: turn.confirmed,
    })),
  };
}

/** An action of another plan is called with its plan. */
function calledIn({ isOfPlan, plan, code }: { isOfPlan: boolean; plan: string; code: string }): string {
  return isOfPlan ? code : `${code} (${plan})`;
}

function levelsOf(counts: LevelCounts) {
  return Object.fromEntries(LEVELS.map((level) => [LEVEL_CODE[level], counts[level]]));
}

function objectivesOf({ objectives }: ReviewFacts): ReviewContent["obiettivi"] {
  return objectives.map(({ code, title, offices, progress, figures }) => ({
    codice: code,
    titolo: title,
    uffici: joinWords(offices.map(({ name }) => name)),
    fatto: progress.done,
    peso: progress.weight,
    percentuale: progress.percent,
    attesa: progress.expectedPercent,
    nota: [
      figures.declared && `dichiarato ${figures.declared.percent}%`,
      figures.validated && `validato dal Nucleo ${figures.validated.percent}%`,
    ]
      .filter(Boolean)
      .join(", "),
  }));
}

function variationsTold({ variations, plan }: ReviewFacts): ReviewContent["variazioni"] {
  return variations.map((variation) => ({
    tipo: VARIATION_LABEL[variation.kind].one,
    il: variation.on,
    oggetto: variationWords(variation, plan.code),
    ambito: variation.area.code,
    motivo: variation.source.kind === "line" ? "" : (variation.reason ?? ""),
    atto: variation.act === null ? "" : variationActWords(variation.act, variation.source),
  }));
}

function planOf(plan: PlanRow): ReviewContent["piano"] {
  const { act_organ, act_number, act_on, adopted_on } = plan;
  const act = [act_organ, act_number && `atto n. ${act_number}`].filter(Boolean).join(", ");
  return {
    codice: plan.code,
    titolo: plan.title,
    primoAnno: plan.first_year,
    ultimoAnno: plan.last_year,
    atto: act === "" ? null : `${act}${act_on ? ` del ${formatDay(act_on)}` : ""}`,
    adottatoIl: adopted_on,
  };
}

async function correctedOf(tx: Db, { corrects_id, correction_reason, shown_on }: ReviewRow) {
  if (corrects_id === null) return null;
  const corrected = await findReview(tx, corrects_id);
  return { al: shown_on, hash: corrected!.sha256!, motivo: correction_reason! };
}
