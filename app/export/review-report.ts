import { DERIVED_STATUS_CODE, memberOf, SITUATION_CODE } from "#app/domain/codes.ts";
import { LEVELS } from "#app/domain/level/levels.ts";
import type {
  ReportArea,
  ReportData,
  ReportSmartability,
  ReportTally,
  ReportYear,
} from "#app/domain/review/report-data.ts";
import type { ReviewedYear } from "#app/domain/review/comparison.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import type { ReviewContent } from "./review-format.ts";

type Content = ReviewContent;
type Tallied = Pick<Content["anni"][number], "adottate" | "totale" | "situazioni" | "avanzamento">;

/** The report of a frozen review: what `ReportData` says is drawn from its content alone, with the hash of its text. */
export function reportOf(content: Content, { sha256 }: { sha256: string }): ReportData {
  const { piano, corregge, catena } = content;
  return {
    entity: content.ente,
    demonstrative: content.dimostrativo,
    plan: {
      code: piano.codice,
      title: piano.titolo,
      firstYear: piano.primoAnno,
      lastYear: piano.ultimoAnno,
      act: piano.atto,
      adoptedOn: piano.adottatoIl,
    },
    day: content.al,
    closedAt: content.chiusaIl,
    corrects: corregge && { day: corregge.al, hash: corregge.hash, reason: corregge.motivo },
    chain: { sequence: catena.sequenza, hash: catena.hash },
    contentHash: sha256,
    findings: content.constatazioni.map(({ frase, fondamento }) => ({
      sentence: frase,
      grounds: fondamento,
    })),
    comment: content.commento,
    years: content.anni.map(yearOf),
    areas: content.ambiti.map(areaOf),
    smartability: content.smartabilita && smartabilityOf(content.smartabilita),
    objectives: content.obiettivi.map((one) => ({
      code: one.codice,
      title: one.titolo,
      offices: one.uffici,
      done: one.fatto,
      weight: one.peso,
      percent: one.percentuale,
      expectedPercent: one.attesa,
      note: one.nota,
    })),
    variations: content.variazioni.map((one) => ({
      kind: one.tipo,
      day: one.il,
      what: one.oggetto,
      areaCode: one.ambito,
      reason: one.motivo,
      act: one.atto,
    })),
    decisions: content.decisioni.map(({ testo, da }) => ({ text: testo, from: da })),
    method: content.metodo,
  };
}

/** The annualità of the plan's years that a review froze, as the next one compares itself with them. */
export function reviewedYearsOf({ ambiti }: Pick<Content, "ambiti">): ReviewedYear[] {
  return ambiti.flatMap(({ azioni }) =>
    azioni.flatMap(({ codice, peso, annualita }) =>
      annualita
        .filter(({ oltreIlPiano }) => !oltreIlPiano)
        .map((one) => ({
          key: `${codice}/${one.anno}`,
          situation: situationOf(one.situazione),
          progress: one.avanzamento,
          weight: peso,
        })),
    ),
  );
}

function yearOf(row: Content["anni"][number]): ReportYear {
  const { prima } = row;
  return {
    year: row.anno,
    ...tallyOf(row),
    before: prima && {
      day: prima.al,
      total: prima.totale,
      completed: prima.completate,
      progress: progressOf(prima.avanzamento),
    },
  };
}

function areaOf(area: Content["ambiti"][number]): ReportArea {
  return {
    code: area.codice,
    title: area.titolo,
    comment: area.commento,
    ...tallyOf(area),
    actions: area.azioni.map((action) => ({
      code: action.codice,
      title: action.titolo,
      responsibles: action.responsabili,
      status: memberOf(DERIVED_STATUS_CODE, action.stato)!,
      unknownYears: action.anniNonNoti,
      cells: action.annualita.map((cell) => ({
        year: cell.anno,
        situation: situationOf(cell.situazione),
        adopted: cell.adottata,
        progress: cell.avanzamento,
        note: cell.nota,
      })),
    })),
  };
}

function smartabilityOf(frozen: NonNullable<Content["smartabilita"]>): ReportSmartability {
  const levels = ({ descrizione, processi }: typeof frozen.rilevati) => ({
    label: descrizione,
    counts: Object.fromEntries(
      LEVELS.map((level) => [level, processi[LEVEL_CODE[level]] ?? 0]),
    ) as ReportSmartability["now"]["counts"],
  });
  return {
    processes: frozen.processi,
    then: levels(frozen.rilevati),
    now: levels(frozen.allaData),
    finding: frozen.constatazione,
    turns: frozen.svolte.map((turn) => ({
      code: turn.codice,
      name: turn.nome,
      office: turn.ufficio,
      from: memberOf(LEVEL_CODE, turn.da)!,
      to: memberOf(LEVEL_CODE, turn.a)!,
      day: turn.dal,
      thanksTo: turn.grazieA.map(({ codice, titolo }) => ({ code: codice, title: titolo })),
      confirmed: turn.confermata,
    })),
  };
}

function tallyOf({ adottate, totale, situazioni, avanzamento }: Tallied): ReportTally {
  return {
    adopted: adottate,
    total: totale,
    counts: Object.fromEntries(
      SITUATIONS.map((situation) => [situation, situazioni[SITUATION_CODE[situation]] ?? 0]),
    ) as ReportTally["counts"],
    progress: progressOf(avanzamento),
  };
}

function progressOf({ punti, peso, su }: Content["anni"][number]["avanzamento"]) {
  return { points: punti, weight: peso, over: su };
}

function situationOf(code: string) {
  return memberOf(SITUATION_CODE, code)!;
}
