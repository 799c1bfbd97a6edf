import type { AskedGroup } from "#app/domain/office/office-groups.ts";
import type { AskedOffice } from "#app/domain/office/offices.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { listOfficeGroups, listOffices, findOfficeId } from "./offices.ts";
import { type Db, inWriteTransaction } from "../open.ts";

export type OfficeRow = Awaited<ReturnType<typeof listOffices>>[number];
export type GroupRow = Awaited<ReturnType<typeof listOfficeGroups>>[number];

/** False when someone was faster: the code was taken, or what was changed is no longer as the person saw it. */
export type OrganisationOutcome = { recorded: boolean };

/** An office as a form shows it: what it can change, and what two windows are told apart by. */
export function askedOfficeOf({ code, name, kind, parent_code, email, source }: OfficeRow): AskedOffice {
  return { code, name, kind, parent: parent_code, email, source };
}

export function askedGroupOf({ code, name, source, offices }: GroupRow): AskedGroup {
  return { code, name, source, members: offices };
}

export function recordNewOffice(db: Db, office: AskedOffice): Promise<OrganisationOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if (await isOrganisationCodeTaken(tx, office.code)) return { recorded: false };
    await tx
      .insertInto("office")
      .values({ code: office.code, ...(await columnsOf(tx, office)), ceased_on: null, successor_id: null })
      .execute();
    return { recorded: true };
  });
}

/** Changes an office that is still as the person saw it (`seen`). Its code never changes: the chain and the exports carry it. */
export function recordOffice(db: Db, office: AskedOffice, seen: string): Promise<OrganisationOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const current = (await listOffices(tx)).find(({ code }) => code === office.code);
    if (!current || seenKey(askedOfficeOf(current)) !== seen) return { recorded: false };
    await tx
      .updateTable("office")
      .set(await columnsOf(tx, office))
      .where("id", "=", current.id)
      .execute();
    return { recorded: true };
  });
}

export function recordNewGroup(db: Db, group: AskedGroup): Promise<OrganisationOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if (await isOrganisationCodeTaken(tx, group.code)) return { recorded: false };
    const { code, name, source } = group;
    const { id } = await tx
      .insertInto("office_group")
      .values({ code, name, source })
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertMembers(tx, id, group.members);
    return { recorded: true };
  });
}

/** Changes a group that is still as the person saw it. What is held through it stays as it was written down (R10). */
export function recordGroup(db: Db, group: AskedGroup, seen: string): Promise<OrganisationOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const current = (await listOfficeGroups(tx)).find(({ code }) => code === group.code);
    if (!current || seenKey(askedGroupOf(current)) !== seen) return { recorded: false };
    const { name, source } = group;
    await tx.updateTable("office_group").set({ name, source }).where("id", "=", current.id).execute();
    await tx.deleteFrom("office_group_member").where("office_group_id", "=", current.id).execute();
    await insertMembers(tx, current.id, group.members);
    return { recorded: true };
  });
}

async function isOrganisationCodeTaken(tx: Db, code: string): Promise<boolean> {
  const office = await tx.selectFrom("office").select("id").where("code", "=", code).executeTakeFirst();
  const group = await tx.selectFrom("office_group").select("id").where("code", "=", code).executeTakeFirst();
  return office !== undefined || group !== undefined;
}

async function columnsOf(tx: Db, { name, kind, parent, email, source }: AskedOffice) {
  return { name, kind, email, source, parent_id: parent === null ? null : await findOfficeId(tx, parent) };
}

async function insertMembers(tx: Db, office_group_id: number, codes: readonly string[]): Promise<void> {
  for (const code of codes)
    await tx
      .insertInto("office_group_member")
      .values({ office_group_id, office_id: await findOfficeId(tx, code) })
      .execute();
}
