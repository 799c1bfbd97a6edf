import type { Db } from "../open.ts";

/** Every office, ceased ones too, in the order of the organisation, with the codes of the one it is under and of its successor. */
export function listOffices(db: Db) {
  return db
    .selectFrom("office")
    .leftJoin("office as parent", "parent.id", "office.parent_id")
    .leftJoin("office as successor", "successor.id", "office.successor_id")
    .select([
      "office.id",
      "office.code",
      "office.name",
      "office.kind",
      "office.source",
      "office.ceased_on",
      "office.email",
      "parent.code as parent_code",
      "successor.code as successor_code",
    ])
    .orderBy("office.id")
    .execute();
}

/** The id of an office that is there. */
export async function findOfficeId(db: Db, code: string): Promise<number> {
  const office = await db
    .selectFrom("office")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return office.id;
}

/** Every group of responsibles with the codes of its offices, as they stand today. */
export async function listOfficeGroups(db: Db) {
  const groups = await db
    .selectFrom("office_group")
    .select(["id", "code", "name", "source"])
    .orderBy("id")
    .execute();
  const members = await db
    .selectFrom("office_group_member")
    .innerJoin("office", "office.id", "office_group_member.office_id")
    .select(["office_group_member.office_group_id", "office.code"])
    .orderBy("office.id")
    .execute();
  return groups.map((group) => ({
    ...group,
    offices: members.filter((member) => member.office_group_id === group.id).map((member) => member.code),
  }));
}

/**
 * The codes of some offices, of all those under them (R11: an office answers for itself and the offices under it) and of those
 * that ceased in their favour: what a ceased office answered for, when it is opened again, is its successor's.
 */
export async function listOfficeCodesUnder(db: Db, officeIds: readonly number[]): Promise<string[]> {
  const rows = await db
    .withRecursive("under", (cte) =>
      cte
        .selectFrom("office")
        .select(["id", "code"])
        .where("id", "in", officeIds.length > 0 ? officeIds : [-1])
        .union(
          cte
            .selectFrom("office")
            .innerJoin("under", (join) =>
              join.on((eb) =>
                eb.or([
                  eb.and([
                    eb("under.id", "=", eb.ref("office.parent_id")),
                    eb("office.ceased_on", "is", null),
                  ]),
                  eb("under.id", "=", eb.ref("office.successor_id")),
                ]),
              ),
            )
            .select(["office.id", "office.code"]),
        ),
    )
    .selectFrom("under")
    .select("code")
    .execute();
  return rows.map((row) => row.code);
}
