import type { DataExport } from "./data-format.ts";
import { DERIVED_STATUS_CODE, SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { dayInRome, type Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { planAt, type PlanActionOnDay, type PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { percentOf } from "#app/domain/plan/yearly-progress.ts";
import { listPlanActionSources } from "#db/export-facts.ts";
import type { listOfficeGroups, listOffices } from "#db/office/offices.ts";
import type { Db } from "#db/open.ts";
import { listDiscrepancies, listDuesAsWritten, listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listNorms } from "#db/plan-action/responsibles.ts";
import type { PlanRow } from "#db/schema.ts";

/** The organisation as the document tells it: offices, and the groups that plans name. */
export type Organisation = {
  offices: Awaited<ReturnType<typeof listOffices>>;
  groups: Awaited<ReturnType<typeof listOfficeGroups>>;
};

type Around = Awaited<ReturnType<typeof listAround>>;

/** What the actions of every plan refer to, read once. */
export async function listAround(tx: Db, organisation: Organisation) {
  const sources = await listPlanActionSources(tx);
  return {
    ...organisation,
    sources: new Map(sources.map((source) => [source.id, source])),
    discrepancies: groupBy(await listDiscrepancies(tx), (one) => one.plan_action_id),
    dues: new Map((await listDuesAsWritten(tx)).map((one) => [one.id, one.due_as_written])),
  };
}

/** The actions of a plan that stand on a day, with their annualità. */
export async function actionsOf(
  tx: Db,
  plan: PlanRow,
  at: Viewpoint,
  around: Around,
): Promise<DataExport["azioni"]> {
  const facts = await listPlanFacts(tx, { planId: plan.id }, at.day);
  const norms = groupBy(await listNorms(tx, { planId: plan.id }, at.day), (one) => one.plan_action_id);
  const places = new Map(
    facts.actionYears.map(({ id, plan_action_id, year }) => [id, { plan_action_id, year }]),
  );
  const targetOf = ({ targetId }: PlanActionYear) => {
    const place = targetId === null ? undefined : places.get(targetId);
    return place ? { ...identityOf(place.plan_action_id, around)!, anno: place.year } : null;
  };
  return planAt(facts, plan, at).map((action) => ({
    piano: plan.code,
    ...actionAsItStands(
      action,
      (norms.get(action.id) ?? []).map(({ norm }) => norm),
      around,
    ),
    stato: DERIVED_STATUS_CODE[action.status],
    avanzamento: roundedPercentOf(action),
    annualita: action.years.map((year) => actionYearAsItStands(year, targetOf(year), around)),
  }));
}

function actionAsItStands(action: PlanActionOnDay, norms: string[], around: Around) {
  const source = around.sources.get(action.id)!;
  const discrepancies = around.discrepancies.get(action.id) ?? [];
  return {
    codice: action.code,
    ambito: action.areaCode,
    titolo: action.title,
    peso: action.weight,
    temi: action.themes,
    norme: norms,
    responsabili: action.responsibles.map(({ code }) => code),
    uffici: officesOf(action, around),
    capofila: action.lead?.code ?? null,
    continua: identityOf(source.continues_id, around),
    anniNonNoti: action.unknownYearCount,
    discrepanze: discrepancies.map(({ code, detail, source }) => ({
      codice: code,
      dettaglio: detail,
      fonte: source,
    })),
    comeScritto: {
      titoloTabella: source.title_in_table_as_written,
      responsabiliTesto: source.responsibles_as_written,
      responsabiliTabella: source.responsibles_in_table_as_written,
      anniTesto: source.years_as_written,
      xInTabella: source.years_in_table_count,
      documento: source.source_document,
      sezione: source.source_section,
      riga: source.source_row,
    },
  };
}

function actionYearAsItStands(
  year: PlanActionYear,
  verso: { piano: string; azione: string; anno: number } | null,
  { dues }: Around,
) {
  return {
    anno: year.year,
    stato: STATUS_CODE[year.status],
    situazione: SITUATION_CODE[year.situation],
    avanzamento: year.progress,
    scadenza: year.dueOn,
    scadenzaTesto: dues.get(year.id) ?? null,
    provata: year.proven,
    aggiornataIl: year.recordedAt === null ? null : dayInRome(year.recordedAt),
    adottata: year.adopted,
    verso,
    uffici: [...year.offices],
  };
}

/** The offices that answer for the annualità of an action (R10) or, where it has none, those it names, from the groups of today; in the order of the organisation. */
function officesOf(action: PlanActionOnDay, { offices, groups }: Around): string[] {
  const members = new Map(groups.map((group) => [group.code, group.offices]));
  const written = action.years.flatMap((year) => year.offices);
  const named = action.responsibles.flatMap(({ code }) => members.get(code) ?? [code]);
  const answering = new Set(action.years.length > 0 ? written : named);
  return offices.map(({ code }) => code).filter((code) => answering.has(code));
}

function identityOf(id: number | null, { sources }: Around) {
  const source = id === null ? undefined : sources.get(id);
  return source ? { piano: source.plan, azione: source.code } : null;
}

/** The mean in percent, with at most two decimals; null where nothing is measurable. */
function roundedPercentOf({ progress }: PlanActionOnDay): number | null {
  const percent = percentOf(progress);
  return percent === null ? null : Math.round(percent * 100) / 100;
}
