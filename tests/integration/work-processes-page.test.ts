import { beforeAll, describe, expect, test } from "vitest";
import type { ProcessRow } from "#app/pages/work-process/process-rows.server.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

type Page = {
  rows: ProcessRow[];
  page: { page: number; pages: number; first: number; last: number; total: number };
  counts: {
    total: number;
    levels: Record<string, number>;
    written: Record<string, number>;
    below: number;
    figures: Record<string, number>;
  };
  whole: { total: number };
  errors: Record<string, string>;
};

/** The day on which the plan was adopted: nothing is completed yet. */
const BEFORE = "2021-05-04";

async function list(query: Record<string, string> = {}, as = "lettore") {
  const answer = await ask(`/processi?${new URLSearchParams(query).toString()}`, { as });
  return { ...answer, page: answer.data as Page };
}

async function codes(query: Record<string, string>) {
  const { page } = await list({ ...query, pagina: "tutte" });
  return page.rows.map(({ code }) => code);
}

async function csv(query: Record<string, string> = {}) {
  const answer = await ask(`/processi.csv?${new URLSearchParams(query).toString()}`, { as: "lettore" });
  const [header, ...lines] = (answer.data as string).replace("\uFEFF", "").trim().split("\r\n");
  return { ...answer, header, lines };
}

describe("the list of processes before any completion", () => {
  test("counts the levels and the four figures of the three maps", async () => {
    const { page } = await list({ al: BEFORE });

    expect(page.whole.total).toBe(641);
    expect(page.counts.levels).toEqual({ yes: 398, "in-part": 79, no: 161, outsourced: 3 });
    expect(page.counts.written).toEqual(page.counts.levels);
    expect(page.counts.below).toBe(240);
    expect(page.counts.figures).toEqual({
      unlockable: 58,
      never: 90,
      lightened: 40,
      "without-action": 52,
    });
  });

  test.each([
    [{ livello: "si" }, 398],
    [{ livello: "in_parte" }, 79],
    [{ livello: "no" }, 161],
    [{ livello: "esterno" }, 3],
    [{ figura: "sbloccabile" }, 58],
    [{ figura: "mai" }, 90],
    [{ figura: "solo_alleggerito" }, 40],
    [{ figura: "senza_azione" }, 52],
    [{ catalogo: "000" }, 389],
    [{ catalogo: "003" }, 59],
    [{ catalogo: "001" }, 193],
    [{ cartaceo: "si" }, 4],
    [{ rischio: "alto" }, 9],
  ])("finds by %o as many rows as it counts", async (query, number) => {
    const { page } = await list({ ...query, al: BEFORE });

    expect(page.page.total).toBe(number);
    expect((await csv({ ...query, al: BEFORE })).lines).toHaveLength(number);
  });
});

describe("the filters", () => {
  test("combine", async () => {
    const archives = await codes({ blocco: "archivio_cartaceo", al: BEFORE });
    const technical = await codes({ area: "Tecnico", al: BEFORE });
    const both = await codes({ blocco: "archivio_cartaceo", area: "Tecnico", al: BEFORE });

    expect(both).toEqual(archives.filter((code) => technical.includes(code)));
    expect(both).toContain("FVG-TEC-088");
    expect(both.length).toBeLessThan(archives.length);
  });

  test("find a process by its office, and by the office that this one is under", async () => {
    sqlite
      .prepare(
        `insert into work_process_office (work_process_id, office_id, held_from_on, held_until_on, opened_by_edit_id)
         select process.id, office.id, '2021-01-01', null, (select min(id) from edit)
         from work_process process, office where process.code = 'FVG-PER-001' and office.code = 'uo-2.3'`,
      )
      .run();

    expect(await codes({ ufficio: "uo-2.3" })).toEqual(["FVG-PER-001"]);
    expect(await codes({ ufficio: "settore-2" })).toContain("FVG-PER-001");
    expect(await codes({ ufficio: "settore-4" })).not.toContain("FVG-PER-001");
  });

  test("fold the text that is typed", async () => {
    expect(await codes({ testo: "ANZIANITÀ tec-088" })).toEqual([]);
    expect(await codes({ testo: "fvg-tec-088" })).toEqual(["FVG-TEC-088"]);
  });

  test("that mean nothing are said at their field, and narrow nothing", async () => {
    const { status, page } = await list({ livello: "SI", ufficio: "'; drop table office", catalogo: "000" });

    expect(status).toBe(422);
    expect(Object.keys(page.errors)).toEqual(["ufficio", "livello"]);
    expect(page.page.total).toBe(389);
  });

  test("leave the counts by level as they are without a level", async () => {
    const all = await list({ catalogo: "003" });
    const some = await list({ catalogo: "003", livello: "no", figura: "mai" });

    expect(some.page.counts).toEqual(all.page.counts);
    expect(some.page.page.total).toBeLessThan(all.page.page.total);
  });
});

describe("the pages of the list", () => {
  test("hold fifty rows each, and follow one another", async () => {
    const first = await list();
    const last = await list({ pagina: "13" });

    expect(first.page.page).toMatchObject({ page: 1, pages: 13, first: 1, last: 50, total: 641 });
    expect(first.page.rows).toHaveLength(50);
    expect(last.page.page).toMatchObject({ page: 13, first: 601, last: 641 });
  });

  test("are one when all are asked for", async () => {
    const { page } = await list({ pagina: "tutte" });

    expect(page.rows).toHaveLength(641);
    expect(new Set(page.rows.map(({ code }) => code)).size).toBe(641);
  });

  test("are the same for a dirigente", async () => {
    const [theirs, anyone] = [
      await list({ figura: "mai" }, "dirigente-settore-4"),
      await list({ figura: "mai" }),
    ];

    expect(theirs.page).toEqual(anyone.page);
  });
});

describe("a row", () => {
  let rows: Map<string, ProcessRow>;
  beforeAll(async () => {
    const { page } = await list({ pagina: "tutte" });
    rows = new Map(page.rows.map((row) => [row.code, row]));
  });

  test("says since when, and by which actions, a process is above its map", () => {
    const { level, written, raised, blocking } = rows.get("FVG-TEC-088")!;

    expect([level, written, blocking]).toEqual(["yes", "no", []]);
    expect(raised).toMatchObject({ on: "2026-05-19" });
    expect(raised!.actions.map(({ code }) => code)).toContain("4.10.2");
  });

  test("says what would unlock it: the action, the years that it waits for and how they stand", () => {
    const { figure, attainable, claims } = rows.get("FVG-RAG-030")!;

    expect([figure, attainable]).toEqual(["unlockable", "yes"]);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ state: "confirmed" });
    expect(claims[0]!.actions).toMatchObject([
      { plan: "2021-2023", code: "4.6.3", isUnclear: false, years: [{ year: 2022 }, { year: 2023 }] },
    ]);
  });

  test("says nothing of what would unlock what nothing does", () => {
    const never = [...rows.values()].filter(
      ({ figure }) => figure === "never" || figure === "without-action",
    );

    expect(never.length).toBeGreaterThan(100);
    expect(never.flatMap(({ claims }) => claims)).toEqual([]);
  });
});

describe("a claim that is contested, or void", () => {
  /** The process whose claims all become what `change` writes, as long as `then` reads it. */
  async function changed(change: string, then: () => Promise<void>) {
    const claims = sqlite
      .prepare(
        `select held.id, held.state from unblock_claim_version held
         join unblock_claim claim on claim.id = held.unblock_claim_id
         join blocker on blocker.id = claim.blocker_id
         join work_process process on process.id = blocker.work_process_id
         where process.code = 'FVG-RAG-030'`,
      )
      .all() as { id: number; state: string }[];
    const write = sqlite.prepare("update unblock_claim_version set state = ? where id = ?");
    for (const { id } of claims) write.run(change, id);
    await then();
    for (const { id, state } of claims) write.run(state, id);
  }

  test("is told in the row of its process, and by its own word in the table to download", async () => {
    await changed("contested", async () => {
      const { page } = await list({ testo: "FVG-RAG-030" });
      const [row] = page.rows;

      expect(row!.figure).toBe("without-action");
      expect(row!.claims.map(({ state, actions }) => [state, actions[0]!.code])).toEqual([
        ["contested", "4.6.3"],
      ]);
      expect((await csv({ testo: "FVG-RAG-030" })).lines[0]).toContain(
        "2021-2023/4.6.3 (contestato, totale)",
      );
    });
  });

  test("is left out of the row once rejected", async () => {
    await changed("rejected", async () => {
      expect((await list({ testo: "FVG-RAG-030" })).page.rows[0]!.claims).toEqual([]);
      expect((await csv({ testo: "FVG-RAG-030" })).lines[0]).toContain("(rifiutato, totale)");
    });
  });

  test("is said void, not confirmed, where the map has seen its work done", async () => {
    const seen = (day: string) =>
      sqlite.prepare("update work_process set observed_on = ? where code = 'FVG-TEC-088'").run(day);
    const before = sqlite
      .prepare("select observed_on from work_process where code = 'FVG-TEC-088'")
      .pluck()
      .get();
    seen("2026-09-30");
    const { lines } = await csv({ testo: "FVG-TEC-088" });
    seen(before as string);

    expect(lines[0]).toContain("2021-2023/4.6.1 2021-2023/4.10.2 (decaduto, totale)");
  });
});

describe("the table to download", () => {
  test("has the rows of the list, in its order, whatever the page", async () => {
    const { header, lines } = await csv({ figura: "sbloccabile", pagina: "2" });

    expect(header).toBe(
      "catalogo;codice;processo;attivita;aree;uffici;livello_scritto;livello;raggiungibile;figura;blocchi;sblocchi;dimostrativo",
    );
    expect(lines.map((line) => line.split(";")[1])).toEqual(await codes({ figura: "sbloccabile" }));
  });

  test("names blockers and claims by their codes", async () => {
    const { lines } = await csv({ testo: "FVG-TEC-088", al: BEFORE });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(";no;no;si;sbloccabile;archivio_cartaceo (intero, aperto);");
    expect(lines[0]).toMatch(/;2021-2023\/4\.6\.1 2021-2023\/4\.10\.2 \(\w+, totale\);si$/);
  });

  test("keeps a text that begins like a formula a text", async () => {
    sqlite
      .prepare(
        `update work_process_version set activity = '=HYPERLINK("http://x.example")'
         where work_process_id = (select id from work_process where code = 'P001-PL-N01')`,
      )
      .run();
    const { lines } = await csv({ testo: "P001-PL-N01" });

    expect(lines[0]).toContain("'=HYPERLINK");
  });

  test("is refused where a filter means nothing", async () => {
    expect((await csv({ livello: "SI" })).status).toBe(422);
    expect((await csv({ al: "domani" })).status).toBe(422);
  });
});

describe("before any catalogue", () => {
  test("there is nothing to list, and nothing to count", async () => {
    const { status, page } = await list({ al: "2019-12-31" });

    expect([status, page.whole.total, page.rows]).toEqual([200, 0, []]);
  });
});

describe("the sheet of an office", () => {
  async function levelsOf(office: string, al: string) {
    const { data } = await ask(`/uffici/${office}?al=${al}`, { as: "lettore" });
    return (data as { levels: Record<string, number> }).levels;
  }

  test("counts its processes by level, as the list that it leads to does", async () => {
    const levels = await levelsOf("settore-4", BEFORE);

    expect(levels.yes).toBeGreaterThan(0);
    for (const [code, level] of [
      ["si", "yes"],
      ["in_parte", "in-part"],
      ["no", "no"],
      ["esterno", "outsourced"],
    ] as const) {
      const { page } = await list({ ufficio: "settore-4", livello: code, al: BEFORE });
      expect([code, page.page.total]).toEqual([code, levels[level]]);
    }
  });

  test("counts none before any catalogue", async () => {
    expect(await levelsOf("settore-4", "2019-12-31")).toEqual({ yes: 0, "in-part": 0, no: 0, outsourced: 0 });
  });
});
