import { db } from "#db/connection.server.ts";
import { recordAgreement } from "#db/contribution/contribution-records.ts";
import { findContribution } from "#db/contribution/contributions.ts";
import { inWriteTransaction } from "#db/open.ts";
import type { User } from "#db/users.ts";
import { asOfNow } from "#app/domain/days.ts";
import { today } from "#app/clock.server.ts";
import { authorOf } from "#app/session.server.ts";
import { waitingContributions } from "./contributions.server.ts";

/**
 * Agrees with an office that it has no part (R10), if its claim still waits as the agreement is written; agreeing twice is
 * agreeing once.
 */
export function agree(contributionId: number, user: User): Promise<{ recorded: boolean }> {
  return inWriteTransaction(db, async (tx) => {
    const contribution = await findContribution(tx, contributionId);
    if (contribution?.agreed_at) return { recorded: true };
    const { claims } = await waitingContributions(tx, asOfNow(today()));
    if (!claims.some(({ claim }) => claim.id === contributionId)) return { recorded: false };
    await recordAgreement(tx, contributionId, authorOf(user));
    return { recorded: true };
  });
}
