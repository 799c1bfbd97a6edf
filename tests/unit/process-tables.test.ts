import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LevelsCaption } from "#app/components/smartability/levels-caption.tsx";
import { type ProcessRowProps, ProcessTable } from "#app/components/work-process/process-table.tsx";
import { RankingForm } from "#app/components/smartability/ranking-form.tsx";
import { TurnTable } from "#app/components/unblock-claim/turn-table.tsx";
import { ClaimTable } from "#app/components/unblock-claim/claim-table.tsx";
import type { LevelRow } from "#app/domain/smartability/level-rows.ts";
import type { RowClaim } from "#app/domain/work-process/process-row.ts";

/** What a component says, as it is read: its tags and drawings left out. */
function saidBy<Props extends object>(component: FunctionComponent<Props>, props: Props): string {
  const markup = renderToStaticMarkup(createElement(component, props));
  return markup
    .replaceAll(/<svg.*?<\/svg>/g, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/ +/g, " ");
}

const COUNTS = { yes: 401, "in-part": 78, no: 159, outsourced: 3 };

describe("the caption of the chart of levels", () => {
  const row = (kind: LevelRow["kind"], day: string | null): LevelRow => ({
    ...{ kind, day, counts: COUNTS, total: 641, change: COUNTS },
  });
  const figures = {
    ...{ levels: COUNTS, attainable: COUNTS, below: 237 },
    figures: { unlockable: 52, never: 90, lightened: 38, "without-action": 57 },
  };
  const caption = (rows: LevelRow[]) => saidBy(LevelsCaption, { rows, figures, day: "2026-10-15" });

  test("says what is counted, and what each row leaves out", () => {
    const said = caption([
      ...[row("now", "2026-10-15"), row("expected", "2026-12-31"), row("recovered", "2026-12-31")],
      row("attainable", null),
    ]);

    expect(said).toContain("641 processi, compresi 3 all’esterno: le righe delle mappe, cioè le attività");
    expect(said).toContain("Se recuperate: entro fine anno anche quelle in ritardo, tranne le sospese.");
    expect(said).toContain("esclusi i contestati, i rifiutati e i decaduti.");
  });

  test("says that the suspended are left out where recovering what is late changes nothing", () => {
    expect(
      caption([row("now", "2026-10-15"), row("expected", "2026-12-31"), row("attainable", null)]),
    ).toContain(
      "Recuperare quelle in ritardo entro fine anno, tranne le sospese, non cambierebbe i livelli.",
    );
  });
});

describe("the claims of a row of the list", () => {
  const action = (code: string): RowClaim["actions"][number] => ({
    ...{ plan: "2024-2026", code, title: "", years: [], isUnclear: false },
  });
  const row = (claims: RowClaim[], figure: ProcessRowProps["figure"]): ProcessRowProps => ({
    ...{ code: "FVG-TEC-044", title: "Commissione", name: null, map: "000", offices: [] },
    ...{ level: "no", written: "no", attainable: "in-part", figure, blocking: [], claims, raised: null },
  });
  const said = (claims: RowClaim[], figure: ProcessRowProps["figure"] = "unlockable") =>
    saidBy(ProcessTable, { rows: [row(claims, figure)], al: undefined, inForce: "2024-2026" });

  test("say once, of the claim, that its actions are completed", () => {
    const both = [action("4.4.1"), action("4.10.1")];

    expect(said([{ id: 1, state: "proposed", actions: both }])).toContain(
      "la 4.4.1 e la 4.10.1 sono completate: manca la conferma dello sblocco proposto",
    );
    expect(said([{ id: 1, state: "proposed", actions: [action("4.4.1")] }])).toContain(
      "la 4.4.1 è completata: manca la conferma dello sblocco proposto",
    );
  });

  test("say who decides where one is contested", () => {
    const contested: RowClaim = { id: 1, state: "contested", actions: [action("4.4.1")] };

    expect(said([contested], "without-action")).toMatch(
      /senza un’azione che lo sblocchi.*la 4\.4\.1 è completata contestato: decide il RTD/,
    );
  });
});

test("a ranked action that has no annualità says that its years are to be made clear", () => {
  const counts = { alone: 1, withOthers: 0, proposedOnly: 2, proposedWithOthers: 0 };
  const row = {
    ...{ id: 1, plan: "2021-2023", code: "4.6.3", title: "Fascicoli", place: 1, runningTotal: 1 },
    ...{ ...counts, people: null, years: [] },
  };
  const said = saidBy(RankingForm, { rows: [row], supposed: [], al: undefined });

  expect(said).toContain("anni da chiarire");
  expect(said).toContain("Solo proposti");
});

test("each table of processes, turns and claims says what it lists", () => {
  const captions = [
    saidBy(ProcessTable, { rows: [], al: undefined, inForce: undefined }),
    saidBy(TurnTable, { rows: [] }),
    saidBy(ClaimTable, { rows: [], inForce: undefined, mayDecide: false }),
  ];

  expect(captions[0]).toMatch(/^I processi, /);
  expect(captions[1]).toMatch(/^Le svolte, /);
  expect(captions[2]).toMatch(/^Gli sblocchi: /);
});
