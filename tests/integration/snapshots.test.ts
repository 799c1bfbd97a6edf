import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openInMemory, type OpenDatabase } from "#db/open.ts";
import { insertSnapshot, listSnapshots, verifySnapshots } from "#db/review/snapshots.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

const RTD = { id: "rtd", role: "rtd", officeId: null, at: "2026-10-15T09:00:00.000Z" } as const;
const CONTENT = { piano: "2021-2023", testo: "«virgolette», \\ e #" };

let loaded: OpenDatabase;
beforeAll(async () => {
  loaded = await demonstrationDatabase();
});

let demonstration: OpenDatabase;
let id: number;
beforeEach(async () => {
  demonstration = openInMemory(loaded);
  const review = { kind: "review", planId: 1, shownOn: "2022-12-31", content: CONTENT, by: RTD } as const;
  ({ id } = await insertSnapshot(demonstration.db, review));
});

/** What a hand on the file can do, and no program of ours. */
function tamper(statement: string) {
  demonstration.sqlite.exec(
    "drop trigger snapshot_is_never_rewritten; drop trigger snapshot_is_never_deleted",
  );
  demonstration.sqlite.exec(statement);
}

describe("a snapshot", () => {
  test("keeps its text, its hash and the head of the chain of its moment", async () => {
    const snapshot = (await listSnapshots(demonstration.db, { kind: "review" })).at(-1)!;
    const head = demonstration.sqlite.prepare("select max(sequence) from status_line").pluck().get();

    expect(snapshot).toMatchObject({ id, plan: "2021-2023", shown_on: "2022-12-31", head_sequence: head });
    expect(JSON.parse(snapshot.content)).toEqual(CONTENT);
    expect(await verifySnapshots(demonstration.db)).toEqual([]);
    expect((await verifyDatabase(demonstration)).code).toBe(0);
  });

  test("is never rewritten, nor deleted", () => {
    expect(() => demonstration.sqlite.exec("update snapshot set content = '{}'")).toThrow(/never rewritten/);
    expect(() => demonstration.sqlite.exec("delete from snapshot")).toThrow(/never deleted/);
  });

  test("is named when one of its bytes changed", async () => {
    tamper(`update snapshot set content = replace(content, '2021', '2022') where id = ${id}`);

    expect(await verifyDatabase(demonstration)).toEqual({
      code: 1,
      sentences: [
        "La base dati :memory: non è integra.",
        `La fotografia (piano 2021-2023, al 31/12/2022, n. ${id}): il contenuto non corrisponde alla sua impronta.`,
      ],
    });
  });

  test("is named when the chain that it printed the head of is another one", async () => {
    tamper(
      `update snapshot set head_hash = replace(head_hash, substr(head_hash, 1, 1), 'x') where id = ${id}`,
    );

    expect((await verifyDatabase(demonstration)).sentences).toContain(
      `La fotografia (piano 2021-2023, al 31/12/2022, n. ${id}): la testa della catena che riporta non è più quella della storia.`,
    );
  });
});

describe("a plan as adopted", () => {
  test("is frozen under its act, with its years and who answered for them", async () => {
    const [first, second] = await listSnapshots(loaded.db, { kind: "adoption" });
    const content = JSON.parse(first!.content) as AdoptedPlan;
    const years = content.azioni.flatMap(({ annualita }) => annualita);

    expect([first!.plan, second!.plan]).toEqual(["2021-2023", "2024-2026"]);
    expect(first!.shown_on).toBe("2021-05-04");
    expect(content.piano).toMatchObject({ codice: "2021-2023", atto: { numero: "72", del: "2021-05-04" } });
    expect(content.azioni).toHaveLength(56);
    expect(years).toHaveLength(106);
    expect(content.azioni.find(({ codice }) => codice === "4.13.2")).toMatchObject({
      ambito: "4.13",
      responsabili: ["settore-3", "rtd"],
      annualita: [{ anno: 2021, scadenza: null, uffici: ["settore-3"] }],
    });
  });
});

type AdoptedPlan = {
  piano: unknown;
  azioni: { codice: string; annualita: { anno: number }[] }[];
};
