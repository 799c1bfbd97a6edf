import { type Day, dayInRome } from "#app/domain/days.ts";
import type { RoundFact } from "#app/domain/deadline/deadlines.ts";
import type { Db } from "../open.ts";

/** The rounds of monitoring that were open at the end of a day, with the codes of the offices that they ask. */
export async function listAskedRounds(db: Db, day: Day): Promise<RoundFact[]> {
  const all = await db
    .selectFrom("monitoring")
    .select(["id", "title", "due_on", "recorded_at", "closed_at"])
    .execute();
  const isOpen = ({ recorded_at, closed_at }: (typeof all)[number]) =>
    dayInRome(recorded_at) <= day && (closed_at === null || dayInRome(closed_at) > day);
  const rounds = all.filter(isOpen).map(({ id, title, due_on }) => ({ id, title, due_on }));
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
