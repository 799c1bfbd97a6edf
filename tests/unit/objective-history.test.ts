import { describe, expect, test } from "vitest";
import {
  type LinkRow,
  objectiveEdits,
  type ObjectiveRows,
  type StepRow,
  type VersionRow,
} from "#app/domain/objective/objective-history.ts";
import { changesWords } from "#app/objective-edit-sentences.ts";

const FIRST = {
  held_from_on: "2024-01-01",
  held_until_on: null,
  opened_by_edit_id: 1,
  closed_by_edit_id: null,
};

const VERSION: VersionRow = {
  ...FIRST,
  of: 1,
  title: "Gestione ufficio CED",
  description: null,
  kind: "management",
  is_transversal: 0,
  weight: 1,
};
const STEP: StepRow = {
  ...FIRST,
  of: 7,
  ordinal: 3,
  code_as_written: "1.4",
  text: "Protocollazione",
  planned_as_written: "Giornaliera",
  weight: 1,
};
const LINK: LinkRow = {
  ...FIRST,
  of: 5,
  plan: "2024-2026",
  action: "4.6.7",
  year: null,
  rationale: "…",
  weight: 1,
};

const ROWS: ObjectiveRows = { versions: [VERSION], offices: [], steps: [STEP], indicators: [], links: [] };

function closed<Row extends object>(row: Row, edit: number, on = "2024-06-01"): Row {
  return { ...row, held_until_on: on, closed_by_edit_id: edit };
}

function opened<Row extends object>(
  row: Row,
  edit: number,
  varied: Partial<Row> = {},
  on = "2024-06-01",
): Row {
  return { ...row, held_from_on: on, opened_by_edit_id: edit, ...varied };
}

function words(rows: Partial<ObjectiveRows>): string[] {
  return objectiveEdits({ ...ROWS, ...rows }).map(
    ({ edit, on, changes }) => `${edit} ${on} ${changesWords(changes)}`,
  );
}

describe("the edits of an objective", () => {
  test("begin with the one that added it, whatever it brought", () => {
    expect(words({})).toEqual(["1 2024-01-01 Obiettivo aggiunto."]);
  });

  test("say what was, and what has been since", () => {
    expect(
      words({
        versions: [closed(VERSION, 2), opened(VERSION, 2, { title: "CED", weight: 2.5 })],
        steps: [closed(STEP, 2), opened(STEP, 2, { planned_as_written: "Mensile" })],
      })[1],
    ).toBe(
      "2 2024-06-01 Titolo da «Gestione ufficio CED» a «CED»; peso da 1 a 2,5; modificato il punto 3 (1.4) (programmato da «Giornaliera» a «Mensile»).",
    );
  });

  test("say what was added and what was taken away, offices together", () => {
    const office = (of: number, name: string, row: object) => ({ ...FIRST, of, name, ...row });

    expect(
      words({
        offices: [
          closed(office(1, "Settore 1", {}), 2),
          opened(office(2, "Settore 3", {}), 2),
          opened(office(3, "Settore 4", {}), 2),
        ],
        steps: [closed(STEP, 2), opened({ ...STEP, of: 8, ordinal: 4, code_as_written: null }, 2)],
        links: [opened(LINK, 2, { year: 2024 })],
      })[1],
    ).toBe(
      "2 2024-06-01 Affidato a Settore 3 e Settore 4; tolto a Settore 1; aggiunto il punto 4; ritirato il punto 3 (1.4); aggiunto il collegamento con la 4.6.7 del piano 2024-2026, solo per il 2024.",
    );
  });

  test("stand in order of recording, two of one day each by itself", () => {
    const weighed = opened(VERSION, 2, { weight: 2 });

    expect(
      words({ versions: [closed(VERSION, 2), closed(weighed, 3), opened(weighed, 3, { weight: 3 })] }),
    ).toEqual([
      "1 2024-01-01 Obiettivo aggiunto.",
      "2 2024-06-01 Peso da 1 a 2.",
      "3 2024-06-01 Peso da 2 a 3.",
    ]);
  });
});
