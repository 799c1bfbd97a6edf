import { isActive, RTD } from "#app/domain/office/offices.ts";
import { db } from "#db/connection.server.ts";
import { listOfficeGroups, listOffices } from "#db/office/offices.ts";
import { today } from "#app/clock.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

export type FoundOrganisation = Awaited<ReturnType<typeof findOrganisation>>;

/** The offices and groups as they stand today: offices and groups have only a present (design, section 3). */
export async function findOrganisation() {
  return { offices: await listOffices(db), groups: await listOfficeGroups(db) };
}

/** The same, asked of the database once while nothing changes: for pages that only read. */
export function knownOrganisation(): Promise<FoundOrganisation> {
  return whileUnchanged(["organizzazione"], findOrganisation);
}

/** Whom an action can be given to: the groups with the names of their members, and the offices that have not ceased, those already named apart. */
export function choosableIn({ offices, groups }: FoundOrganisation, alreadyNamed: readonly string[] = []) {
  const nameOf = new Map(offices.map(({ code, name }) => [code, name]));
  return {
    offices: offices
      .filter((office) => alreadyNamed.includes(office.code) || isActive(office, today()))
      .map(({ code, name }) => ({ code, name })),
    groups: groups.map(({ code, name, offices: members }) => ({
      code,
      name,
      members: members.map((member) => nameOf.get(member) ?? member),
    })),
  };
}

/** What a responsible is called, as a person reads it; the code itself where nobody has it. */
export function nameIn({ offices, groups }: FoundOrganisation): (code: string) => string {
  const names = new Map([...offices, ...groups].map(({ code, name }) => [code, name]));
  return (code) => (code === RTD ? "RTD" : (names.get(code) ?? code));
}
