import {
  decideContribution,
  type TypedContribution,
} from "#app/domain/contribution/contribution-decisions.ts";
import { firstPossibleDay } from "#app/domain/status/corrections.ts";
import { asOf, type Day, dayInRome } from "#app/domain/days.ts";
import { contributingOffices } from "#app/domain/permissions.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { recordAgreement, recordContribution } from "#db/contribution/contribution-records.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { findPlan } from "#db/plan/plans.ts";
import type { Authors, SeedEvent } from "./load-history.ts";
import { readEvidence } from "./read-evidence.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";
import { CONTRIBUTION } from "./rows.ts";

const FILE = "contributi-dimostrativi.csv";

type ContributionRow = Read<(typeof CONTRIBUTION)["_output"]>;

/**
 * The invented contributions, and the RTD's agreements to them, in order of recording: each decided by the rules of the
 * product on what came before. What was recorded after `today` has not happened yet.
 */
export function contributionEvents(
  files: SeedFiles,
  { authors, today }: { authors: Authors; today: Day },
): SeedEvent[] {
  const ids = new Map<string, number>();
  const events = readRows(files, FILE, CONTRIBUTION).flatMap((row): SeedEvent[] => {
    const contribution = {
      at: row.registrata_il,
      write: async (tx: Db) => void ids.set(row.riga, await loadContribution(tx, row, authors)),
    };
    const at = row.accordo_il;
    if (at === null) return [contribution];
    return [contribution, { at, write: (tx) => recordAgreement(tx, ids.get(row.riga)!, rtd(authors, at)) }];
  });
  return events
    .filter(({ at }) => dayInRome(at) <= today)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function loadContribution(tx: Db, row: ContributionRow, authors: Authors): Promise<number> {
  const author =
    authors.get(row.autore) ?? failAt(FILE, row.line, "autore", `«${row.autore}» non è un utente`);
  const { actionYearId, offices, previous, judgedBy } = await contextOf(tx, row);
  if (!contributingOffices(author, { offices, lead: null }).includes(row.ufficio))
    failAt(FILE, row.line, "ufficio", `${row.autore} non comunica per «${row.ufficio}»`);
  const decision = decideContribution(typedBy(row), judgedBy);
  if (!decision.ok) return failAt(FILE, row.line, decision.field, decision.reason);
  if (decision.contribution.progress !== row.avanzamento)
    failAt(FILE, row.line, "avanzamento", `la regola dà ${decision.contribution.progress}`);

  const by = { id: author.id, role: author.role, officeId: author.officeId, at: row.registrata_il };
  const outcome = await recordContribution(
    tx,
    { action_year_id: actionYearId, office: row.ufficio, contribution: decision.contribution, by },
    { last: previous?.id ?? 0 },
  );
  return outcome.recorded ? outcome.id : failAt(FILE, row.line, "riga", "fuori dall'ordine di registrazione");
}

function typedBy(row: ContributionRow): TypedContribution {
  return {
    status: row.stato,
    progress: row.stato === "in-progress" ? row.avanzamento : null,
    effectiveOn: row.effettiva_dal,
    evidence: readEvidence(FILE, row),
    note: row.nota,
  };
}

/** What the rules judge a contribution by: its annualità on the day of recording, and what the office said before. */
async function contextOf(tx: Db, row: ContributionRow) {
  const today = dayInRome(row.registrata_il);
  const plan = (await findPlan(tx, row.piano)) ?? failAt(FILE, row.line, "piano", `«${row.piano}» non c'è`);
  const facts = await listPlanFacts(tx, { planId: plan.id, code: row.azione }, today);
  const state =
    planAt(facts, plan, asOf(today))[0]?.years.find(({ year }) => year === row.anno) ??
    failAt(FILE, row.line, "anno", `la ${row.azione} non ha un'annualità ${row.anno} il ${today}`);
  const said = await listContributions(tx, { actionYearIds: [state.id] }, today);
  const previous = said.findLast((one) => one.office === row.ufficio);
  const standingFrom = firstPossibleDay(state.addedOn, plan);
  return {
    actionYearId: state.id,
    offices: state.offices,
    previous,
    judgedBy: { adoptedOn: plan.adopted_on, status: state.status, previous, standingFrom, today },
  };
}

function rtd(authors: Authors, at: string) {
  const { id, role, officeId } = authors.get("rtd")!;
  return { id, role, officeId, at };
}
