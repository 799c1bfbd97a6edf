import type { DataExport } from "./data-format.ts";
import { activitiesOf } from "./objective-steps-export.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { heldOn } from "#app/domain/life.ts";
import { type IndicatorOnDay, indicatorsOn } from "#app/domain/objective/indicators.ts";
import { OBJECTIVE_KIND_CODES } from "#app/domain/objective/objective-codes.ts";
import {
  type FigureFact,
  type ObjectiveFacts,
  type ObjectiveOnDay,
  objectivesOn,
} from "#app/domain/objective/objectives-on-day.ts";
import { DIRECTION_CODES } from "#app/domain/objective/term-codes.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { listIndicatorFacts } from "#db/objective/indicators.ts";
import {
  listAuthorOffices,
  listObjectiveDiscrepancies,
  listPriorities,
} from "#db/objective/objective-export-facts.ts";
import { listObjectiveFacts } from "#db/objective/objective-facts.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listAdoptedPlans } from "#db/plan/plans.ts";

type ObjectiveSections = Pick<DataExport, "obiettivi" | "collegamenti" | "priorita" | "discrepanzeObiettivi">;
type ExportedObjective = DataExport["obiettivi"][number];
/** What is around an objective: how annualità are called, its indicators, for which office people reported. */
type Around = {
  names: ReadonlyMap<number, { piano: string; azione: string; anno: number }>;
  indicators: ReadonlyMap<number, IndicatorOnDay[]>;
  authors: Awaited<ReturnType<typeof listAuthorOffices>>;
};

/** Objectives and their links on a day (R9); what documents say of all of them, whatever the day. */
export async function objectiveExport(tx: Db, at: Viewpoint): Promise<ObjectiveSections> {
  const facts = await listObjectiveFacts(tx);
  const { years, names } = await linkedYears(tx, facts, at);
  const onDay = objectivesOn(facts, years, at);
  const indicators = groupBy(indicatorsOn(await listIndicatorFacts(tx), at.day), (one) => one.objective_id);
  const around = { names, indicators, authors: await listAuthorOffices(tx) };
  const codes = new Map(onDay.map(({ id, code }) => [id, code]));
  return {
    obiettivi: onDay.map((objective) => objectiveAsItStands(objective, around)),
    collegamenti: heldOn(facts.links, at.day).flatMap((link) => linkAsItStands(link, codes) ?? []),
    priorita: (await listPriorities(tx)).map(({ document, ordinal, area, text }) => ({
      documento: document,
      numero: ordinal,
      ambito: area,
      testo: text,
    })),
    discrepanzeObiettivi: (await listObjectiveDiscrepancies(tx)).map(({ objective, detail, source }) => ({
      obiettivo: objective,
      dettaglio: detail,
      fonte: source,
    })),
  };
}

/** The annualità of the actions that objectives rest on, in the plans adopted by the day, and how each is called. */
async function linkedYears(tx: Db, { links }: ObjectiveFacts, at: Viewpoint) {
  const actionIds = [...new Set(links.map((link) => link.plan_action_id))];
  const names = new Map<number, { piano: string; azione: string; anno: number }>();
  const years = [];
  for (const plan of await listAdoptedPlans(tx, at.day)) {
    const actions = planAt(await listPlanFacts(tx, { planId: plan.id, actionIds }, at.day), plan, at);
    for (const action of actions)
      for (const year of action.years) {
        years.push(year);
        names.set(year.id, { piano: plan.code, azione: action.code, anno: year.year });
      }
  }
  return { years, names };
}

function objectiveAsItStands(objective: ObjectiveOnDay, around: Around): ExportedObjective {
  const indicators = around.indicators.get(objective.id) ?? [];
  return {
    codice: objective.code,
    documento: objective.document,
    atto: objective.act_as_written,
    anno: objective.first_year,
    ultimoAnno: objective.last_year,
    ufficio: objective.offices.map(({ code }) => code),
    ufficioScelto: objective.office_is_chosen === 1,
    numero: objective.number_as_written,
    titolo: objective.title,
    descrizione: objective.description,
    tipo: OBJECTIVE_KIND_CODES[objective.kind],
    trasversale: objective.is_transversal === 1,
    peso: objective.weight,
    avanzamento: progressOf(objective, around),
    addendi: addendsOf(objective, around),
    attivita: activitiesOf(objective, around.authors.reports),
    indicatori: indicators.map((one) => indicatorAsItStands(one, around)),
    comeScritto: {
      missione: objective.mission_as_written,
      programma: objective.programme_as_written,
      progetto: objective.project_as_written,
      obiettivoSuperiore: objective.parent_title_as_written,
      titolo: objective.title_as_written,
      ufficio: objective.office_as_written,
      unita: objective.unit_as_written,
    },
    fonte: objective.source,
  };
}

function progressOf(
  { progress, figures }: ObjectiveOnDay,
  { authors }: Around,
): ExportedObjective["avanzamento"] {
  return {
    percentuale: progress.percent,
    numeratore: rounded(progress.done),
    denominatore: rounded(progress.weight),
    atteso: { percentuale: progress.expectedPercent, numeratore: rounded(progress.expected) },
    dichiarato: figures.declared && figureAsSaid(figures.declared, authors.figures),
    validato: figures.validated && figureAsSaid(figures.validated, authors.figures),
  };
}

/** Four decimals: a day reported of a year still counts, and the same sums are the same bytes. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function figureAsSaid(
  figure: FigureFact,
  offices: ReadonlyMap<number, string>,
): ExportedObjective["avanzamento"]["dichiarato"] {
  const act = { organo: figure.act_organ, numero: figure.act_number, del: figure.act_on };
  return {
    percentuale: figure.percent!,
    del: figure.effective_on,
    motivo: figure.reason,
    atto: Object.values(act).every((part) => part === null) ? null : act,
    ruolo: figure.author_role,
    ufficio: offices.get(figure.id) ?? null,
  };
}

function addendsOf({ progress, steps }: ObjectiveOnDay, { names }: Around): ExportedObjective["addendi"] {
  const ordinals = new Map(steps.map(({ id, ordinal }) => [id, ordinal]));
  return progress.addends.map(({ kind, id, weight, done, expected }) => ({
    tipo: kind === "step" ? "punto" : "annualita",
    punto: kind === "step" ? ordinals.get(id)! : null,
    annualita: kind === "step" ? null : names.get(id)!,
    peso: weight,
    fatto: { parti: done.parts, su: done.of },
    atteso: { parti: expected.parts, su: expected.of },
  }));
}

function indicatorAsItStands(
  indicator: IndicatorOnDay,
  { authors }: Around,
): ExportedObjective["indicatori"][number] {
  return {
    numero: indicator.ordinal,
    nome: indicator.name,
    unita: indicator.unit,
    partenza: indicator.start_value,
    atteso: indicator.target_value,
    verso: DIRECTION_CODES[indicator.direction],
    fonte: indicator.source,
    valori: indicator.readings.map((reading) => ({
      giorno: reading.effective_on,
      valore: reading.value,
      nota: reading.note,
      prova: reading.evidence === null ? null : (JSON.parse(reading.evidence) as Evidence),
      ruolo: reading.author_role,
      ufficio: authors.readings.get(reading.id) ?? null,
    })),
  };
}

/** Nothing of a link whose objective does not hold on the day. */
function linkAsItStands(
  link: ObjectiveFacts["links"][number],
  codes: ReadonlyMap<number, string>,
): DataExport["collegamenti"][number] | undefined {
  const objective = codes.get(link.objective_id);
  if (objective === undefined) return undefined;
  return {
    obiettivo: objective,
    piano: link.plan,
    azione: link.action,
    anno: link.year,
    motivo: link.rationale,
    peso: link.weight,
    dal: link.held_from_on,
  };
}
