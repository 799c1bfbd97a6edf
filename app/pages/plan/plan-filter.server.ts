import { RTD } from "#app/domain/office/offices.ts";
import { memberOf, SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { filterPlan, type PlanFilter, speaksOfYears } from "#app/domain/plan/plan-filter.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { tally, yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { knownOrganisation } from "#app/pages/office/organisation.server.ts";
import type { PlanRow } from "#db/schema.ts";
import { planOnDay } from "./plan-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

const NAMES = ["ambito", "tema", "responsabile", "anno", "situazione", "stato", "testo"] as const;
type Name = (typeof NAMES)[number];

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/**
 * The filter that an address asks for, what was asked as it stands there, and a sentence for each value that does not
 * exist: that value narrows nothing, and the page says so.
 */
export async function readPlanFilter(
  request: Request,
  { plan, areas }: { plan: { first_year: number; last_year: number }; areas: { code: string }[] },
) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const { offices, groups } = await knownOrganisation();
  const responsibles = [...groups, ...offices, { code: RTD, name: "RTD" }].map(({ code, name }) => ({
    code,
    name,
  }));

  const read = {
    area: areas.find((area) => area.code === asked.ambito)?.code,
    theme: THEMES.find((theme) => theme === asked.tema),
    responsible: responsibles.find((one) => one.code === asked.responsabile)?.code,
    year: yearsOf(plan).find((year) => String(year) === asked.anno),
    situation: memberOf(SITUATION_CODE, asked.situazione),
    status: memberOf(STATUS_CODE, asked.stato),
    text: asked.testo,
  } satisfies PlanFilter;
  const understood: Record<Name, unknown> = {
    ambito: read.area,
    tema: read.theme,
    responsabile: read.responsible,
    anno: read.year,
    situazione: read.situation,
    stato: read.status,
    testo: read.text,
  };
  const errors = Object.fromEntries(
    NAMES.filter((name) => asked[name] !== undefined && understood[name] === undefined).map((name) => [
      name,
      UNKNOWN,
    ]),
  ) as Partial<Record<Name, string>>;
  return { filter: read as PlanFilter, asked, errors, responsibles };
}

/** The actions that a filter keeps on a day, with the figures of the annualità it speaks of; found once while nothing changes. */
export function planFiltered(plan: PlanRow, at: Viewpoint, filter: PlanFilter) {
  return whileUnchanged(
    ["filtro", plan.id, at.day, at.isOver, JSON.stringify(filter)],
    () => filterPlanOnDay(plan, at, filter),
    ({ matching }) => Math.ceil(matching.length / 10),
  );
}

async function filterPlanOnDay(plan: PlanRow, at: Viewpoint, filter: PlanFilter) {
  const { actions, summary } = await planOnDay(plan, at);
  const { groups } = await knownOrganisation();
  const officesOfGroup = new Map(groups.map((group) => [group.code, group.offices]));
  const found = filterPlan(actions, filter, { plan, officesOfGroup });
  const isWhole = !speaksOfYears(filter) && found.actions.length === actions.length;
  const marked = speaksOfYears(filter) ? found.matching : [];
  return { ...found, marked, isWhole, years: isWhole ? summary.figures : tally(found.matching) };
}
