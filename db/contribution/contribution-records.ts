import type { DecidedContribution } from "#app/domain/contribution/contribution-decisions.ts";
import { canonicalJson } from "#app/domain/history-chain.ts";
import type { Answerable } from "#app/domain/permissions.ts";
import { authoredBy } from "../authored.ts";
import type { Author } from "../chain.ts";
import { findOfficeId } from "../office/offices.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findAnswering } from "../plan-action/answering.ts";
import { findLastLine } from "../status-lines.ts";

export type NewContribution = {
  action_year_id: number;
  /** The code of the office that reports. */
  office: string;
  contribution: DecidedContribution;
  by: Author;
};

/**
 * What the decision was built from: the office's last contribution (0: none) and, where a person sends it, the last line of the
 * annualità, and whether they still report for the office, whoever answers by now (R11).
 */
export type ExpectedOfContribution = {
  last: number;
  sequence?: number;
  isTheirs?: (answering: Answerable) => boolean;
};

/** `moved`: what came meanwhile. */
export type ContributionOutcome =
  { recorded: true; id: number } | { recorded: false; moved: "contribution" | "status" | "hands" };

/** The last contribution that an office recorded for an annualità, whatever day it takes effect, and the one before it. */
function listLastTwo(tx: Db, { action_year_id, office_id }: { action_year_id: number; office_id: number }) {
  return tx
    .selectFrom("contribution")
    .selectAll()
    .where("action_year_id", "=", action_year_id)
    .where("office_id", "=", office_id)
    .orderBy("id", "desc")
    .limit(2)
    .execute();
}

/**
 * Appends a contribution (R10), if all is still as expected. The same contribution sent twice by the same hand (a double
 * click) is one.
 */
export async function recordContribution(
  db: Db,
  entry: NewContribution,
  expected: ExpectedOfContribution,
): Promise<ContributionOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const place = { action_year_id: entry.action_year_id, office_id: await findOfficeId(tx, entry.office) };
    const [last, before] = await listLastTwo(tx, place);
    if ((last?.id ?? 0) !== expected.last) {
      const again = last !== undefined && (before?.id ?? 0) === expected.last && isSame(last, entry);
      return again ? { recorded: true, id: last.id } : { recorded: false, moved: "contribution" };
    }
    if (expected.isTheirs && !expected.isTheirs(await findAnswering(tx, entry.action_year_id)))
      return { recorded: false, moved: "hands" };
    if (await hasMoved(tx, entry.action_year_id, expected.sequence))
      return { recorded: false, moved: "status" };
    const { contribution, by } = entry;
    const row = await tx
      .insertInto("contribution")
      .values({
        ...place,
        status: contribution.status,
        progress: contribution.progress,
        evidence: contribution.evidence && canonicalJson(contribution.evidence),
        note: contribution.note,
        effective_on: contribution.effectiveOn,
        ...(await authoredBy(tx, by)),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { recorded: true, id: row.id };
  });
}

/** Whether somebody wrote on the annualità since the decision: it may take no contributions any more. */
async function hasMoved(tx: Db, actionYearId: number, sequence: number | undefined): Promise<boolean> {
  if (sequence === undefined) return false;
  const last = await findLastLine(tx, actionYearId);
  return (last?.sequence ?? 0) !== sequence;
}

/** Records that the RTD agrees with an office that has no part (R10). Agreeing twice is agreeing once. */
export async function recordAgreement(db: Db, contributionId: number, by: Author): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    await tx
      .insertInto("contribution_agreement")
      .values({ contribution_id: contributionId, ...(await authoredBy(tx, by)) })
      .onConflict((conflict) => conflict.column("contribution_id").doNothing())
      .execute();
  });
}

function isSame(
  recorded: Awaited<ReturnType<typeof listLastTwo>>[number],
  { contribution, by }: NewContribution,
) {
  return (
    recorded.author_id === by.id &&
    recorded.status === contribution.status &&
    recorded.progress === contribution.progress &&
    recorded.effective_on === contribution.effectiveOn &&
    recorded.note === contribution.note &&
    recorded.evidence === (contribution.evidence && canonicalJson(contribution.evidence))
  );
}
