import { today } from "#app/clock.server.ts";
import { firstPossibleDay } from "#app/domain/status/corrections.ts";
import { decideUpdate } from "#app/domain/status/status-steps.ts";
import { authorOf } from "#app/session.server.ts";
import type { Author } from "#db/chain.ts";
import { db } from "#db/connection.server.ts";
import { recordConfirmations } from "#db/monitoring/monitoring-items.ts";
import { type Db, inWriteTransaction } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import type { User } from "#db/users.ts";
import { itemRowOf } from "./item-rows.server.ts";
import { readStanding, type Standing, type StandingItem } from "./read-standing.server.ts";

export type ConfirmationOutcome =
  | { ok: true; confirmed: number }
  /** `moved`: the items that are no longer as they were seen, by name; nothing is written. */
  | { ok: false; reason: "moved"; moved: { id: number; name: string }[] }
  | { ok: false; reason: "closed" };

/**
 * Confirms that there is nothing new on items of a round, all of them or none: by an update without a step where the office updates the status
 * (R1); by a confirmation where it shares, because its contribution stays of the day that it was given for, with its proof (R10), and where it is
 * a step of an objective. `seen`: the items as the person saw them. What the same hand has confirmed already (a double click) is found so.
 */
export function confirmItems(
  user: User,
  { round, office, seen }: { round: number; office: string; seen: readonly string[] },
): Promise<ConfirmationOutcome> {
  return inWriteTransaction(db, async (tx): Promise<ConfirmationOutcome> => {
    const standing = await readStanding(tx, round, today());
    if (standing?.round.closed_at !== null) return { ok: false, reason: "closed" };
    const own = standing.items.filter((item) => item.office === office);
    // One more than the office has is enough to know that some are not its own: a form can hold any number.
    const chosen = [...new Set(seen)].slice(0, own.length + 1);
    const verdicts = chosen.map((token) => verdictOn(token, own, user));
    const moved = verdicts.flatMap((verdict) => ("moved" in verdict ? [verdict.moved] : []));
    if (moved.length > 0) return { ok: false, reason: "moved", moved };

    const items = verdicts.flatMap((verdict) => ("item" in verdict ? [verdict.item] : []));
    const by = authorOf(user);
    const ofStatus = items.filter(({ answer }) => answer.way === "status");
    for (const item of ofStatus) await recordNoNews(tx, item, { standing, by });
    const others = items.filter(({ answer }) => answer.way !== "status").map(({ id }) => id);
    await recordConfirmations(tx, others, by);
    return { ok: true, confirmed: verdicts.length };
  });
}

type Verdict = { item: StandingItem } | { done: true } | { moved: { id: number; name: string } };

/** What a choice is by now: an item as it was seen, one that the same hand confirmed already, or one that moved. */
function verdictOn(token: string, own: readonly StandingItem[], user: User): Verdict {
  const item = own.find(({ id }) => String(id) === token.split(".")[0]);
  if (!item) return { moved: { id: -1, name: "una voce che non è in questo elenco" } };
  const row = itemRowOf(item);
  if (item.seen === token && row.isConfirmable) return { item };
  if (item.answer.state === "confirmed" && item.answer.by === user.id) return { done: true };
  return { moved: { id: item.id, name: row.name } };
}

/** "Confermato, nessuna novità": a line like the others, with the turns that a line brings (R1, R7). */
async function recordNoNews(
  tx: Db,
  { placed }: StandingItem,
  { standing, by }: { standing: Standing; by: Author },
): Promise<void> {
  const { actionYear } = placed!;
  const { id, status, progress, year } = actionYear;
  const since =
    actionYear.effectiveOn ?? firstPossibleDay(actionYear.addedOn, planOf(placed!.plan, standing));
  const decision = decideUpdate(
    { status, progress, since },
    { ...NO_NEWS, to: status, effectiveOn: today() },
    {
      year,
      today: today(),
      targetStatus: undefined,
    },
  );
  if (!decision.ok) throw new Error(`nothing new, and yet refused: ${decision.reason}`);
  const line = { action_year_id: id, from: status, change: decision.change, replaces: null, by };
  const expected = { sequence: standing.work.sequences.get(id) ?? 0, targetSequence: 0 };
  const { recorded } = await recordLine(tx, line, expected);
  if (!recorded) throw new Error("nobody writes while a write transaction is open");
}

const NO_NEWS = { progress: null, reason: "", evidence: null, dueOn: null, targetYear: null };

function planOf(code: string, { work }: Standing) {
  return work.plans.find(({ plan }) => plan.code === code)!.plan;
}
