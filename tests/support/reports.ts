import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import type {
  ReportAction,
  ReportArea,
  ReportCell,
  ReportData,
  ReportTally,
} from "#app/domain/review/report-data.ts";
import { SITUATIONS, type Situation } from "#app/domain/status/situations.ts";
import { tally } from "#app/domain/plan/yearly-progress.ts";
import { groupBy } from "#app/domain/grouping.ts";

type SeedRow = Record<string, string>;

const YEARS = [2021, 2022, 2023];
const HASH = "3f1c9d0b7a5e482690f1d3c5b7a9e8f0123456789abcdef0fedcba9876543210";

/** The report of a made-up review of the real plan 2021-2023: titles and areas as the seeds have them, what became of them made up. */
export function aReport(changes: Partial<ReportData> = {}): ReportData {
  const areas = areasOf(seedRows("azioni"), seedRows("ambiti"));
  return reportOf(areas, changes);
}

/** The same shape with as many actions as asked for: the areas of the plan over and over. */
export function aLargeReport(actions: number): ReportData {
  const real = areasOf(seedRows("azioni"), seedRows("ambiti"));
  const all = real.flatMap((area) => area.actions.map((action) => ({ area, action })));
  const many = Array.from({ length: actions }, (_, index) => ({
    area: all[index % all.length]!.area,
    action: { ...all[index % all.length]!.action, code: `${all[index % all.length]!.action.code}.${index}` },
  }));
  const areas = real.map((area) =>
    withFigures(
      area,
      many.filter((one) => one.area === area).map(({ action }) => action),
    ),
  );
  return reportOf(areas, {});
}

function reportOf(areas: ReportArea[], changes: Partial<ReportData>): ReportData {
  const actions = areas.flatMap((area) => area.actions);
  return {
    entity: "Comune dimostrativo",
    demonstrative: true,
    plan: {
      code: "2021-2023",
      title: "Piano di Transizione al Digitale 2021-2023",
      firstYear: 2021,
      lastYear: 2023,
      act: "Deliberazione della Giunta comunale n. 72 del 04/05/2021",
      adoptedOn: "2021-05-04",
    },
    day: "2022-12-31",
    closedAt: "2023-01-20T09:30:00.000Z",
    corrects: null,
    chain: { sequence: 1234, hash: [...HASH].reverse().join("") },
    contentHash: HASH,
    findings: [
      {
        sentence: "Nel 2022 sono in ritardo 11 annualità su 37.",
        grounds: "Il termine di ognuna era il 31/12/2022.",
      },
      {
        sentence: "L’avanzamento passa dal 40 % al 55 %, di cui 9 punti per azioni eliminate.",
        grounds: "Al 30/06/2022: 1.480 punti su 3.700; al 31/12/2022: 2.035 su 3.700.",
      },
    ],
    comment: "Il secondo anno ha pagato la mancanza di personale.\n\nNel 2023 si riparte dagli archivi.",
    years: YEARS.map((year) => ({
      year,
      ...figuresOf(actions.flatMap((action) => action.cells).filter((cell) => cell.year === year)),
      before:
        year === 2023
          ? null
          : { day: "2022-06-30", total: 37, completed: 12, progress: { points: 1480, weight: 37, over: 37 } },
    })),
    areas,
    smartability: {
      processes: 240,
      then: { label: "come rilevati", counts: { yes: 58, "in-part": 90, no: 80, outsourced: 12 } },
      now: { label: "al 31/12/2022", counts: { yes: 66, "in-part": 88, no: 74, outsourced: 12 } },
      finding: "14 processi su 240 sono saliti di livello.",
      turns: actions.slice(0, 14).map((action, index) => ({
        code: `R${index + 1}`,
        name: "Gestione del protocollo in arrivo e assegnazione agli uffici",
        office: "Settore 4 – Servizi finanziari",
        from: index % 2 === 0 ? ("no" as const) : ("in-part" as const),
        to: index % 2 === 0 ? ("in-part" as const) : ("yes" as const),
        day: "2022-05-12",
        thanksTo: [{ code: action.code, title: action.title }],
        confirmed: index % 3 !== 0,
      })),
    },
    objectives: actions.slice(0, 12).map((action, index) => ({
      code: `OB-${index + 1}`,
      title: `Attuare «${action.title}»`,
      offices: "Settore 3, Settore 4",
      done: index,
      weight: 12,
      percent: index === 5 ? null : (index / 12) * 100,
      expectedPercent: index === 5 ? null : 75,
      note: index === 2 ? "Validato dal Nucleo: 60 %" : "",
    })),
    variations: actions.slice(0, 12).map((action, index) => ({
      kind: ["rinviata", "eliminata", "aggiunta", "riassegnata"][index % 4]!,
      day: "2022-03-15",
      what: `${action.code} ${action.title}: dal 2022 al 2023`,
      areaCode: "4.1",
      reason: "Il fornitore ha consegnato in ritardo.",
      act: index % 2 === 0 ? "Deliberazione n. 15 del 15/03/2022" : "",
    })),
    decisions: [
      {
        text: "Dare personale all’ufficio per la transizione al digitale.",
        from: "4.2.1, in ritardo e senza aggiornamenti",
      },
      {
        text: "Riprendere o ripianificare l’archivio delle opere pubbliche.",
        from: "4.10.3, sospesa dal 20/02/2022",
      },
    ],
    method: [
      "Completata: l’annualità è stata dichiarata completata. Provata: con un atto, un collegamento o una nota che lo mostra.",
      "In ritardo: il termine è passato e l’annualità è da avviare, in corso o sospesa. Il termine è il 31 dicembre, se non ne è scritto un altro.",
    ],
    ...changes,
  };
}

function areasOf(actions: SeedRow[], areas: SeedRow[]): ReportArea[] {
  const byArea = groupBy(actions, (action) => action.ambito!);
  return areas.map((area) =>
    withFigures(
      {
        code: area.codice!,
        title: area.titolo!,
        comment: area.codice === "4.4" ? "Attende il fornitore." : "",
      },
      (byArea.get(area.codice!) ?? []).map((row, index) => actionOf(row, index)),
    ),
  );
}

function withFigures(
  { code, title, comment }: Pick<ReportArea, "code" | "title" | "comment">,
  actions: ReportAction[],
): ReportArea {
  return { code, title, comment, actions, ...figuresOf(actions.flatMap(({ cells }) => cells)) };
}

function actionOf(row: SeedRow, index: number): ReportAction {
  const years = row
    .anni!.split(" ")
    .map(Number)
    .filter((year) => YEARS.includes(year));
  return {
    code: row.codice!,
    title: row.titolo!,
    responsibles: row.responsabili_testo!,
    status: "in-progress",
    cells: years.map((year) => cellOf(year, index)),
    unknownYears: years.length === 0 ? 2 : 0,
  };
}

function cellOf(year: number, index: number): ReportCell {
  const situation = SITUATIONS[(index * 3 + year) % SITUATIONS.length]!;
  return {
    year,
    situation,
    adopted: index % 9 !== 4,
    progress: progressOf(situation, index),
    note: situation === "rescheduled" ? `rinviata al ${year + 1}` : "",
  };
}

function progressOf(situation: Situation, index: number): number {
  if (situation.startsWith("completed")) return 100;
  return situation === "in-progress" || situation === "late" ? (index * 17) % 100 : 0;
}

function figuresOf(cells: readonly ReportCell[]): ReportTally {
  const { total, counts, progress } = tally(cells.map((cell) => ({ ...cell, weight: 1 })));
  return { adopted: cells.filter((cell) => cell.adopted).length, total, counts, progress };
}

function seedRows(name: string): SeedRow[] {
  const text = readFileSync(`seeds/data/${name}.csv`, "utf8");
  const rows = parse(text, { columns: true, comment: "#", comment_no_infix: true }) as SeedRow[];
  return rows.filter((row) => row.piano === "2021-2023");
}
