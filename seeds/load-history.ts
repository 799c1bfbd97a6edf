import { lastSequenceOf } from "#app/domain/status/last-sequences.ts";
import { actionYearsAt, type ActionYearState } from "#app/domain/status/action-years.ts";
import { decideCorrection, firstPossibleDay, neighboursOf } from "#app/domain/status/corrections.ts";
import { asOf, type Day, dayInRome } from "#app/domain/days.ts";
import { mayCorrect, mayMake, mayUpdate, type Role } from "#app/domain/permissions.ts";
import { type Change, decideChange } from "#app/domain/status/status-steps.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { findPlan } from "#db/plan/plans.ts";
import { recordLine } from "#db/status-lines.ts";
import { readEvidence } from "./read-evidence.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { HISTORY_LINE } from "./rows.ts";

type HistoryRow = Read<(typeof HISTORY_LINE)["_output"]>;
/** The accounts of the demonstration, by username; `offices`: codes, with those under theirs. */
export type Authors = Map<string, { id: string; role: Role; officeId: number | null; offices: string[] }>;

type Facts = Awaited<ReturnType<typeof listPlanFacts>>;

/** Something else that happened at a moment. */
export type SeedEvent = { at: string; write: (tx: Db) => Promise<void> };

const FILE = "storia-dimostrativa.csv";

/**
 * The invented history, line by line as if people had recorded it: each line is decided by the rules of the product on
 * what came before, and goes into the chain. Lines recorded after `today` are left out: they have not happened yet.
 * `events`, in order, are written between the lines, each at its moment.
 */
export async function loadHistory(
  tx: Db,
  files: SeedFiles,
  { authors, today, events }: { authors: Authors; today: Day; events: SeedEvent[] },
): Promise<void> {
  const sequences = new Map<string, number>();
  const waiting = [...events];
  for (const row of readRows(files, FILE, HISTORY_LINE)) {
    if (dayInRome(row.registrata_il) > today) continue;
    while (waiting[0] && waiting[0].at < row.registrata_il) await waiting.shift()!.write(tx);
    sequences.set(row.riga, await loadLine(tx, row, { authors, sequences }));
  }
  for (const event of waiting) await event.write(tx);
}

async function loadLine(
  tx: Db,
  row: HistoryRow,
  { authors, sequences }: { authors: Authors; sequences: Map<string, number> },
): Promise<number> {
  const author =
    authors.get(row.autore) ?? failAt(FILE, row.line, "autore", `«${row.autore}» non è un utente`);
  const of = await contextOf(tx, row);
  const wrong =
    row.rettifica === null
      ? undefined
      : (of.lines.find((line) => line.sequence === sequences.get(row.rettifica!)) ??
        failAt(FILE, row.line, "rettifica", `«${row.rettifica}» non è una riga di questa annualità`));

  const change = changeOf(row);
  const mayRecord = wrong ? mayCorrect(author) : mayMake(author, of.current.status, change);
  if (!mayUpdate(author, of.answerable) || !mayRecord)
    failAt(FILE, row.line, "autore", `${row.autore} non può portare ${row.azione}/${row.anno} a ${row.a}`);
  const decision = wrong
    ? decideCorrection(of.lines, wrong, change, { ...of.judgedBy, standingFrom: of.standingFrom })
    : decideChange(of.current, change, of.judgedBy);
  if (!decision.ok) return failAt(FILE, row.line, decision.field, decision.reason);
  if (decision.change.progress !== row.avanzamento)
    failAt(FILE, row.line, "avanzamento", `la regola dà ${decision.change.progress}`);

  const before = wrong ? neighboursOf(of.lines, wrong).before : undefined;
  const outcome = await recordLine(
    tx,
    {
      action_year_id: of.state.id,
      from: wrong ? (before?.to_status ?? "to-start") : of.current.status,
      change: decision.change,
      carriedTo: row.verso_piano === null ? undefined : of.target?.id,
      replaces: wrong?.sequence ?? null,
      by: { id: author.id, role: author.role, officeId: author.officeId, at: row.registrata_il },
    },
    {
      sequence: lastSequenceOf(of.facts.lines, of.state.id),
      targetSequence: lastSequenceOf(of.facts.lines, of.target?.id),
    },
  );
  return outcome.recorded
    ? outcome.sequence
    : failAt(FILE, row.line, "riga", "fuori dall'ordine di registrazione");
}

/** What the rules judge a line by: its annualità on the day of recording, who answers for it, and where it is sent. */
async function contextOf(tx: Db, row: HistoryRow) {
  const recordedOn = dayInRome(row.registrata_il);
  const plan = (await findPlan(tx, row.piano)) ?? failAt(FILE, row.line, "piano", `«${row.piano}» non c'è`);
  const facts = await listPlanFacts(tx, { planId: plan.id, code: row.azione }, recordedOn);
  const action = facts.actions.find((one) => one.plan_id === plan.id);
  const states = actionYearsAt(facts.actionYears, facts.lines, asOf(recordedOn));
  const state =
    stateOf(states, action?.id, row.anno) ??
    failAt(FILE, row.line, "anno", `la ${row.azione} non ha un'annualità ${row.anno} il ${recordedOn}`);
  const target = targetOf(row, facts, states, state);
  const standingFrom = firstPossibleDay(state.addedOn, plan);
  return {
    facts,
    state,
    target,
    standingFrom,
    lines: facts.lines.filter((line) => line.action_year_id === state.id),
    current: { status: state.status, progress: state.progress, since: state.effectiveOn ?? standingFrom },
    judgedBy: {
      year: row.anno,
      today: recordedOn,
      targetStatus: target?.status,
      carriesOver: row.verso_piano !== null,
    },
    answerable: {
      offices: facts.offices
        .filter((office) => office.action_year_id === state.id)
        .map((office) => office.code),
      lead: facts.leads.find((lead) => lead.plan_action_id === state.planActionId)?.code ?? null,
    },
  };
}

/** Where a line sends its annualità: a year of its own action, or one of the action that continues it in an adopted plan (R1), which must be there. */
function targetOf(
  row: HistoryRow,
  facts: Facts,
  states: Map<number, ActionYearState>,
  state: ActionYearState,
): ActionYearState | undefined {
  if (row.verso_anno === null) return undefined;
  if (row.verso_piano === null) return stateOf(states, state.planActionId, row.verso_anno);
  const continuing = facts.actions.find(
    (one) => one.plan_code === row.verso_piano && one.continues_id === state.planActionId,
  );
  if (!continuing || row.a !== "rescheduled")
    return failAt(FILE, row.line, "verso_piano", `nel ${row.verso_piano} la ${row.azione} non continua`);
  const target = stateOf(states, continuing.id, row.verso_anno);
  if (!target || target.addedOn > row.effettiva_dal)
    return failAt(FILE, row.line, "verso_anno", `${row.verso_anno} non c'era il ${row.effettiva_dal}`);
  return target;
}

function stateOf(
  states: Map<number, ActionYearState>,
  planActionId: number | undefined,
  year: number,
): ActionYearState | undefined {
  return [...states.values()].find((state) => state.planActionId === planActionId && state.year === year);
}

function changeOf(row: HistoryRow): Change {
  return {
    to: row.a,
    progress: row.avanzamento,
    effectiveOn: row.effettiva_dal,
    reason: row.motivo,
    evidence: readEvidence(FILE, row),
    dueOn: row.scadenza,
    targetYear: row.verso_anno,
  };
}
