import { firstPossibleDay } from "#app/domain/status/corrections.ts";
import { asOfNow, type Day } from "#app/domain/days.ts";
import { decideTakeover, type Proposal } from "#app/domain/contribution/proposals.ts";
import type { ChangeDecision } from "#app/domain/status/status-steps.ts";
import type { Author } from "#db/chain.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import { type Db, inWriteTransaction } from "#db/open.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import { type ReportedYear, reportedYears, type SharedYear } from "./contributions.server.ts";
import { evidenceOf, reasonOf } from "./takeover-texts.server.ts";

/** A proposal that differs from the status, and the line that takes it over: refused where no line may take that step. */
export type Offer = ReportedYear & {
  proposal: Proposal;
  /** What the form sends: the proposal as it was seen, with the last line and the contributions that it was read from. */
  token: string;
  decision: ChangeDecision;
};

/** What the RTD is offered on a shared annualità; undefined where status and proposal agree. */
export function offerOf(year: ReportedYear, today: Day): Offer | undefined {
  const { plan, actionYear, proposal, reviewedUpTo } = year;
  if (!proposal || !year.differs) return undefined;
  const current = {
    status: actionYear.status,
    progress: actionYear.progress,
    since: actionYear.effectiveOn ?? firstPossibleDay(actionYear.addedOn, plan),
  };
  const texts = { reason: reasonOf(year), evidence: evidenceOf(year) };
  const decision = decideTakeover(current, proposal, texts, {
    year: actionYear.year,
    today,
    reviewedUpTo,
  });
  return { ...year, proposal, decision, token: tokenOf(year, year.sequence) };
}

/** A line by which a proposal was taken over, and where it is told. */
export type Taken = { sequence: number; plan: string; code: string; year: number };

export type TakeoverOutcome =
  | { ok: true; taken: Taken[] }
  /** The annualità that are no longer as they were seen, by name: nothing is recorded. */
  | { ok: false; moved: { actionYearId: number; name: string }[] };

/**
 * Takes over the chosen proposals, each by an ordinary line of the RTD whose reason names the contributions (R10): all of
 * them in one transaction, or none where one is no longer as it was seen. The same choice sent twice (a double click) is
 * one: what was taken over already is found so.
 */
export function takeOver(
  db: Db,
  tokens: readonly string[],
  { by, today }: { by: Author; today: Day },
): Promise<TakeoverOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const ids = tokens.map(actionYearIdOf);
    const rows = await listContributions(tx, { actionYearIds: ids }, today);
    const years = await reportedYears(tx, rows, asOfNow(today));
    const answers = [];
    for (const token of new Set(tokens)) answers.push(await answerTo(tx, token, { years, by, today }));
    const moved = answers.flatMap((answer) => ("name" in answer ? [answer] : []));
    if (moved.length > 0) return { ok: false, moved };

    const taken: Taken[] = [];
    for (const answer of answers) {
      if ("offer" in answer) taken.push(placed(answer.offer, await record(tx, answer.offer, by)));
      if ("taken" in answer) taken.push(answer.taken);
    }
    return { ok: true, taken };
  });
}

type Answer = { offer: Offer } | { taken: Taken } | { actionYearId: number; name: string };

/** What a choice is by now: an offer as it was seen, one that the same hand took over already, or one that moved. */
async function answerTo(
  tx: Db,
  token: string,
  { years, by, today }: { years: readonly ReportedYear[]; by: Author; today: Day },
): Promise<Answer> {
  const actionYearId = actionYearIdOf(token);
  const year = years.find(({ actionYear }) => actionYear.id === actionYearId);
  if (!year) return { actionYearId, name: "un’annualità che non ha più proposte" };
  const offer = offerOf(year, today);
  if (offer?.token === token && offer.decision.ok) return { offer };
  const sequence = await findTaken(tx, token, year, by);
  if (sequence !== undefined) return { taken: placed(year, sequence) };
  return { actionYearId, name: `${year.action.code}, ${year.actionYear.year}` };
}

function placed({ plan, action, actionYear }: ReportedYear, sequence: number): Taken {
  return { sequence, plan: plan.code, code: action.code, year: actionYear.year };
}

/** The line by which the same hand took over this very proposal before, if that is the last one of the annualità. */
async function findTaken(tx: Db, token: string, year: ReportedYear, by: Author): Promise<number | undefined> {
  const last = await findLastLine(tx, year.actionYear.id);
  if (!last || last.author_id !== by.id || last.reason !== reasonOf(year)) return undefined;
  return tokenOf(year, last.previous_in_action_year) === token ? last.sequence : undefined;
}

async function record(tx: Db, { actionYear, decision, sequence }: Offer, by: Author): Promise<number> {
  if (!decision.ok) throw new Error("a proposal that no line may take is never chosen");
  const { id: action_year_id, status: from } = actionYear;
  const line = { action_year_id, from, change: decision.change, replaces: null, by };
  const outcome = await recordLine(tx, line, { sequence, targetSequence: 0 });
  if (!outcome.recorded) throw new Error("nobody writes while a write transaction is open");
  return outcome.sequence;
}

function tokenOf({ actionYear, proposal, says }: SharedYear, sequence: number): string {
  const { status, progress, on, proven } = proposal!;
  const contributions = says.map(({ standing }) => standing?.id ?? 0).join("-");
  return [actionYear.id, sequence, status, progress, on, proven ? "provata" : "", contributions].join(".");
}

/** The annualità that a token is about; -1 where it is about none. */
export function actionYearIdOf(token: string): number {
  const id = /^\d{1,15}/.exec(token)?.[0];
  return id === undefined ? -1 : Number(id);
}
