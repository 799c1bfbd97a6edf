import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { heldOn } from "#db/life.ts";
import type { OpenDatabase } from "#db/open.ts";
import { loadDemonstration, SHIPPED_FILES } from "#seeds/load.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import {
  asColumns,
  blockedSources,
  listedUnder,
  listLoadedBlockers,
  listLoadedClaims,
  listLoadedProcesses,
  loadedColumns,
  ofSections,
  ofTeams,
  ofUnits,
  planActionCode,
  removabilityInTaxonomy,
  removabilityOfFirst,
  smartabilityOn,
} from "#tests/support/process-maps.ts";
import { LEVEL_OF_TEXT } from "#tests/support/written-levels.ts";
import taxonomy from "../support/sources/blocker-taxonomy.json";
import links from "../support/sources/unblock-links.json";

/** The day that the plan is adopted and its claims are made: no action is completed yet. */
const ADOPTION = "2021-05-04";

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("a map", () => {
  test("is loaded whole: 389 rows of document 000, 59 of 003, 193 of 001", async () => {
    const codes = (await listLoadedProcesses(demonstration.db)).map(({ code }) => code);

    expect(codes).toEqual([...ofSections, ...ofTeams, ...ofUnits].map(({ id }) => id));
    expect([ofSections.length, ofTeams.length, ofUnits.length]).toEqual([389, 59, 193]);
  });

  test("describes 31/12/2020, which the demonstration chose, and its processes hold from that day", async () => {
    const maps = await demonstration.db.selectFrom("process_map").selectAll().orderBy("id").execute();
    const begun = await demonstration.db
      .selectFrom("work_process_version")
      .select("held_from_on")
      .distinct()
      .execute();

    expect(maps.map((map) => [map.code, map.observed_on, map.observed_on_is_assumed])).toEqual(
      ["000", "003", "001"].map((code) => [code, "2020-12-31", 1]),
    );
    expect(begun).toEqual([{ held_from_on: "2020-12-31" }]);
  });

  test("keeps every column of document 000 as written, with what each «c.s.» stands for", async () => {
    const loaded = await loadedColumns(demonstration.db, "000");

    for (const source of ofSections) {
      const ditto: Partial<Record<string, string>> = source.ditto_resolved ?? {};
      const expected: [string, string | null, string | undefined][] = [
        ["Processo", source.process, undefined],
        ["Macro-attività", source.activity, undefined],
        ["Attività smartizzabile?", source.smartable_as_written, undefined],
        ["Contemporaneità di altre persone/servizi/parte politica", source.copresence, ditto.copresence],
        ["Pre-condizioni tecnologiche", source.tech_preconditions, ditto.tech],
        ["Condizioni organizzative", source.org_conditions, ditto.org],
        ["Aspetti di sicurezza informatica", source.security, ditto.security],
        ["Note", source.notes, ditto.note],
      ];
      expect(loaded.get(source.id), source.id).toEqual(asColumns(expected));
    }
    expect(ofSections.filter((source) => source.ditto_resolved)).toHaveLength(31);
  });

  test("keeps every column of document 003 as written, and its areas, teams, phases, risk and paper", async () => {
    const loaded = await loadedColumns(demonstration.db, "003");
    const understood = new Map((await listLoadedProcesses(demonstration.db)).map((one) => [one.code, one]));
    const [areas, teams, phases] = [
      listedUnder(demonstration, "work_process_area"),
      listedUnder(demonstration, "work_process_team"),
      listedUnder(demonstration, "work_process_phase"),
    ];

    for (const source of ofTeams) {
      expect(loaded.get(source.id), source.id).toEqual(
        asColumns([
          ["CODICE - IND", source.code_as_written],
          ["CODICE - IND (seconda colonna)", source.risk],
          ["PROCESSO", source.process],
          ["FINALITA'", source.purpose],
          ["INPUT", source.input],
          ["Fasi / Attività del processo", source.phases_as_written],
          ["OUTPUT", source.output],
          ["AREA", source.areas.join(", ")],
          ["SMART TEAM", source.teams.join("; ")],
          ["SMARTABILITA' SI / NO / IN PARTE", source.smartability_as_written],
          ["SUPPORTI CARTACEI", source.paper_as_written],
        ]),
      );
      expect(areas.get(source.id)).toEqual(source.areas);
      expect(teams.get(source.id)).toEqual(source.teams);
      expect(phases.get(source.id)).toEqual(source.phases);
      expect(understood.get(source.id)).toMatchObject({
        risk: { BASSO: "low", MEDIO: "medium", ALTO: "high" }[source.risk],
        on_paper: source.paper_as_written === "SI" ? 1 : null,
      });
    }
  });

  test("keeps the unit and the text of every activity of document 001", async () => {
    const loaded = await loadedColumns(demonstration.db, "001");

    for (const source of ofUnits)
      expect(loaded.get(source.id), source.id).toEqual(
        asColumns([
          ["Unità organizzativa", source.unit],
          [source.column, source.activity],
        ]),
      );
  });

  test("calls a process as its document does, with its activity where there is one", async () => {
    const loaded = (await listLoadedProcesses(demonstration.db)).map(({ code, name, activity }) => [
      code,
      name,
      activity,
    ]);

    expect(loaded).toEqual([
      ...ofSections.map((source) => [source.id, source.process, source.activity || null]),
      ...ofTeams.map((source) => [source.id, source.process, null]),
      ...ofUnits.map((source) => [source.id, source.activity, null]),
    ]);
  });

  test("notes every hidden condition, discrepancy, comment and doubt of its reading", async () => {
    const rows = await demonstration.db
      .selectFrom("work_process_remark as remark")
      .innerJoin("work_process", "work_process.id", "remark.work_process_id")
      .select(["work_process.code", "remark.kind"])
      .execute();
    const noted = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));
    const idsOf = (sources: { id: string }[]) => sources.map(({ id }) => id);

    expect([...noted("hidden-condition")]).toEqual(idsOf(ofSections.filter((one) => one.latent_blocker)));
    for (const { id } of ofTeams.filter((one) => one.inconsistencies))
      expect(noted("discrepancy")).toContain(id);
    for (const { id } of ofSections.filter((one) => one.process_truncated_in_source || one.edge))
      expect(noted("discrepancy")).toContain(id);
    for (const { id } of [...ofSections, ...ofTeams].filter((one) => one.comment))
      expect(noted("reading")).toContain(id);
    for (const { id } of ofSections.filter((one) => one.column_uncertain))
      expect(noted("reading")).toContain(id);
  });

  test("gives each process an office of the demonstration at least", async () => {
    const held = await demonstration.db
      .selectFrom("work_process_office")
      .innerJoin("office", "office.id", "work_process_office.office_id")
      .innerJoin("work_process", "work_process.id", "work_process_office.work_process_id")
      .select(["work_process.code as process", "office.code"])
      .where(heldOn("work_process_office", ADOPTION))
      .execute();

    expect(new Set(held.map(({ process }) => process)).size).toBe(641);
    expect(held.filter(({ process }) => process === "CAS-DIR-3-A").map(({ code }) => code)).toEqual([
      "settore-1",
      "settore-2",
      "settore-3",
      "settore-4",
      "uoa-ufficio-del-sindaco",
    ]);
  });
});

describe("the level of a process", () => {
  test("is what its text says, by a table of the test's own: SI 398, IN PARTE 79, NO 161, esterno 3", async () => {
    const onDay = new Map(
      (await smartabilityOn(demonstration.db, ADOPTION)).map(({ code, level }) => [code, level]),
    );
    const counts: Record<string, number> = {};
    for (const { code, map, level_as_written } of await listLoadedProcesses(demonstration.db)) {
      const expected = LEVEL_OF_TEXT[map]![level_as_written]!;
      expect(onDay.get(code), `${code} «${level_as_written}»`).toBe(expected);
      counts[expected] = (counts[expected] ?? 0) + 1;
    }

    expect(Object.keys(LEVEL_OF_TEXT["000"]!)).toHaveLength(41);
    expect(counts).toEqual({ yes: 398, "in-part": 79, no: 161, outsourced: 3 });
  });

  test("can still rise for 58 of 240: 19 more reach SI and 39 go from NO to IN PARTE", async () => {
    const onDay = await smartabilityOn(demonstration.db, ADOPTION);
    const rises = onDay.filter(({ level, attainable }) => level !== attainable);
    const figures = ["unlockable", "never", "lightened", "without-action"] as const;

    expect(figures.map((figure) => onDay.filter((one) => one.figure === figure).length)).toEqual([
      58, 90, 40, 52,
    ]);
    expect(rises.filter(({ attainable }) => attainable === "yes")).toHaveLength(19);
    expect(rises.filter(({ level, attainable }) => level === "no" && attainable === "in-part")).toHaveLength(
      39,
    );
  });
});

describe("blockers", () => {
  test("are 243 first ones, as many of each kind as the taxonomy counts, and 66 others", async () => {
    const first = (await listLoadedBlockers(demonstration.db)).filter(({ ordinal }) => ordinal === 1);
    const counts = taxonomy.map(({ kind }) => [kind, first.filter((one) => one.kind === kind).length]);

    expect(counts).toEqual(taxonomy.map(({ kind, counts: { total } }) => [kind, total]));
    expect(first).toHaveLength(243);
    expect(await listLoadedBlockers(demonstration.db)).toHaveLength(309);
  });

  test("have the kind, sub-kind and order of the reference, and stop as much as R7's table says", async () => {
    const expected = blockedSources.flatMap((source) => {
      const whole = ["no", "would_be_if_digital", "outsourced"].includes(source.smartable);
      return [
        [source.id, 1, source.blocker_kind, source.blocker_subkind, whole ? "whole" : "part"],
        ...source.blockers_secondary.map((kind, index) => [source.id, index + 2, kind, null, "part"]),
      ];
    });

    expect(
      (await listLoadedBlockers(demonstration.db)).map((one) => [
        one.code,
        one.ordinal,
        one.kind,
        one.subkind,
        one.extent,
      ]),
    ).toEqual(expected);
  });

  test("have as basis what the reference says of the first one", async () => {
    const basis = (text: string) => (text.startsWith("stated") ? "stated" : text.split("_")[0]);

    expect(
      (await listLoadedBlockers(demonstration.db))
        .filter(({ ordinal }) => ordinal === 1)
        .map((one) => [one.code, one.basis]),
    ).toEqual(blockedSources.map((source) => [source.id, basis(source.blocker_basis)]));
  });

  test("can be removed as the reference and the taxonomy say", async () => {
    const loaded = (await listLoadedBlockers(demonstration.db)).map((one) => [
      `${one.code}/${one.ordinal}`,
      one.removability,
    ]);

    expect(loaded).toEqual(
      blockedSources.flatMap((source) => [
        [`${source.id}/1`, removabilityOfFirst(source.id)],
        ...source.blockers_secondary.map((kind, index) => [
          `${source.id}/${index + 2}`,
          removabilityInTaxonomy(kind),
        ]),
      ]),
    );
  });

  test("without an action say why", async () => {
    const noted = (await listLoadedBlockers(demonstration.db))
      .filter(({ note }) => note !== null)
      .map(({ code }) => code);

    expect(noted.toSorted()).toEqual(links.no_ptd_action.map((one) => one.process_id).toSorted());
  });
});

describe("claims", () => {
  test("are the 100 proposals, of 185 pairs of an action and a blocker: 23 full", async () => {
    const loaded = await listLoadedClaims(demonstration.db, ADOPTION);
    const pairs = loaded.flatMap(({ actions }) => actions);

    expect(loaded.map((one) => [one.code, one.ordinal, one.effect, one.confidence, one.actions])).toEqual(
      links.proposals.map((source) => [
        source.process_id,
        1,
        source.effect === "fully" ? "full" : "partial",
        source.confidence,
        source.ptd_action_ids.map(planActionCode).toSorted(),
      ]),
    );
    expect([loaded.length, pairs.length, loaded.filter(({ effect }) => effect === "full").length]).toEqual([
      100, 185, 23,
    ]);
  });

  test("are confirmed by the demonstration where sure, or hanging on 4.6.3 or 4.10.3 alone: 19 from 4/5/2021", async () => {
    const sure = links.proposals.filter((one) => one.effect === "fully" && one.confidence === "high");
    const alone = links.proposals.filter(
      (one) => /^PTD-(4.6-3|4.10-3)$/.test(one.ptd_action_ids.join(" ")) && one.confidence !== "low",
    );
    const onDay = await listLoadedClaims(demonstration.db, ADOPTION);
    const confirmed = onDay.filter(({ state }) => state === "confirmed").map(({ code }) => code);

    expect([sure.length, alone.length, confirmed.length]).toEqual([5, 14, 19]);
    expect(confirmed.toSorted()).toEqual([...sure, ...alone].map((one) => one.process_id).toSorted());
    expect(onDay.filter(({ state }) => state === "proposed")).toHaveLength(81);
    expect(await listLoadedClaims(demonstration.db, "2021-05-03")).toEqual([]);
  });

  test("that are confirmed were proposed on no day, and the proposal stays for the history", async () => {
    const proposals = await demonstration.db
      .selectFrom("unblock_claim_version")
      .select(["held_from_on", "held_until_on"])
      .where("state", "=", "proposed")
      .where("held_until_on", "is not", null)
      .execute();

    expect(proposals).toHaveLength(19);
    expect(new Set(proposals.map((one) => `${one.held_from_on} ${one.held_until_on}`))).toEqual(
      new Set([`${ADOPTION} ${ADOPTION}`]),
    );
  });
});

describe("the tables of teams", () => {
  test("are 17 and 18 rows, without a figure under 4 people, in the file or in the database", async () => {
    const teams = await demonstration.db.selectFrom("team").selectAll().execute();
    const figures = teams.flatMap((team) => [team.employees, team.agile_workers]);
    const cells = (
      parse(SHIPPED_FILES["squadre.csv"]!, { columns: true, comment: "#", comment_no_infix: true }) as Record<
        string,
        string
      >[]
    ).flatMap((row) => [row.dipendenti, row.lavoratori_agili]);

    expect([1, 2].map((table) => teams.filter((team) => team.source_table === table).length)).toEqual([
      17, 18,
    ]);
    expect(figures.filter((figure) => figure !== null && figure < 4)).toEqual([]);
    expect(figures.filter((figure) => figure !== null)).toHaveLength(17);
    const others = teams.flatMap(({ employees, agile_workers }) =>
      employees === null || agile_workers === null ? [] : [employees - agile_workers],
    );
    expect(others.filter((left) => left > 0 && left < 4)).toEqual([]);
    expect(cells.filter((cell) => Number(cell) < 4 && cell !== "")).toEqual([]);
    expect(cells.filter((cell) => cell === "<4")).toHaveLength(10);
    expect(cells.filter((cell) => cell === "n.p.")).toHaveLength(7);
  });

  test("name every team of the processes", async () => {
    const known = await demonstration.db.selectFrom("team_name_in_map").select("name").distinct().execute();

    expect(new Set(known.map(({ name }) => name))).toEqual(new Set(ofTeams.flatMap(({ teams }) => teams)));
  });
});

describe("a row of the maps with a wrong value", () => {
  test.each([
    ["processi-000.csv", "FVG-PER-002,Personale,2,si,", "FVG-PER-002,Personale,2,forse,", "livello"],
    ["processi-000.csv", "FVG-PER-002,Personale", "FVG-PER-001,Personale", "codice"],
    ["processi-003.csv", ",basso,si,", ",minimo,si,", "rischio"],
    ["mappe.csv", ",2020-12-31,si", ",2020-12-32,si", "osservata_il"],
    ["attribuzioni-dimostrative.csv", "000,Personale,settore-3", "000,Personale,settore-9", "uffici"],
    ["attribuzioni-dimostrative.csv", "000,Personale,settore-3", "000,Persone,settore-3", "nome"],
    ["squadre.csv", "34,<4,", "34,1,", "lavoratori_agili"],
    ["squadre.csv", "SERVIZIO TRIBUTI |", "SERVIZIO IMPOSTE |", "nomi_nei_processi"],
    ["blocchi.csv", "FVG-PER-013,1,", "FVG-PER-999,1,", "processo"],
    ["blocchi.csv", "FVG-PER-013,1,", "FVG-PER-001,1,", "processo"],
    ["blocchi.csv", "FVG-PER-013,1,", "FVG-PER-013,2,", "ordine"],
    ["blocchi.csv", "archive_search,parte,", "archive_search,intero,", "estensione"],
    [
      "blocchi.csv",
      "firma_autografa_o_senza_pec,,parte,dedotto,in_parte",
      "firma_autografa_o_senza_pec,,parte,dedotto,digitale",
      "rimovibilita",
    ],
    ["blocchi.csv", "FVG-PER-013,1,archivio_cartaceo", "FVG-PER-013,1,archivio", "tipo"],
    ["sblocchi.csv", "B001,FVG-PER-013,1,", "B001,FVG-PER-014,1,", "blocco"],
    ["sblocchi.csv", "B001,FVG-PER-013,1,", "B001,FVG-PER-013,2,", "blocco"],
    ["sblocchi.csv", "B001,FVG-PER-013,1,2021-2023,4.6.3", "B001,FVG-PER-013,1,2021-2023,4.6.33", "azioni"],
    ["sblocchi.csv", "B001,FVG-PER-013,1,2021-2023,4.6.3 4.11.4", "B001,FVG-PER-013,1,2021-2023,", "azioni"],
    ["sblocchi.csv", "B001,FVG-PER-013,1,2021-2023", "B001,FVG-PER-013,1,2020-2022", "piano"],
    ["sblocchi.csv", "B004,FVG-RAG-028", "B004,FVG-RAG-027", "riga"],
    ["sblocchi-confermati-dimostrativi.csv", ",2021-05-04", ",2021-05-03", "dal"],
  ])("%s with «%s» as «%s» stops the load at its line and field", async (file, right, wrong, field) => {
    const text = SHIPPED_FILES[file]!;
    expect(text).toContain(right);
    const line = text.slice(0, text.indexOf(right)).split("\n").length;

    await expect(load({ [file]: text.replace(right, wrong) })).rejects.toThrow(
      `seeds/data/${file}:${line}: ${field}`,
    );
  });

  test("stops the load where a process below SI has no blocker, or a blocker says more than its level", async () => {
    const text = SHIPPED_FILES["processi-000.csv"]!;
    const wrong = (row: string, right: string) => ({ "processi-000.csv": text.replace(row, right) });
    const yes = wrong("FVG-PER-001,Personale,1,si,", "FVG-PER-001,Personale,1,no,");
    const partly = wrong("FVG-PER-013,Personale,13,dipende,", "FVG-PER-013,Personale,13,no,");

    await expect(load(yes)).rejects.toThrow(
      "seeds/data/processi-000.csv:5: livello: FVG-PER-001 non ha blocchi",
    );
    await expect(load(partly)).rejects.toThrow("seeds/data/blocchi.csv:4: estensione: per R7 è «intero»");
  });
});

async function load(changed: Record<string, string>): Promise<void> {
  const { db } = await emptyDatabase();
  const files = { ...SHIPPED_FILES, ...changed };
  const hashPassword = (password: string) => Promise.resolve(password);
  await loadDemonstration(db, { files, today: "2026-10-15", now: "2026-10-15T08:00:00.000Z", hashPassword });
}
