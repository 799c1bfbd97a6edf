import type { DataExport } from "./data-format.ts";
import {
  CONTRIBUTION_STATUS_CODE,
  DERIVED_STATUS_CODE,
  SITUATION_CODE,
  STATUS_CODE,
} from "#app/domain/codes.ts";
import { dayInRome, type Viewpoint } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { ChainedLine, CommittedText } from "#app/domain/history-chain.ts";
import { planAt, type PlanActionOnDay, type PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { percentOf } from "#app/domain/plan/yearly-progress.ts";
import { listChain } from "#db/chain.ts";
import { type ContributionRow, listContributions } from "#db/contribution/contributions.ts";
import { listAreaSources, listPlanActionSources } from "#db/export-facts.ts";
import { listOfficeGroups, listOffices } from "#db/office/offices.ts";
import { type Db, inReadTransaction } from "#db/open.ts";
import { listDiscrepancies, listDuesAsWritten, listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listPlans } from "#db/plan/plans.ts";
import { listNorms } from "#db/plan-action/responsibles.ts";
import type { PlanRow } from "#db/schema.ts";
import { findSetting } from "#db/settings.ts";

/**
 * Everything the database holds of its plans on a day, and the whole history whatever the day (docs/formato-dati.md), all
 * as of one moment. Names of people are not in it: authors are opaque ids.
 */
export function dataExport(db: Db, at: Viewpoint): Promise<DataExport> {
  return inReadTransaction(db, async (tx) => {
    const plans = await listPlans(tx);
    const around = await listAround(tx);
    const actions: DataExport["azioni"] = [];
    for (const plan of plans) actions.push(...(await actionsOf(tx, plan, at, around)));
    return {
      formato: "rotta/3",
      situazioneAl: at.day,
      dimostrativo: (await findSetting(tx, "demonstration_day")) !== undefined,
      ente: (await findSetting(tx, "entity_name")) ?? null,
      uffici: around.offices.map(officeAsWritten),
      gruppi: around.groups.map(groupAsWritten),
      piani: plans.map(planAsWritten),
      ambiti: (await listAreaSources(tx, at.day)).map(areaAsWritten),
      azioni: actions,
      storia: (await listChain(tx)).map(lineAsWritten),
      contributi: (await listContributions(tx, "all", END_OF_TIME)).map(contributionAsWritten),
    };
  });
}

/** After every day: contributions are exported whole, as the history is. */
const END_OF_TIME = "9999-12-31";

type Around = Awaited<ReturnType<typeof listAround>>;
type Offices = Awaited<ReturnType<typeof listOffices>>;
type Groups = Awaited<ReturnType<typeof listOfficeGroups>>;
type Line = DataExport["storia"][number];

/** What the actions of every plan refer to, read once. */
async function listAround(tx: Db) {
  const sources = await listPlanActionSources(tx);
  return {
    offices: await listOffices(tx),
    groups: await listOfficeGroups(tx),
    sources: new Map(sources.map((source) => [source.id, source])),
    discrepancies: groupBy(await listDiscrepancies(tx), (one) => one.plan_action_id),
    dues: new Map((await listDuesAsWritten(tx)).map((one) => [one.id, one.due_as_written])),
  };
}

async function actionsOf(tx: Db, plan: PlanRow, at: Viewpoint, around: Around) {
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

function officeAsWritten(office: Offices[number]) {
  return {
    codice: office.code,
    nome: office.name,
    tipo: office.kind,
    appartieneA: office.parent_code,
    cessatoIl: office.ceased_on,
    successore: office.successor_code,
    fonte: office.source,
  };
}

function groupAsWritten({ code, name, offices, source }: Groups[number]) {
  return { codice: code, nome: name, uffici: offices, fonte: source };
}

function planAsWritten(plan: PlanRow) {
  const act = { organo: plan.act_organ, numero: plan.act_number, del: plan.act_on };
  return {
    codice: plan.code,
    titolo: plan.title,
    primoAnno: plan.first_year,
    ultimoAnno: plan.last_year,
    atto: Object.values(act).every((part) => part === null) ? null : act,
    adottatoIl: plan.adopted_on,
    fonte: plan.source,
  };
}

function areaAsWritten(area: Awaited<ReturnType<typeof listAreaSources>>[number]) {
  return {
    piano: area.plan,
    codice: area.code,
    titolo: area.title,
    responsabiliComeScritto: area.responsibles_as_written,
    fonte: area.source,
  };
}

/** A line with its texts in the place of their commitments, and the salts with which the commitments can be made again. */
function lineAsWritten({ content, hash, texts }: ChainedLine): Line {
  const [reason, evidence] = texts as [CommittedText, CommittedText];
  return {
    ...content,
    ruolo: content.ruolo as Line["ruolo"],
    motivo: readable(reason, (text) => text),
    prova: readable(evidence, (text) => JSON.parse(text) as Evidence),
    sali: { motivo: saltOf(reason), prova: saltOf(evidence) },
    hash,
  };
}

/** What an office reported (R10), with the last line of history at that moment. */
function contributionAsWritten(row: ContributionRow): DataExport["contributi"][number] {
  return {
    piano: row.plan,
    azione: row.code,
    anno: row.year,
    ufficio: row.office,
    stato: CONTRIBUTION_STATUS_CODE[row.status],
    avanzamento: row.progress,
    prova: row.evidence,
    nota: row.note,
    effettivaDal: row.effective_on,
    registrataIl: row.recorded_at,
    autore: row.author_id,
    ruolo: row.author_role,
    dopoLaRiga: row.after_sequence,
    accordoIl: row.agreed_at,
  };
}

function readable<Value>({ text, commitment }: CommittedText, read: (text: string) => Value) {
  if (text !== null) return read(text);
  return commitment === null ? null : { oscurato: commitment };
}

function saltOf({ text, salt }: CommittedText): string | null {
  return text === null ? null : salt;
}
