import { describe, expect, test } from "vitest";
import type { AreaVariation } from "#app/components/edit/area-variations.tsx";
import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import { asOf } from "#app/domain/days.ts";
import { dataExport } from "#app/export/data-export.server.ts";
import { ask, db } from "#tests/support/requests.ts";

const AREAS = "/piani/2021-2023/ambiti";
const NEW = `${AREAS}/nuovo`;
const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";
const NO_ACT = { actOrgan: "", actNumber: "", actOn: "" };

type Page = { areas: { code: string; title: string; actions: number }[]; variations: AreaVariation[] };
type Refused = {
  errors: Record<string, string[]>;
  typed: Record<string, string>;
  meanwhile: ToldEdit[] | null;
};

async function areasPage(): Promise<Page> {
  return (await ask(AREAS, { as: "rtd" })).data as Page;
}

async function titleIn(code: string, al: string) {
  const page = (await ask(`/piani/2021-2023?al=${al}`, { as: "giunta" })).data as {
    summary: { areas: { code: string; title: string }[] };
  };
  return page.summary.areas.find((area) => area.code === code)?.title;
}

function add(varied: Record<string, string> = {}) {
  const form = {
    code: "4.14",
    title: "Intelligenza artificiale",
    edit: "0",
    reason: "nuovo ambito",
    ...NO_ACT,
  };
  return ask(NEW, { as: "rtd", form: { ...form, ...varied } });
}

async function reword(code: string, title: string, varied: Record<string, string> = {}) {
  const address = `${AREAS}/${code}/modifica`;
  const { lastEdit } = (await ask(address, { as: "rtd" })).data as { lastEdit: number };
  const form = { title, edit: String(lastEdit), reason: "riordino", ...NO_ACT, ...varied };
  return ask(address, { as: "rtd", form });
}

describe("a new area of an adopted plan", () => {
  test.each([
    [
      "with the code of another",
      { code: "4.3" },
      { code: ["L’ambito 4.3 c’è già in questo piano: scrivi un altro codice"] },
    ],
    ["without a name", { title: "  " }, { title: ["Scrivi il nome dell’ambito"] }],
    ["without a reason", { reason: "" }, { reason: [expect.stringContaining("Scrivi il motivo")] }],
  ])("%s is refused with a sentence, and keeps what was typed", async (_how, varied, errors) => {
    const { status, data } = await add(varied);

    expect(status).toBe(422);
    expect((data as Refused).errors).toEqual(errors);
    expect((data as Refused).typed).toMatchObject(varied);
    expect((await areasPage()).areas.map(({ code }) => code)).not.toContain("4.14");
  });

  test("is there from today, in the place of its code, and is told as a variation", async () => {
    const added = await add();
    expect(added.status).toBe(302);
    const saved = (await ask(added.headers.get("Location")!, { as: "rtd" })).data;
    expect(saved).toMatchObject({ saved: "in-place" });
    const { areas, variations } = await areasPage();

    expect(areas.at(-1)).toEqual({ code: "4.14", title: "Intelligenza artificiale", actions: 0 });
    expect(variations).toMatchObject([
      {
        code: "4.14",
        from: null,
        to: "Intelligenza artificiale",
        on: TODAY,
        reason: "nuovo ambito",
        act: null,
      },
    ]);
    expect(await titleIn("4.14", YESTERDAY)).toBeUndefined();
    const [yesterday, today] = [await dataExport(db, asOf(YESTERDAY)), await dataExport(db, asOf(TODAY))];
    expect(today.ambiti.length).toBe(yesterday.ambiti.length + 1);
  });

  test("sent twice is added once; sent again with another name it is refused", async () => {
    const before = (await areasPage()).areas.length;

    expect((await add()).status).toBe(302);
    expect((await add({ title: "Altro" })).status).toBe(422);
    expect((await areasPage()).areas.length).toBe(before);
  });

  test("holds actions", async () => {
    const { data } = await ask("/piani/2021-2023/azioni/nuova", { as: "rtd" });

    expect((data as { areas: { code: string }[] }).areas.map(({ code }) => code)).toContain("4.14");
  });
});

describe("an area that is reworded", () => {
  test("is called so from today; a past day, its search and its export show the name that it had", async () => {
    const before = await titleIn("4.3", TODAY);
    const { status } = await reword("4.3", "Identità e piattaforme", {
      actOrgan: "Giunta",
      actNumber: "12",
      actOn: TODAY,
    });

    expect(status).toBe(302);
    expect(await titleIn("4.3", TODAY)).toBe("Identità e piattaforme");
    expect(await titleIn("4.3", YESTERDAY)).toBe(before);
    const named = (all: Awaited<ReturnType<typeof dataExport>>) =>
      all.ambiti.find(({ piano, codice }) => piano === "2021-2023" && codice === "4.3")?.titolo;
    expect(named(await dataExport(db, asOf(YESTERDAY)))).toBe(before);
    expect(named(await dataExport(db, asOf(TODAY)))).toBe("Identità e piattaforme");
    expect((await areasPage()).variations[0]).toMatchObject({
      from: before,
      to: "Identità e piattaforme",
      reason: "riordino",
      act: { organ: "Giunta", number: "12", on: TODAY },
    });
  });

  test("needs a name and a reason; the same name writes nothing", async () => {
    const before = (await areasPage()).variations.length;

    expect((await reword("4.3", "")).data).toMatchObject({
      errors: { title: ["Scrivi il nome dell’ambito"] },
    });
    expect((await reword("4.3", "Altro", { reason: "" })).status).toBe(422);
    const same = await reword("4.3", "Identità e piattaforme", { reason: "" });
    expect(same.status).toBe(302);
    expect((await areasPage()).variations.length).toBe(before);
    const page = await ask(same.headers.get("Location")!, { as: "rtd" });
    expect(page.data).toMatchObject({ saved: "nothing" });
  });

  test("in two windows tells the second what it is called now, and is saved by saving again", async () => {
    expect((await reword("4.4", "Dati")).status).toBe(302);
    const late = await reword("4.4", "Dati aperti", { edit: "0" });

    expect(late.status).toBe(409);
    expect((late.data as Refused).meanwhile).toMatchObject([{ changes: [{ kind: "title", to: "Dati" }] }]);
    expect((late.data as Refused).typed.title).toBe("Dati aperti");
    expect((await reword("4.4", "Dati", { edit: "0" })).status).toBe(302);
    expect((await reword("4.4", "Dati aperti")).status).toBe(302);
    expect(await titleIn("4.4", TODAY)).toBe("Dati aperti");
  });
});

describe("the areas of a draft", () => {
  const DRAFT = "/piani/2027-2029";

  test("are added and reworded in place, without a reason and without history", async () => {
    const plan = { code: "2027-2029", title: "Piano 2027-2029", firstYear: "2027", lastYear: "2029" };
    expect((await ask("/piani/nuovo", { as: "rtd", form: plan })).status).toBe(302);
    const first = { code: "4.20", title: "Prova", edit: "0" };
    expect((await ask(`${DRAFT}/ambiti/nuovo`, { as: "rtd", form: first })).status).toBe(302);
    const { lastEdit } = (await ask(`${DRAFT}/ambiti/4.20/modifica`, { as: "rtd" })).data as {
      lastEdit: number;
    };
    const again = { title: "Prova riuscita", edit: String(lastEdit) };
    expect((await ask(`${DRAFT}/ambiti/4.20/modifica`, { as: "rtd", form: again })).status).toBe(302);

    const page = (await ask(`${DRAFT}/ambiti`, { as: "giunta" })).data as Page;
    expect(page.areas.at(-1)).toEqual({ code: "4.20", title: "Prova riuscita", actions: 0 });
    expect(page.variations).toEqual([]);
    const late = await ask(`${DRAFT}/ambiti/4.20/modifica`, {
      as: "rtd",
      form: { title: "Altra", edit: String(lastEdit) },
    });
    expect(late.status).toBe(409);
  });
});
