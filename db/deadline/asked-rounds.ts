import type { RoundFact } from "#app/domain/deadline/deadlines.ts";
import type { Db } from "../open.ts";

/** The rounds of monitoring that are open, with the codes of the offices that they ask. */
export async function listAskedRounds(db: Db): Promise<RoundFact[]> {
  const rounds = await db
    .selectFrom("monitoring")
    .select(["id", "title", "due_on"])
    .where("closed_at", "is", null)
    .execute();
  const asked = await db
    .selectFrom("monitoring_item")
    .innerJoin("office", "office.id", "monitoring_item.office_id")
    .select(["monitoring_item.monitoring_id", "office.code"])
    .distinct()
    .orderBy("office.id")
    .execute();
  return rounds.map((round) => ({
    ...round,
    offices: asked.filter((one) => one.monitoring_id === round.id).map(({ code }) => code),
  }));
}
