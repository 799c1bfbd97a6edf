import { actionYearsAt, type ActionYearState } from "#app/domain/action-years.ts";
import { decideCorrection, firstPossibleDay, neighboursOf } from "#app/domain/corrections.ts";
import { asOf, type Day, dayInRome } from "#app/domain/days.ts";
import { decideEvidence } from "#app/domain/evidence.ts";
import { mayUpdate, offeredSteps, type Role } from "#app/domain/permissions.ts";
import { type Change, decideChange } from "#app/domain/status-steps.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-actions.ts";
import { findPlan } from "#db/plans.ts";
import { recordLine } from "#db/status-lines.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { HISTORY_LINE } from "./rows.ts";

type HistoryRow = Read<(typeof HISTORY_LINE)["_output"]>;
type Authors = Map<string, { id: string; role: Role; officeId: number | null; offices: string[] }>;

const FILE = "storia-dimostrativa.csv";

/**
 * The invented history, line by line as if people had recorded it: each line is decided by the rules of the product on
 * what came before, and goes into the chain. Lines recorded after `today` are left out: they have not happened yet.
 */
export async function loadHistory(
  tx: Db,
  files: SeedFiles,
  { authors, today }: { authors: Authors; today: Day },
): Promise<void> {
  const sequences = new Map<string, number>();
  for (const row of readRows(files, FILE, HISTORY_LINE)) {
    if (dayInRome(row.registrata_il) > today) continue;
    sequences.set(row.riga, await loadLine(tx, row, { authors, sequences }));
  }
}

async function loadLine(
  tx: Db,
  row: HistoryRow,
  { authors, sequences }: { authors: Authors; sequences: Map<string, number> },
): Promise<number> {
  const author =
    authors.get(row.autore) ?? failAt(FILE, row.line, "autore", `«${row.autore}» non è un utente`);
  const recordedOn = dayInRome(row.registrata_il);
  const plan = (await findPlan(tx, row.piano)) ?? failAt(FILE, row.line, "piano", `«${row.piano}» non c'è`);
  const facts = await listPlanFacts(tx, { planId: plan.id, code: row.azione }, recordedOn);
  const states = actionYearsAt(facts.actionYears, facts.lines, asOf(recordedOn));
  const state =
    stateOf(states, row.anno) ??
    failAt(FILE, row.line, "anno", `la ${row.azione} non ha un'annualità ${row.anno} il ${recordedOn}`);
  const lines = facts.lines.filter((line) => line.action_year_id === state.id);
  const wrong =
    row.rettifica === null
      ? undefined
      : lines.find((line) => line.sequence === sequences.get(row.rettifica!));
  if (row.rettifica !== null && !wrong)
    failAt(FILE, row.line, "rettifica", `«${row.rettifica}» non è una riga di questa annualità`);

  const standingFrom = firstPossibleDay(state.addedOn, plan);
  const change = changeOf(row);
  const target = row.verso_anno === null ? undefined : stateOf(states, row.verso_anno);
  const context = { year: row.anno, today: recordedOn, targetStatus: target?.status, standingFrom };
  const current = {
    status: state.status,
    progress: state.progress,
    since: state.effectiveOn ?? standingFrom,
  };
  const answerable = {
    offices: facts.offices
      .filter((office) => office.action_year_id === state.id)
      .map((office) => office.code),
    lead: facts.leads[0]?.code ?? null,
  };
  const isOffered =
    wrong !== undefined ||
    change.to === current.status ||
    offeredSteps(author, current.status).includes(change.to);
  if (!mayUpdate(author, answerable) || !isOffered) {
    failAt(FILE, row.line, "autore", `${row.autore} non può portare ${row.azione}/${row.anno} a ${row.a}`);
  }
  const decision = wrong
    ? decideCorrection(lines, wrong, change, context)
    : decideChange(current, change, context);
  if (!decision.ok) return failAt(FILE, row.line, decision.field, decision.reason);
  if (decision.change.progress !== row.avanzamento)
    failAt(FILE, row.line, "avanzamento", `la regola dà ${decision.change.progress}`);

  const before = wrong ? neighboursOf(lines, wrong).before : undefined;
  const outcome = await recordLine(
    tx,
    {
      action_year_id: state.id,
      from: wrong ? (before?.to_status ?? "to-start") : current.status,
      change: decision.change,
      replaces: wrong?.sequence ?? null,
      by: { id: author.id, role: author.role, officeId: author.officeId, at: row.registrata_il },
    },
    {
      sequence: lastSequence(facts.lines, state.id),
      targetSequence: target ? lastSequence(facts.lines, target.id) : 0,
    },
  );
  return outcome.recorded
    ? outcome.sequence
    : failAt(FILE, row.line, "riga", "fuori dall'ordine di registrazione");
}

function stateOf(states: Map<number, ActionYearState>, year: number): ActionYearState | undefined {
  return [...states.values()].find((state) => state.year === year);
}

function lastSequence(lines: { action_year_id: number; sequence: number }[], actionYearId: number): number {
  return Math.max(
    0,
    ...lines.filter((line) => line.action_year_id === actionYearId).map((line) => line.sequence),
  );
}

function changeOf(row: HistoryRow): Change {
  const evidence = decideEvidence(
    row.prova_tipo === null
      ? { tipo: null }
      : {
          tipo: row.prova_tipo,
          numero: row.prova_numero,
          del: row.prova_del,
          collegamento: row.prova_collegamento,
          nota: row.prova_nota,
        },
  );
  if (!evidence.ok) return failAt(FILE, row.line, `prova_${evidence.field}`, evidence.reason);
  return {
    to: row.a,
    progress: row.avanzamento,
    effectiveOn: row.effettiva_dal,
    reason: row.motivo,
    evidence: evidence.evidence,
    dueOn: row.scadenza,
    targetYear: row.verso_anno,
  };
}
