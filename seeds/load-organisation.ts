import type { Db } from "#db/open.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";
import { GROUP, OFFICE } from "./rows.ts";

/** Ids by code; `members`: the codes of a group's offices. */
export type Organisation = {
  offices: Map<string, number>;
  groups: Map<string, { id: number; members: string[] }>;
};

/** Offices (a parent before those under it) and the groups of responsibles that the document names. */
export async function loadOrganisation(tx: Db, files: SeedFiles): Promise<Organisation> {
  const offices = new Map<string, number>();
  for (const row of readRows(files, "organizzazione.csv", OFFICE)) {
    const parent = row.appartiene_a;
    const parent_id =
      parent === null
        ? null
        : (offices.get(parent) ??
          failAt("organizzazione.csv", row.line, "appartiene_a", `«${parent}» non c'è prima`));
    const office = await tx
      .insertInto("office")
      .values({
        code: row.codice,
        name: row.nome,
        kind: row.tipo,
        parent_id,
        email: row.posta,
        source: row.fonte,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    offices.set(row.codice, office.id);
  }
  return { offices, groups: await loadGroups(tx, files, offices) };
}

async function loadGroups(tx: Db, files: SeedFiles, offices: Map<string, number>) {
  const groups: Organisation["groups"] = new Map();
  for (const row of readRows(files, "gruppi.csv", GROUP)) {
    const group = await tx
      .insertInto("office_group")
      .values({ code: row.codice, name: row.nome, source: row.fonte })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const code of row.uffici) {
      const office_id =
        offices.get(code) ?? failAt("gruppi.csv", row.line, "uffici", `«${code}» non è un ufficio`);
      await tx.insertInto("office_group_member").values({ office_group_id: group.id, office_id }).execute();
    }
    groups.set(row.codice, { id: group.id, members: row.uffici });
  }
  return groups;
}
