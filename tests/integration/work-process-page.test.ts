import { describe, expect, test } from "vitest";
import { sentenceText } from "#app/sentence-parts.ts";
import type { loader } from "#app/routes/work-process.tsx";
import { ask } from "#tests/support/requests.ts";

type Page = Awaited<ReturnType<typeof loader>>["data"];

/** The page of a process, as someone opens it. */
async function pageOf(code: string, { al = "", as = "lettore" } = {}): Promise<Page> {
  const { status, data } = await ask(`/processi/${code}${al && `?al=${al}`}`, { as });
  expect(status).toBe(200);
  return data as Page;
}

describe("the page of a process", () => {
  test("says since when two actions together have unlocked it", async () => {
    const { level, sentence, blockers, figure } = await pageOf("FVG-TEC-088");

    expect(level).toBe("yes");
    expect(sentenceText(sentence)).toBe(
      "Si può fare in lavoro agile dal 19/05/2026: la 4.6.1 e la 4.10.2, completate, hanno tolto il blocco «archivio cartaceo».",
    );
    expect(blockers).toMatchObject([
      {
        kind: "paper_archive",
        state: "removed",
        since: "2026-05-19",
        quote: "archivio non digitalizzato",
        claims: [
          { state: "confirmed", confidence: "high", author_role: "rtd", stands: "confirmed", aside: null },
        ],
      },
    ]);
    expect(blockers[0]!.claims[0]!.actions.map(({ name }) => name?.code)).toEqual(["4.6.1", "4.10.2"]);
    expect(figure?.finding).toMatchObject({ kind: "lifted", on: "2026-05-19", codes: ["4.10.2"] });
  });

  test("shows the annualità that a claim asks for and, where they were carried over, those that answer", async () => {
    const { blockers, years } = await pageOf("FVG-TEC-088");
    const archive = blockers[0]!.claims[0]!.actions[1]!;

    expect(years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(archive.years).toMatchObject([
      { year: 2022, situation: "rescheduled", target: { year: 2024, plan: "2024-2026", inNextPlan: true } },
      { year: 2023, situation: "rescheduled", target: { year: 2025, plan: "2024-2026" } },
      { year: 2024, situation: "completed-proven", target: null, origins: [2022] },
      { year: 2025, situation: "completed-proven", target: null, origins: [2023] },
    ]);
  });

  test("tells the history of its level, with the line that caused it and the turn that was recorded", async () => {
    const { story } = await pageOf("FVG-TEC-088");

    expect(story.map(({ day, from, level }) => ({ day, from, level }))).toEqual([
      { day: "2026-05-19", from: "no", level: "yes" },
      { day: "2020-12-31", from: null, level: "no" },
    ]);
    expect(story[0]!.causes).toMatchObject([
      {
        kind: "work",
        blocker: "paper_archive",
        began: true,
        lines: [{ plan: "2024-2026", code: "4.10.2", year: 2025, status: "completed" }],
      },
    ]);
    expect(story[0]!.turns).toMatchObject([{ from_level: "no", to_level: "yes", answer: null }]);
  });

  test("as of the day before, knows nothing of what came after", async () => {
    const { level, sentence, story, blockers } = await pageOf("FVG-TEC-088", { al: "2026-05-18" });

    expect(level).toBe("no");
    expect(sentenceText(sentence)).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sbloccano insieme la 4.6.1, completata il 20/12/2021, e la 4.10.2, in ritardo per il 2025 (85%). Se il ritardo si recupera entro l’anno, diventa SI il 31/12/2026; altrimenti resta NO.",
    );
    expect(blockers[0]).toMatchObject({ state: "open", since: null });
    expect(story).toHaveLength(1);
  });

  test("says that a legal workstation stays for ever, and draws no figure where nothing is claimed", async () => {
    const { level, sentence, blockers, figure } = await pageOf("FVG-DEM-025");

    expect(level).toBe("no");
    expect(sentenceText(sentence)).toBe(
      "Non si può fare in lavoro agile perché la legge vuole la presenza, gli originali o una postazione certificata. Non diventerà mai SI: nessuna azione digitale toglie il blocco «presenza o postazione voluta dalla legge».",
    );
    expect(blockers.map(({ kind, removability }) => [kind, removability])).toEqual([
      ["legal_or_certified_workstation", "structural"],
      ["paper_archive", "partly"],
    ]);
    expect(figure).toBeNull();
  });

  test("says what has gone and what stays, of an online form and of incoming paper", async () => {
    const { level, sentence, blockers } = await pageOf("FVG-SEG-080");

    expect(level).toBe("in-part");
    expect(blockers.map(({ state }) => state)).toEqual(["removed", "open"]);
    expect(sentenceText(sentence)).toBe(
      "Si può fare solo in parte in lavoro agile perché posta e documenti arrivano su carta. La 4.4.1, completata, ha tolto il blocco «istanza online mancante» dal 21/12/2022: prima il livello era NO. Finora nessuna azione toglie il resto.",
    );
  });

  test("keeps phases, teams and risk of a process whose map gives no reason", async () => {
    const { sentence, source, process, blockers } = await pageOf("CAS-210-2-B");

    expect(sentenceText(sentence)).toContain("il motivo non è indicato");
    expect(blockers).toMatchObject([{ kind: "unspecified", basis: "none", quote: null }]);
    expect(source.phases).toHaveLength(3);
    expect(source.teams).toEqual(["COMUNICAZIONE E RELAZIONI ESTERNE"]);
    expect(process.risk).toBe("low");
  });

  test("cannot say when, while one of two actions is suspended", async () => {
    const { sentence, figure } = await pageOf("P001-TERR-N04");

    expect(sentenceText(sentence)).toContain(
      "Finché la 4.10.3 è sospesa non si può prevedere quando diventa SI.",
    );
    expect(figure).toMatchObject({
      finding: { kind: "awaits", codes: ["4.10.3"], restSince: "2026-05-19", isProposed: false },
      condition: { isForecast: false },
    });
  });

  test("waits only for the confirmation of what is completed", async () => {
    const { sentence, figure, blockers } = await pageOf("FVG-TRI-035");

    expect(sentenceText(sentence)).toContain("Se il RTD lo conferma, diventa IN PARTE.");
    expect(blockers[0]!.quote).toContain("Sportello fisico da garantire ma riducibile");
    expect(figure?.finding).toMatchObject({ kind: "to-confirm" });
  });

  test("offers to decide to the RTD, to propose to the offices of the process too, to edit on no past day", async () => {
    const links = async (as: string, al?: string) => (await pageOf("FVG-TEC-088", { as, al })).links;

    expect(await links("rtd")).toMatchObject({ mayDecide: true, mayPropose: true, mayEdit: true });
    expect(await links("dirigente-settore-4")).toMatchObject({ mayDecide: false, mayPropose: true });
    expect(await links("dirigente-settore-1")).toMatchObject({ mayDecide: false, mayPropose: false });
    expect(await links("rtd", "2026-05-18")).toMatchObject({ mayDecide: false, mayEdit: false });
  });

  test("says why there is none", async () => {
    expect(await ask("/processi/NESSUNO-1", { as: "lettore" })).toMatchObject({
      status: 404,
      data: "Non c’è un processo con questo codice.",
    });
    expect(await ask("/processi/FVG-TEC-088?al=2020-12-30", { as: "lettore" })).toMatchObject({
      status: 404,
      data: "Il processo FVG-TEC-088 non c’era ancora: il suo catalogo lo descrive dal 31/12/2020.",
    });
  });
});
