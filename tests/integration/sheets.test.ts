import { describe, expect, test } from "vitest";
import { ask, sqlite } from "#tests/support/requests.ts";
import { readCsv, readSpreadsheet } from "#tests/support/sheets.ts";

const FORMATS = ["csv", "xlsx", "ods"] as const;
type Format = (typeof FORMATS)[number];

/** Each list, the columns that say which row is which, in CSV and in a spreadsheet, and a filter that narrows it. */
const LISTS = [
  {
    path: "/piani/2021-2023/piano",
    name: "piano-2021-2023",
    key: ["codice", "Codice"],
    filter: "tema=pagopa",
  },
  {
    path: "/piani/2021-2023/annualita",
    name: "annualita-2021-2023",
    key: ["codice", "Codice"],
    filter: "anno=2022",
  },
  {
    path: "/piani/2021-2023/storia",
    name: "storia-2021-2023",
    key: ["sequenza", "Riga"],
    filter: "anno=2021&situazione=completata_provata",
  },
  {
    path: "/piani/2021-2023/variazioni",
    name: "variazioni-2021-2023",
    key: ["azione", "Azione"],
    filter: "tipo=rinviata",
  },
  { path: "/andamento", name: "andamento-2021-2023", key: ["nome", "Nome"], filter: "piano=2021-2023" },
  { path: "/processi", name: "processi", key: ["codice", "Codice"], filter: "livello=no" },
  {
    path: "/smartabilita",
    name: "smartabilita",
    key: ["riga", "Riga"],
    filter: "completate=2021-2023/4.6.3",
  },
  { path: "/obiettivi", name: "obiettivi", key: ["codice", "Codice"], filter: "anno=2021&tipo=operativo" },
] as const;

async function file(path: string, format: Format, query = "") {
  const { status, headers, bytes } = await ask(`${path}.${format}?${query}`, { as: "lettore" });
  return { status, headers, bytes: bytes! };
}

async function csv(path: string, query = "") {
  return readCsv((await file(path, "csv", query)).bytes);
}

async function spreadsheet(path: string, format: "xlsx" | "ods", query = "") {
  return readSpreadsheet((await file(path, format, query)).bytes);
}

describe.each(LISTS)("$path", ({ path, name, key, filter }) => {
  const query = `${filter}&al=2022-12-31`;

  test.each(["xlsx", "ods"] as const)(
    "has as %s the rows of its CSV, in their order, one for one",
    async (format) => {
      const written = await csv(path, query);
      const { headings, rows } = await spreadsheet(path, format, query);

      expect(written.length).toBeGreaterThan(0);
      expect(rows.map((row) => String(row[key[1]]?.value))).toEqual(written.map((row) => row[key[0]]));
      expect(headings).toHaveLength(Object.keys(written[0]!).length);
      for (const [index, row] of rows.entries())
        expect(Object.values(row).map((cell) => cell === null)).toEqual(
          Object.values(written[index]!).map((value) => value === ""),
        );
    },
  );

  test("has as OpenDocument every cell and type of its workbook", async () => {
    const [xlsx, ods] = [await spreadsheet(path, "xlsx", query), await spreadsheet(path, "ods", query)];

    expect(ods.name).toBe(xlsx.name);
    expect(ods.rows).toEqual(xlsx.rows);
  });

  test.each(FORMATS)(
    "is called as %s by its list, its plan and its day, and says that the data are the demonstration's",
    async (format) => {
      const { headers, bytes } = await file(path, format, query);

      expect(headers.get("Content-Disposition")).toBe(
        `attachment; filename="${name}-al-2022-12-31.${format}"`,
      );
      if (format === "csv") expect(readCsv(bytes)[0]!.dimostrativo).toBe("si");
      else expect(readSpreadsheet(bytes).rows[0]!.Dimostrativo).toEqual({ type: "boolean", value: true });
    },
  );

  test("is refused for a day that is none, and is nowhere in another format", async () => {
    for (const format of FORMATS) expect((await file(path, format, "al=domani")).status).toBe(422);
    expect((await ask(`${path}.pdf`, { as: "lettore" })).status).toBe(404);
    expect((await ask(`${path}.CSV.exe`, { as: "lettore" })).status).toBe(404);
  });
});

describe("the table of the plan", () => {
  test("has the shape in which it was adopted, and the situation in the place of the X", async () => {
    const { headings, rows } = await spreadsheet("/piani/2021-2023/piano", "xlsx", "al=2022-12-31");
    const row = rows.find((one) => one.Codice?.value === "4.3.6")!;

    expect(headings).toEqual([
      "Ambito",
      "Titolo dell’ambito",
      "Codice",
      "Descrizione",
      "Responsabili",
      "2021",
      "2022",
      "2023",
      "Oltre il piano",
      "X di anno non noto",
      "Dimostrativo",
    ]);
    expect(rows).toHaveLength(56);
    expect(row["2022"]).toEqual({ type: "text", value: "completata provata" });
  });

  test("is as of the day that is asked for", async () => {
    const completedOn = async (day: string) => {
      const rows = await csv("/piani/2021-2023/piano", `al=${day}`);
      return rows.filter((row) => row["2021"]!.startsWith("completata")).length;
    };

    expect(await completedOn("2021-01-31")).toBe(0);
    expect(await completedOn("2021-12-31")).toBeGreaterThan(0);
    expect(await completedOn("2023-12-31")).toBeGreaterThan(await completedOn("2021-12-31"));
  });
});

describe("the history", () => {
  test("is whole without a filter: every line of the plan that took effect by the day", async () => {
    const expected = sqlite
      .prepare(
        `select line.sequence from status_line line join action_year year on year.id = line.action_year_id
         join plan_action action on action.id = year.plan_action_id join plan on plan.id = action.plan_id
         where plan.code = '2021-2023' and line.effective_on <= ? order by line.sequence`,
      )
      .pluck();

    for (const day of ["2022-12-31", "2026-10-15"])
      expect(
        (await csv("/piani/2021-2023/storia", `al=${day}`)).map(({ sequenza }) => Number(sequenza)),
      ).toEqual(expected.all(day));
  });

  test("is that of the annualità which the filters find", async () => {
    const rows = await csv("/piani/2021-2023/storia", "anno=2022&responsabile=settore-3");

    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ anno }) => anno))).toEqual(new Set(["2022"]));
  });

  test("has moments and proofs, and names nobody", async () => {
    const { headings, rows } = await spreadsheet("/piani/2021-2023/storia", "ods");
    const proven = rows.find((row) => row.Prova !== null)!;
    const ids = sqlite.prepare("select author_id from status_line").pluck().all() as string[];

    expect(rows[0]!["Registrata il"]!.type).toBe("date");
    expect(proven.Prova!.type).toBe("text");
    expect(headings).not.toContain("Autore");
    const said = new Set(rows.flatMap((row) => Object.values(row).map((cell) => cell?.value)));
    expect(ids.filter((id) => said.has(id))).toEqual([]);
  });

  test("says which text of a line was obscured", async () => {
    const { sequence } = sqlite
      .prepare("select sequence from status_line where reason is not null and evidence is not null limit 1")
      .get() as { sequence: number };
    sqlite
      .prepare("update status_line set reason = null, reason_salt = null where sequence = ?")
      .run(sequence);
    const rows = (
      await Promise.all(["2021-2023", "2024-2026"].map((plan) => csv(`/piani/${plan}/storia`)))
    ).flat();
    const row = rows.find(({ sequenza }) => Number(sequenza) === sequence)!;

    expect([row.motivo, row.oscurati]).toEqual(["", "motivo"]);
    expect(row.prova).not.toBe("");
  });
});

describe("what someone typed", () => {
  const TYPED = '=HYPERLINK("http://x.example")\nseconda riga; «così» \u0007';
  const WRITTEN = TYPED.replace("\u0007", "␇");

  test("leaves as a text in every format, and comes back", async () => {
    sqlite
      .prepare(
        `update work_process_version set activity = ?
         where work_process_id = (select id from work_process where code = 'P001-PL-N01')`,
      )
      .run(TYPED);
    const query = "testo=P001-PL-N01";

    expect((await csv("/processi", query))[0]!.attivita).toBe(WRITTEN);
    for (const format of ["xlsx", "ods"] as const)
      expect((await spreadsheet("/processi", format, query)).rows[0]!["Attività"]).toEqual({
        type: "text",
        value: WRITTEN,
      });
  });
});
