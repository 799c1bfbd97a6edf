import type { Written } from "#app/domain/level/levels.ts";
import type { ColumnAsWritten, Risk } from "#app/domain/work-process/work-processes.ts";
import { PROCESS_000, PROCESS_001, PROCESS_003, type PROCESS_MAP } from "./process-rows.ts";
import { readRows, type SeedFiles } from "./read-rows.ts";

/** A process of a map, read alike whatever the columns of its document are. */
export type ProcessRow = {
  file: string;
  line: number;
  code: string;
  written: Written;
  levelAsWritten: string;
  asWritten: ColumnAsWritten[];
  section: string;
  row: string;
  name: string;
  activity: string | null;
  risk: Risk | null;
  onPaper: 0 | 1 | null;
  areas: string[];
  teams: string[];
  phases: string[];
  remarks: { kind: "discrepancy" | "hidden-condition" | "reading"; detail: string }[];
  /** The sections, teams or units that the demonstration gives an office to. */
  heldBy: string[];
};

/** The processes of each map, in the order of its file. */
export const READ_PROCESSES: Record<
  (typeof PROCESS_MAP)["_output"]["codice"],
  (files: SeedFiles) => ProcessRow[]
> = { "000": read000, "003": read003, "001": read001 };

/** The column of document 000 that each "c.s." stands in, and where the file says what it stands for. */
const DITTO = {
  "Contemporaneità di altre persone/servizi/parte politica": "cs_contemporaneita",
  "Pre-condizioni tecnologiche": "cs_pre_condizioni",
  "Condizioni organizzative": "cs_condizioni",
  "Aspetti di sicurezza informatica": "cs_sicurezza",
  Note: "cs_note",
} as const;

function read000(files: SeedFiles): ProcessRow[] {
  const file = "processi-000.csv";
  return readRows(files, file, PROCESS_000).map((row) => ({
    ...understoodIn(file, row),
    levelAsWritten: row["Attività smartizzabile?"],
    asWritten: columnsOf(row, [
      "Processo",
      "Macro-attività",
      "Attività smartizzabile?",
      ...keysOf(DITTO),
    ]).map((cell) => ({
      ...cell,
      resolved: cell.column in DITTO ? row[DITTO[cell.column as keyof typeof DITTO]] : null,
    })),
    section: row.area,
    row: row.riga,
    name: row.Processo,
    activity: row["Macro-attività"] || null,
    areas: [row.area],
    heldBy: [row.area],
  }));
}

function read003(files: SeedFiles): ProcessRow[] {
  const file = "processi-003.csv";
  return readRows(files, file, PROCESS_003).map((row) => ({
    ...understoodIn(file, row),
    levelAsWritten: row["SMARTABILITA' SI / NO / IN PARTE"],
    asWritten: columnsOf(row, [
      "CODICE - IND",
      "CODICE - IND (seconda colonna)",
      "PROCESSO",
      "FINALITA'",
      "INPUT",
      "Fasi / Attività del processo",
      "OUTPUT",
      "AREA",
      "SMART TEAM",
      "SMARTABILITA' SI / NO / IN PARTE",
      "SUPPORTI CARTACEI",
    ]),
    section: "allegato, processi smartabili",
    row: row["CODICE - IND"],
    name: row.PROCESSO,
    risk: row.rischio,
    onPaper: row.cartaceo === null ? null : row.cartaceo === "si" ? 1 : 0,
    areas: row.aree,
    teams: row.squadre,
    phases: row.fasi,
    heldBy: row.squadre,
  }));
}

/** Document 001 has no level: an activity has the one of the column that it stands under. */
function read001(files: SeedFiles): ProcessRow[] {
  const file = "processi-001.csv";
  return readRows(files, file, PROCESS_001).map((row) => {
    const unit = row["Unità organizzativa"];
    const column = row["Attività smartizzabili"] ? "Attività smartizzabili" : "Attività non smartizzabili";
    return {
      ...understoodIn(file, row),
      levelAsWritten: column,
      asWritten: columnsOf(row, ["Unità organizzativa", column]),
      section: unit,
      row: row.riga,
      name: row[column],
      areas: [unit],
      heldBy: [unit],
    };
  });
}

type Understood = Pick<
  (typeof PROCESS_001)["_output"],
  "codice" | "livello" | "condizione_nascosta" | "discordanze" | "letture"
> & { line: number };

function understoodIn(file: string, row: Understood) {
  return {
    file,
    line: row.line,
    code: row.codice,
    written: row.livello,
    activity: null,
    risk: null,
    onPaper: null,
    teams: [],
    phases: [],
    remarks: [
      ...row.discordanze.map((detail) => ({ kind: "discrepancy" as const, detail })),
      ...(row.condizione_nascosta === null
        ? []
        : [{ kind: "hidden-condition" as const, detail: row.condizione_nascosta }]),
      ...row.letture.map((detail) => ({ kind: "reading" as const, detail })),
    ],
  };
}

/** The cells of a row under the heads of its document; what is blank there is left out. */
function columnsOf<Head extends string>(
  row: Record<Head, string>,
  heads: readonly Head[],
): ColumnAsWritten[] {
  return heads
    .map((column) => ({ column, text: row[column], resolved: null }))
    .filter(({ text }) => text !== "");
}

function keysOf<Key extends string>(record: Record<Key, string>): Key[] {
  return Object.keys(record) as Key[];
}
