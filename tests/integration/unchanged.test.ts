import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { dataVersion, openDatabase } from "#db/open.ts";
import { migrate } from "#db/migrate.ts";
import { recordSetting } from "#db/settings.ts";
import { ask, db, lastSequenceOf } from "#tests/support/requests.ts";

const folder = mkdtempSync(join(tmpdir(), "rotta-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("an answer", () => {
  test("is computed once while nothing changes, and again after a write", async () => {
    let computed = 0;
    const question = () => whileUnchanged(["quante volte"], () => Promise.resolve((computed += 1)));

    expect([await question(), await question()]).toEqual([1, 1]);
    await recordSetting(db, "entity_name", "Comune di prova");
    expect([await question(), await question()]).toEqual([2, 2]);
  });

  test("that fails is not kept: the next who asks is answered", async () => {
    const failing = () => whileUnchanged(["fallisce"], () => Promise.reject(new Error("disco")));
    await expect(failing()).rejects.toThrow("disco");

    expect(await whileUnchanged(["fallisce"], () => Promise.resolve("bene"))).toBe("bene");
  });

  test("of nothing takes some room, too: nobody fills the memory with questions that find nothing", async () => {
    let computed = 0;
    const first = () =>
      whileUnchanged(
        ["la prima"],
        () => Promise.resolve((computed += 1)),
        () => 0,
      );
    await first();
    for (let number = 0; number < 60_000; number += 1)
      await whileUnchanged(
        ["niente", number],
        () => Promise.resolve([]),
        () => 0,
      );

    expect(await first()).toBe(2);
  });

  test("makes room: the least recently asked is computed again", async () => {
    let computed = 0;
    const large = (name: string) =>
      whileUnchanged(
        [name],
        () => Promise.resolve((computed += 1)),
        () => 40_000,
      );
    await large("a");
    await large("b");
    await large("b");
    expect(computed).toBe(2);

    await large("a");
    expect(computed).toBe(3);
  });
});

test("what there is not is not kept, and a code made to look like a question answers none", async () => {
  expect((await ask("/piani/1 2026-10-15 false", { as: "lettore" })).status).toBe(404);
  expect((await ask("/andamento?piano=1+2026-10-15+false", { as: "lettore" })).status).toBe(404);
  expect((await ask("/piani/2021-2023", { as: "lettore" })).status).toBe(200);

  let computed = 0;
  const nothing = () => whileUnchanged(["niente"], () => Promise.resolve(void (computed += 1)));
  await nothing();
  await nothing();
  expect(computed).toBe(2);
});

test("a write by another program changes the version, a reading does not", async () => {
  const path = join(folder, "rotta.sqlite");
  const [one, other] = [openDatabase(path), openDatabase(path)];
  await migrate(one);
  const before = dataVersion(one);
  await other.db.selectFrom("office").selectAll().execute();
  expect(dataVersion(one)).toBe(before);

  await recordSetting(other.db, "entity_name", "Comune di prova");
  expect(dataVersion(one)).not.toBe(before);
  one.sqlite.close();
  other.sqlite.close();
});

test("a page shows a status as soon as it is recorded, whoever asked for the page before", async () => {
  const situationOf = async () => {
    const { data } = (await ask("/piani/2021-2023?testo=4.6.3", { as: "rtd" })) as {
      data: { rows: { cells: ({ year: number; situation: string } | null)[] }[] };
    };
    return data.rows[0]!.cells.find((cell) => cell?.year === 2022)!.situation;
  };
  expect(await situationOf()).toBe("late");
  const form = {
    to: "completed",
    effectiveOn: "2026-10-15",
    reason: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf("4.6.3", 2022)),
  };
  expect((await ask("/piani/2021-2023/azioni/4.6.3/2022/stato", { as: "rtd", form })).status).toBe(302);
  expect(await situationOf()).toBe("completed-declared");
});
