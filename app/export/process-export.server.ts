import { claimsOn, turnsAsRecorded } from "./claim-export.server.ts";
import type { DataExport } from "./data-format.ts";
import type { Known } from "#app/claim-sentences.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { type BlockerOnDay, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { type Explanation, explanationOf } from "#app/domain/smartability/explanation.ts";
import { writtenLevel } from "#app/domain/level/levels.ts";
import {
  BASIS_CODE,
  BLOCKER_KIND_CODE,
  BLOCKER_STATE_CODE,
  EXTENT_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
  REMARK_KIND_CODE,
  REMOVABILITY_CODE,
  RISK_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { subkindLabel } from "#app/process-labels.ts";
import { levelSentence } from "#app/process-sentences.ts";
import { sentenceText } from "#app/sentence-parts.ts";
import type { Db } from "#db/open.ts";
import { listClaimedActions } from "#db/unblock-claim/claims.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listBlockerNotes } from "#db/work-process/process-details.ts";
import * as sources from "#db/work-process/process-export-facts.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import * as processes from "#db/work-process/work-processes.ts";

type ProcessSections = Pick<DataExport, "mappe" | "processi" | "sblocchi" | "svolte">;
type ExportedProcess = DataExport["processi"][number];
type Around = Awaited<ReturnType<typeof listAround>>;

/** Processes and claims on a day, catalogues and turns whatever the day (R7). */
export async function processExport(tx: Db, at: Viewpoint): Promise<ProcessSections> {
  const facts = await listMapFacts(tx);
  const claimed = facts.claimActions.map(({ plan_action_id }) => plan_action_id);
  const work = await listWorkFacts(tx, [...new Set(claimed)]);
  const onDay = smartabilityAt(facts, workAt(work, at));
  const around = await listAround(tx, at);
  return {
    mappe: (await processes.listProcessMaps(tx)).map(mapAsWritten),
    processi: onDay.map((process) => processAsItStands(process, around)),
    sblocchi: await claimsOn(tx, onDay),
    svolte: await turnsAsRecorded(tx),
  };
}

/** What is said of the processes beside their levels, read once. */
async function listAround(tx: Db, at: Viewpoint) {
  const { day } = at;
  const claimed = await listClaimedActions(tx, day);
  const called = await processes.listWorkProcesses(tx, day);
  const written = await sources.listProcessSources(tx);
  const notes = await listBlockerNotes(tx, day);
  const known: Known = { actions: new Map(claimed.map((action) => [action.id, action])), at };
  return {
    known,
    called: new Map(called.map((process) => [process.id, process])),
    written: new Map(written.map((source) => [source.id, source])),
    offices: byProcess(await processes.listProcessOffices(tx, day)),
    areas: byProcess(await processes.listProcessAreas(tx)),
    teams: byProcess(await sources.listProcessTeams(tx)),
    phases: byProcess(await sources.listProcessPhases(tx)),
    remarks: byProcess(await sources.listProcessRemarks(tx)),
    notes: new Map(notes.map(({ id, note }) => [id, note])),
  };
}

function byProcess<Row extends { work_process_id: number }>(rows: Row[]): Map<number, Row[]> {
  return groupBy(rows, (row) => row.work_process_id);
}

function processAsItStands(process: ProcessOnDay, around: Around): ExportedProcess {
  const called = around.called.get(process.id)!;
  const explanation = explanationOf(process, around.known.at);
  return {
    catalogo: called.map,
    codice: process.code,
    processo: called.name,
    attivita: called.activity,
    uffici: (around.offices.get(process.id) ?? []).map(({ code }) => code),
    aree: (around.areas.get(process.id) ?? []).map(({ name }) => name),
    squadre: (around.teams.get(process.id) ?? []).map(({ name }) => name),
    fasi: (around.phases.get(process.id) ?? []).map(({ text }) => text),
    rischio: called.risk && RISK_CODE[called.risk],
    cartaceo: called.on_paper === null ? null : called.on_paper === 1,
    livelloScritto: LEVEL_CODE[writtenLevel(process.written)],
    livello: LEVEL_CODE[process.level],
    raggiungibile: LEVEL_CODE[process.attainable],
    figura: process.figure && FIGURE_CODE[process.figure],
    blocchi: process.blockers.map((blocker) => blockerAsItStands(blocker, explanation, around)),
    spiegazione: sentenceText(levelSentence(process, around.known)),
    comeScritto: processAsWritten(process.id, around),
    osservazioni: (around.remarks.get(process.id) ?? []).map(({ kind, detail }) => ({
      tipo: REMARK_KIND_CODE[kind],
      dettaglio: detail,
    })),
  };
}

function blockerAsItStands(blocker: BlockerOnDay, { lifted }: Explanation, { notes }: Around) {
  return {
    numero: blocker.ordinal,
    tipo: BLOCKER_KIND_CODE[blocker.kind],
    sottotipo: subkindLabel(blocker.subkind),
    estensione: EXTENT_CODE[blocker.extent],
    fondamento: BASIS_CODE[blocker.basis],
    rimovibilita: REMOVABILITY_CODE[blocker.removability],
    stato: BLOCKER_STATE_CODE[blocker.state],
    dal: lifted.find((one) => one.blocker.id === blocker.id)?.from ?? null,
    nota: notes.get(blocker.id) ?? null,
  };
}

function processAsWritten(id: number, { written }: Around): ExportedProcess["comeScritto"] {
  const source = written.get(id)!;
  return {
    livello: source.level_as_written,
    sezione: source.source_section,
    riga: source.source_row,
    colonne: source.as_written.map(({ column, text, resolved }) => ({
      colonna: column,
      testo: text,
      staPer: resolved,
    })),
  };
}

function mapAsWritten(map: Awaited<ReturnType<typeof processes.listProcessMaps>>[number]) {
  return {
    codice: map.code,
    titolo: map.title,
    osservataIl: map.observed_on,
    giornoScelto: map.observed_on_is_assumed === 1,
    fonte: map.source,
  };
}
