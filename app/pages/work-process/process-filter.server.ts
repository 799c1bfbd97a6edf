import { memberOf } from "#app/domain/codes.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { asTree } from "#app/domain/office/offices.ts";
import {
  BLOCKER_KIND_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
  RISK_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { figuresOf } from "#app/domain/level/four-figures.ts";
import { countLevels, writtenLevel } from "#app/domain/level/levels.ts";
import {
  filterProcesses,
  type ProcessFilter,
  withoutStanding,
} from "#app/domain/work-process/process-filter.ts";
import { knownOrganisation } from "#app/pages/office/organisation.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listAreaNames, listProcessMaps } from "#db/work-process/work-processes.ts";
import { workProcessesOnDay } from "./smartability.server.ts";

const NAMES = [
  "catalogo",
  "area",
  "ufficio",
  "livello",
  "scritto",
  "blocco",
  "figura",
  "cartaceo",
  "rischio",
  "testo",
] as const;
type Name = (typeof NAMES)[number];

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

const YES_OR_NO = { true: "si", false: "no" };

/**
 * The filter that an address asks for, what was asked as it stands there, and a sentence for each value that does not
 * exist: that value narrows nothing, and the page says so.
 */
export async function readProcessFilter(request: Request) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const choices = await processChoices();
  const onPaper = memberOf(YES_OR_NO, asked.cartaceo);

  const filter: ProcessFilter = {
    map: choices.maps.find(({ code }) => code === asked.catalogo)?.code,
    area: choices.areas.find(({ name }) => name === asked.area)?.name,
    office: choices.offices.find(({ code }) => code === asked.ufficio)?.code,
    level: memberOf(LEVEL_CODE, asked.livello),
    written: memberOf(LEVEL_CODE, asked.scritto),
    kind: memberOf(BLOCKER_KIND_CODE, asked.blocco),
    figure: memberOf(FIGURE_CODE, asked.figura),
    onPaper: onPaper === undefined ? undefined : onPaper === "true",
    risk: memberOf(RISK_CODE, asked.rischio),
    text: asked.testo,
  };
  const understood: Record<Name, unknown> = {
    catalogo: filter.map,
    area: filter.area,
    ufficio: filter.office,
    livello: filter.level,
    scritto: filter.written,
    blocco: filter.kind,
    figura: filter.figure,
    cartaceo: filter.onPaper,
    rischio: filter.risk,
    testo: filter.text,
  };
  const errors = Object.fromEntries(
    NAMES.filter((name) => asked[name] !== undefined && understood[name] === undefined).map((name) => [
      name,
      UNKNOWN,
    ]),
  ) as Partial<Record<Name, string>>;
  return { filter, asked, errors, choices };
}

/** The catalogues, their areas and the offices that a filter may name; whatever the day. */
function processChoices() {
  return whileUnchanged(["scelte dei processi"], async () => ({
    maps: (await listProcessMaps(db)).map(({ code, title }) => ({ code, title })),
    areas: await listAreaNames(db),
    offices: asTree((await knownOrganisation()).offices).map(({ code, name, depth }) => ({
      code,
      name,
      depth,
    })),
  }));
}

/**
 * The processes that a filter keeps on a day and, of those that it would keep whatever their level, how many have each level, had
 * it in the map, and are counted in each of the four figures; found once while nothing changes.
 */
export function processesFiltered(at: Viewpoint, filter: ProcessFilter) {
  return whileUnchanged(
    ["filtro dei processi", at.day, at.isOver, JSON.stringify(filter)],
    async () => {
      const all = await workProcessesOnDay(at);
      const { offices } = await knownOrganisation();
      const counted = filterProcesses(all, withoutStanding(filter), offices);
      return {
        processes: filterProcesses(counted, filter, offices),
        counts: countsOf(counted.map(({ onDay }) => onDay)),
        whole: countsOf(all.map(({ onDay }) => onDay)),
      };
    },
    ({ processes }) => Math.ceil(processes.length / 10),
  );
}

export type ProcessCounts = ReturnType<typeof countsOf>;

function countsOf(processes: Parameters<typeof figuresOf>[0]) {
  const { levels, below, figures } = figuresOf(processes);
  const written = countLevels(processes.map((process) => writtenLevel(process.written)));
  return { total: processes.length, levels, written, below, figures };
}
