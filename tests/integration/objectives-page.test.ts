import { beforeAll, describe, expect, test } from "vitest";
import type { ObjectiveRowProps } from "#app/components/objective/objective-table.tsx";
import type { ObjectiveCounts } from "#app/domain/objective/objective-counts.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

type List = {
  own: ObjectiveRowProps[];
  others: ObjectiveRowProps[];
  counts: ObjectiveCounts;
  unlinked: { plan: string; without: number; total: number }[];
  otherYear?: string;
  year?: number;
  errors: Record<string, string>;
};

async function list(query: Record<string, string> = {}, as = "lettore") {
  const answer = await ask(`/obiettivi?${new URLSearchParams(query).toString()}`, { as });
  return { ...answer, page: answer.data as List };
}

async function codes(query: Record<string, string>, as?: string) {
  const { own, others } = (await list(query, as)).page;
  return [...own, ...others].map(({ code }) => code);
}

async function csv(query: Record<string, string> = {}, as = "lettore") {
  const answer = await ask(`/obiettivi.csv?${new URLSearchParams(query).toString()}`, { as });
  const [header, ...lines] = (answer.data as string).replace("\uFEFF", "").trim().split("\r\n");
  return { ...answer, header, lines };
}

describe("the list of objectives", () => {
  test("has the 21 of DUP and PdO and the 4 of the PEG when every year is asked for", async () => {
    const { page } = await list({ anno: "tutti" });

    expect(page.counts.total).toBe(25);
    expect(page.others.filter(({ document }) => document.startsWith("PEG"))).toHaveLength(4);
  });

  test.each([
    [{ anno: "2021" }, 21],
    [{ anno: "2022" }, 7],
    [{ anno: "2024" }, 4],
    [{ anno: "2026" }, 0],
    [{ anno: "tutti", tipo: "strategico" }, 8],
    [{ anno: "tutti", tipo: "gestionale" }, 4],
    [{ anno: "2021", ufficio: "settore-3" }, 14],
    [{ anno: "2021", ufficio: "uo-3.4" }, 4],
    [{ anno: "tutti", testo: "FASCICOLAZIONE protocollo" }, 1],
  ])("finds by %o as many rows as the table to download", async (query, number) => {
    expect(await codes(query)).toHaveLength(number);
    expect((await csv(query)).lines.filter((line) => line !== "")).toHaveLength(number);
  });

  test("shows the last year that has objectives where none is asked for, and says so", async () => {
    const { page } = await list();

    expect(page.year).toBe(2024);
    expect(page.otherYear).toBe("Nel 2026 non ci sono obiettivi: qui si vede il 2024, l’ultimo che ne ha.");
  });

  test("shows the current year of a past day, and says nothing of it", async () => {
    const { page } = await list({ al: "2022-06-30" });

    expect([page.year, page.otherYear]).toEqual([2022, undefined]);
  });

  test("goes back to the last year of a dirigente's own offices", async () => {
    const { page } = await list({}, "dirigente-settore-4");

    expect(page.year).toBe(2021);
    expect(page.otherYear).toMatch(/^Nel 2026 i tuoi uffici non hanno obiettivi/);
    expect((await list({ ufficio: "uo-2.3" }, "dirigente-settore-4")).page.year).toBe(2024);
  });

  test("puts a dirigente's own first, those of the offices under theirs included", async () => {
    const { page } = await list({ anno: "2024" }, "dirigente-settore-3");

    expect(page.own.map(({ code }) => code)).toEqual(["PEG-CED"]);
    expect(page.others).toHaveLength(3);
    for (const as of ["rtd", "giunta", "amministratore"])
      expect((await list({ anno: "2024" }, as)).page.own).toEqual([]);
  });

  test("says each percentage with what it is made of, or that there is none", async () => {
    const { page } = await list({ anno: "tutti" });

    for (const { figures } of page.others) {
      if (figures.percent === null) expect([figures.done, figures.expected]).toEqual([null, null]);
      else expect(figures.done!.share).toMatch(/^[\d,]+ su [\d,]+$/);
    }
    expect(page.others.find(({ code }) => code === "DUP-M1P11-4")!.figures.percent).toBeNull();
  });

  test("marks the offices that the demonstration chose, and none that a document names", async () => {
    const { page } = await list({ anno: "tutti" });

    expect(
      page.others.filter(({ areOfficesChosen }) => areOfficesChosen).map(({ document }) => document),
    ).toEqual(Array<string>(4).fill("PEG 2024-2026"));
  });

  test("counts what rests on nothing, as the database has it", async () => {
    const { page } = await list({ anno: "tutti" });
    const linked = sqlite.prepare("select count(distinct objective_id) from objective_link").pluck().get();
    const actions = sqlite
      .prepare(
        `select count(*) from plan_action where plan_id = (select id from plan where code = '2021-2023')
         and id not in (select plan_action_id from objective_link)`,
      )
      .pluck()
      .get();

    expect(page.counts.withoutActions).toBe(25 - (linked as number));
    expect(page.unlinked[0]).toEqual({ plan: "2021-2023", without: actions, total: 56 });
  });

  test("has nothing before the first objective, and says it", async () => {
    const { status, page } = await list({ al: "2020-12-31" });

    expect([status, page.counts.total, page.year]).toEqual([200, 0, undefined]);
  });
});

describe("a filter that means nothing", () => {
  test.each([
    [{ anno: "abc" }, "anno"],
    [{ anno: "1850" }, "anno"],
    [{ ufficio: "'; drop table office" }, "ufficio"],
    [{ tipo: "management" }, "tipo"],
  ])("%o is said at its field and narrows nothing", async (query, field) => {
    const { status, page } = await list(query);

    expect(status).toBe(422);
    expect(Object.keys(page.errors)).toEqual([field]);
    expect(page.counts.total).toBe((await list()).page.counts.total);
    expect((await csv(query)).status).toBe(422);
  });
});

describe("the table to download", () => {
  test("has the figures with what they are made of", async () => {
    const { header, lines } = await csv({ anno: "2021", testo: "PDO-S2-UO2.3-3" });

    expect(header).toBe(
      "codice;documento;numero;primo_anno;ultimo_anno;titolo;tipo;trasversale;uffici;uffici_scelti;peso;avanzamento;avanzamento_addendi;atteso;atteso_addendi;dichiarato;validato;azioni;dimostrativo",
    );
    expect(lines[0]).toMatch(/^PDO-S2-UO2\.3-3;PdO 2021;3;2021;2021;/);
    expect(lines[0]).toMatch(/;operativo;no;uo-2\.3;no;1;100;2 su 2;100;2 su 2;;;/);
  });

  test("says non misurabile, not 0", async () => {
    expect((await csv({ anno: "2021", testo: "DUP-M1P11-4" })).lines[0]).toContain(
      ";;non misurabile;;non misurabile;",
    );
  });
});

type Page = {
  told: {
    sentence: (string | { strong: string })[];
    why: {
      addends: {
        done: { weighed: string };
        expected: { weighed: string };
        weight: number;
        step: unknown;
        year: unknown;
      }[];
      sums: { weight: string; done: string; expected: string };
      unmeasured: { continuous: unknown[]; unread: unknown[]; unwritten: unknown[] };
      whyNot: string | null;
    };
    activities: {
      title: string | null;
      steps: { name: string; planned: string | null; terms: string[]; reports: unknown[] }[];
    }[];
    links: {
      code: string;
      years: { year: number }[];
      uncounted: { year: number; why: string }[];
      rationale: string;
    }[];
    story: { kind: string; words?: string; became?: string | null; on: string }[];
    discrepancies: { detail: string }[];
    priorities: unknown[];
    notes: unknown[];
  };
  may: { mayEdit: boolean; mayKeep: boolean };
};

async function objective(code: string, { as = "lettore", al }: { as?: string; al?: string } = {}) {
  const answer = await ask(`/obiettivi/${encodeURIComponent(code)}${al ? `?al=${al}` : ""}`, { as });
  return { ...answer, page: answer.data as Page };
}

describe("the page of an objective", () => {
  test("is found by a code with signs, and not where there is none", async () => {
    expect((await objective("DUP-M1P2+11")).status).toBe(200);
    expect((await objective("NESSUNO-1")).status).toBe(404);
    expect((await objective("PEG-CED", { al: "2023-12-31" })).status).toBe(404);
    expect((await objective("PEG-CED", { al: "boh" })).status).toBe(422);
  });

  test("opens the percentage to addends that sum up to it", async () => {
    for (const code of ["PEG-CED", "PEG-50000-30000", "DUP-M1P11-1"]) {
      const { why } = (await objective(code)).page.told;
      const said = (words: string) =>
        Math.round(Number(words.replaceAll(".", "").replace(",", ".")) * 10_000);
      for (const what of ["done", "expected"] as const)
        expect(why.addends.reduce((total, one) => total + said(one[what].weighed), 0)).toBe(
          said(why.sums[what]),
        );
      expect(why.addends.reduce((total, one) => total + one.weight, 0) * 10_000).toBe(said(why.sums.weight));
    }
  });

  test("tells every point, measured or not, once", async () => {
    const { told } = (await objective("PEG-50000-30000")).page;
    const steps = told.activities.flatMap((activity) => activity.steps);
    const { continuous, unread, unwritten } = told.why.unmeasured;
    const measured = told.why.addends.filter(({ step }) => step !== null);

    expect(measured.length + continuous.length + unread.length + unwritten.length).toBe(steps.length);
    expect(steps.find(({ planned }) => planned === "30/6/2024")!.terms).toEqual(["entro il 30/06/2024"]);
  });

  test("counts the annualità of the objective's years, and names the others", async () => {
    const { links } = (await objective("PDO-S3-UO3.4-2")).page.told;

    expect(links.map(({ years }) => years.map(({ year }) => year))).toEqual([[2021]]);
    expect(links[0]!.uncounted.every(({ year, why }) => year !== 2021 && why === "other-year")).toBe(true);
    expect(links[0]!.rationale).not.toBe("");
  });

  test("says why nothing can be measured", async () => {
    const { told } = (await objective("DUP-M1P11-4")).page;

    expect(told.sentence).toEqual([{ strong: "Non misurabile." }]);
    expect(told.why.whyNot).toBe("Non ha né punti né azioni collegate.");
  });

  test("has the discrepancies of its own document and no other's, and the priorities of the PEG", async () => {
    const [peg, pdo] = [(await objective("PEG-CED")).page.told, (await objective("PDO-S1-1.1")).page.told];

    expect(peg.discrepancies.some(({ detail }) => detail.startsWith("Il DUP 2021/2023"))).toBe(false);
    expect(pdo.discrepancies.some(({ detail }) => detail.startsWith("Il DUP 2021/2023"))).toBe(true);
    expect([peg.priorities.length > 0, pdo.priorities]).toEqual([true, []]);
  });

  test("offers keeping to its own offices and editing to the RTD, never on a past day", async () => {
    const may = async (as: string, al?: string) => (await objective("PEG-CED", { as, al })).page.may;

    expect(await may("rtd")).toEqual({ mayEdit: true, mayKeep: true });
    expect(await may("dirigente-settore-3")).toEqual({ mayEdit: false, mayKeep: true });
    expect(await may("dirigente-settore-4")).toEqual({ mayEdit: false, mayKeep: false });
    expect(await may("giunta")).toEqual({ mayEdit: false, mayKeep: false });
    expect(await may("rtd", "2024-12-31")).toEqual({ mayEdit: false, mayKeep: false });
  });
});

describe("what is reported of a point", () => {
  const report = sqlite.prepare(
    `insert into step_report (id, objective_step_id, effective_on, text, progress, replaces_id, is_withdrawal, reason, recorded_at,
       author_id, author_role, author_office_id, after_sequence)
     select ?, step.id, ?, ?, 100, ?, ?, ?, ?, 'someone', 'dirigente', (select id from office where code = 'settore-2'), 1
     from objective_step step join objective on objective.id = step.objective_id
     where objective.code = 'PEG-50000-20000' and step.code_as_written = '1.10'`,
  );

  beforeAll(() => {
    report.run(901, "2024-03-01", "Prima bozza", null, 0, null, "2024-03-01T09:00:00.000Z");
    report.run(902, "2024-03-01", "Piano aggiornato", 901, 0, "Era già finito", "2024-03-02T09:00:00.000Z");
    sqlite
      .prepare(
        `insert into objective_note (objective_id, text, recorded_at, author_id, author_role, after_sequence)
         select id, 'Da rivedere', '2024-05-01T09:00:00.000Z', 'someone', 'rtd', 1 from objective where code = 'PEG-50000-20000'`,
      )
      .run();
  });

  test("counts once, and what it replaced stays in the history, struck through", async () => {
    const { told } = (await objective("PEG-50000-20000", { al: "2024-12-31" })).page;
    const step = told.activities.flatMap(({ steps }) => steps).find(({ name }) => name === "8 (1.10)")!;

    expect(step.reports).toMatchObject([{ text: "Piano aggiornato", role: "dirigente" }]);
    expect(told.story.map(({ kind, became, on }) => [kind, became ?? null, on])).toEqual([
      ["note", null, "2024-05-01"],
      ["report", null, "2024-03-01"],
      ["report", "replaced", "2024-03-01"],
      ["edit", null, "2024-01-01"],
    ]);
  });

  test("is not there yet on a day before it", async () => {
    const { told } = (await objective("PEG-50000-20000", { al: "2024-02-29" })).page;

    expect(told.story.map(({ kind }) => kind)).toEqual(["edit"]);
    expect(told.notes).toEqual([]);
  });

  test("moves the percentage, and the list with it", async () => {
    const row = async (al: string) =>
      (await list({ anno: "2024", al })).page.others.find(({ code }) => code === "PEG-50000-20000")!.figures;

    expect((await row("2024-03-01")).done!.share).not.toBe((await row("2024-02-29")).done!.share);
  });
});

describe("the sheet of an office", () => {
  async function sheetOf(office: string, query = "") {
    const { data } = await ask(`/uffici/${office}${query}`, { as: "lettore" });
    return (data as { objectives: { year: number; rows: { code: string }[] } }).objectives;
  }

  test("has its objectives and those of the offices under it, as the list filtered by it", async () => {
    const { year, rows } = await sheetOf("settore-3");
    const listed = await codes({ ufficio: "settore-3", anno: String(year) });

    expect([year, rows.map(({ code }) => code)]).toEqual([2024, ["PEG-CED"]]);
    expect(listed).toEqual(["PEG-CED"]);
    expect((await sheetOf("settore-3", "?al=2020-01-01")).rows).toEqual([]);
  });
});

test("the code of an objective is the same whatever its capitals: it is dictated over the telephone", async () => {
  expect((await ask("/obiettivi/peg-ced", { as: "lettore" })).status).toBe(200);
  expect((await ask("/obiettivi/peg-ced/modifica", { as: "rtd" })).status).toBe(200);
  expect((await ask("/obiettivi/peg-cedd", { as: "lettore" })).status).toBe(404);
});
