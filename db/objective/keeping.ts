import type { Day } from "#app/domain/days.ts";
import type { Person } from "#app/domain/permissions.ts";
import type { Author } from "../chain.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";
import { findUser } from "../users.ts";

/** Who writes on an objective, on which day, and whether people like them may: asked again where it is written. */
export type Keeping = {
  objectiveId: number;
  by: Author;
  today: Day;
  may: (person: Person, objective: { offices: readonly string[] }) => boolean;
};

/** Whether a person may still write on an objective, by the offices that both have now (R11): others may have been given either meanwhile. */
export async function isStillTheirs(tx: Db, { objectiveId, by, today, may }: Keeping): Promise<boolean> {
  const person = await findUser(tx, by.id);
  return person !== undefined && may(person, { offices: await listOfficeCodesOf(tx, objectiveId, today) });
}

/** The codes of the offices that an objective has on a day. */
async function listOfficeCodesOf(tx: Db, objectiveId: number, day: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom("objective_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select("office.code")
    .where("row.objective_id", "=", objectiveId)
    .where(heldOn("row", day))
    .execute();
  return rows.map(({ code }) => code);
}
