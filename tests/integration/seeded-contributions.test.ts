import { beforeAll, describe, expect, test } from "vitest";
import { waitingContributions } from "#app/pages/contribution/contributions.server.ts";
import { dataExport } from "#app/export/data-export.server.ts";
import { asOf, asOfNow } from "#app/domain/days.ts";
import type { OpenDatabase } from "#db/open.ts";
import { DEMONSTRATION_DAY, SHIPPED_FILES } from "#seeds/load.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";

const FILE = "contributi-dimostrativi.csv";

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("the contributions of the demonstration", () => {
  test("wait for the RTD where nobody has answered them: proposals, and a claim to have no part", async () => {
    const { proposals, claims } = await waitingContributions(demonstration.db, asOfNow(DEMONSTRATION_DAY));
    const proposed = proposals.map(({ action, actionYear, proposal }) => [
      `${action.code}/${actionYear.year}`,
      actionYear.status,
      proposal!.status,
      proposal!.progress,
      proposal!.proven,
    ]);

    expect(proposed).toEqual([
      ["4.4.5/2025", "in-progress", "in-progress", 94, false],
      ["4.9.1/2025", "in-progress", "completed", 100, true],
      ["4.11.2/2026", "suspended", "in-progress", 19, false],
      ["4.11.3/2026", "in-progress", "in-progress", 19, false],
    ]);
    expect(claims.map(({ year, claim }) => [year.action.code, claim.office])).toEqual([
      ["4.11.3", "uoa-ufficio-del-sindaco"],
    ]);
  });

  test("are not there before their day", async () => {
    const { db } = await demonstrationDatabase({ today: "2026-09-14" });
    const { contributi } = await dataExport(db, asOfNow("2026-09-14"));

    expect(
      contributi
        .map((one) => one.registrataIl)
        .sort()
        .at(-1),
    ).toBe("2026-09-14T13:19:28Z");
  });

  test.each([
    [
      "an office that the author does not answer for",
      ",settore-1,dirigente-settore-1,",
      ",settore-2,dirigente-settore-1,",
      /ufficio/,
    ],
    [
      "a suspension without a note",
      "Versamenti fermi: il conservatore aggiorna la piattaforma.",
      "",
      /nota|note/,
    ],
    ["a progress that the status does not have", ",completata,100,", ",completata,99,", /avanzamento/],
  ])("stop the load at %s, naming file and line", async (_, from, to, field) => {
    const files = { ...SHIPPED_FILES, [FILE]: SHIPPED_FILES[FILE]!.replace(from, to) };
    const loading = demonstrationDatabase({ files });

    await expect(loading).rejects.toThrow(FILE);
    await expect(loading).rejects.toThrow(field);
  });
});

describe("the export of contributions", () => {
  test("has them whole, whatever the day, with who agreed that an office has no part, and when", async () => {
    const { contributi } = await dataExport(demonstration.db, asOfNow(DEMONSTRATION_DAY));
    const past = await dataExport(demonstration.db, asOf("2022-12-31"));

    expect(contributi).toHaveLength(37);
    expect(past.contributi).toEqual(contributi);
    expect(contributi.filter((one) => one.stato === "non_pertinente")).toMatchObject([
      {
        piano: "2024-2026",
        azione: "4.8.6",
        anno: 2025,
        ufficio: "uoa-ufficio-del-sindaco",
        prova: null,
        ruolo: "dirigente",
        accordoIl: "2025-11-10T08:41:05Z",
      },
      { azione: "4.11.3", accordoIl: null },
    ]);
    expect(contributi.find((one) => one.azione === "4.9.1" && one.ufficio === "settore-1")).toMatchObject({
      stato: "completata",
      avanzamento: 100,
      prova: { tipo: "determinazione", numero: "498", del: "2026-09-11", collegamento: null, nota: null },
      effettivaDal: "2026-09-15",
    });
  });

  test("says of each after which line of history it was recorded", async () => {
    const { contributi, storia } = await dataExport(demonstration.db, asOfNow(DEMONSTRATION_DAY));

    for (const one of contributi) {
      const before = storia.filter((line) => line.registrataIl <= one.registrataIl);
      expect([one.azione, one.ufficio, one.dopoLaRiga]).toEqual([one.azione, one.ufficio, before.length]);
    }
  });
});
