import { formatDay, formatNumber } from "#app/format.ts";
import type { MapReport } from "./bench-of-map.ts";
import type { SizeReport } from "./bench-of-size.ts";
import type { describeMachine, EmptyCommit } from "./machine.ts";
import type { Measured } from "./measured-pages.ts";

/** All that a bench measured: times in milliseconds, sizes in bytes. Times are those that the client sees. */
export type Report = {
  measuredAt: string;
  machine: ReturnType<typeof describeMachine>;
  seed: number;
  runs: number;
  emptyCommit: EmptyCommit;
  sizes: SizeReport[];
  map: MapReport;
};

/** The report as a person reads it. */
export function tableOf({ machine, emptyCommit, sizes, map, ...report }: Report): string {
  return [
    `Misure del ${formatDay(report.measuredAt.slice(0, 10))}: seme ${report.seed}, mediane di ${report.runs} prove, tempi visti dal client in ms`,
    `${machine.cores} core (${machine.processor}), ${mebibytes(machine.memory)} di memoria, Node.js ${machine.node}, ${machine.platform}; carico medio prima delle misure ${formatNumber(machine.loadBefore)}`,
    `Una scrittura vuota e durevole su questo disco: p50 ${milliseconds(emptyCommit.p50)}, p95 ${milliseconds(emptyCommit.p95)}`,
    ...sizes.flatMap(linesOfSize),
    ...linesOfMap(map),
  ].join("\n");
}

function linesOfSize(size: SizeReport): string[] {
  const { weights, memory, start } = size;
  return [
    "",
    `Piano di ${formatNumber(size.actions)} azioni, ${formatNumber(size.actionYears)} annualità, ${formatNumber(size.lines)} righe di storia`,
    ...rowsOf(size),
    `Cambi di stato confermati: ${size.acknowledged}, trovati nella base dati: ${size.found}; «database is locked»: ${size.locked}`,
    `Peso della matrice, gzip: HTML ${kilobytes(weights.html)}, CSS ${kilobytes(weights.css)}, JS ${kilobytes(weights.javascript)}; font a parte ${kilobytes(weights.fonts)}`,
    memoryLine(memory),
    `Avvio fino alla prima risposta: npm start ${milliseconds(start.npmStart)}, il solo server ${milliseconds(start.server)}`,
  ];
}

function linesOfMap(map: MapReport): string[] {
  const { turns } = map;
  return [
    "",
    `Piano di 56 azioni con ${formatNumber(map.processes)} processi, ${formatNumber(map.blockers)} blocchi, ${formatNumber(map.claims)} sblocchi`,
    ...rowsOf(map),
    `Svolte attese: ${turns.expected}, trovate nella base dati: ${turns.found}; «database is locked»: ${map.locked}`,
    memoryLine(map.memory),
  ];
}

type Rows = { pages: Measured[]; afterAChange: Measured[]; statusChanges: Measured[] };

function rowsOf({ pages, afterAChange, statusChanges }: Rows): string[] {
  const afterwards = afterAChange.map(({ name, ...figures }) => ({
    name: `${name} (dopo un cambio)`,
    ...figures,
  }));
  return [
    row("", "conn.", "p50", "p95", "al secondo", "richieste", "errori"),
    ...[...pages, ...afterwards, ...statusChanges].map(rowOf),
  ];
}

function memoryLine({ now, peak }: SizeReport["memory"]): string {
  return `Memoria dopo il carico: ${mebibytes(now)}${peak === null ? "" : ` (massimo ${mebibytes(peak)})`}`;
}

function rowOf(figures: Measured): string {
  const { name, connections, p50, p95, perSecond, requests, faults } = figures;
  const wrong = Object.entries(faults).map(([fault, times]) => `${times} × ${fault}`);
  return row(
    name,
    String(connections),
    milliseconds(p50),
    milliseconds(p95),
    perSecond === null ? "–" : formatNumber(perSecond),
    String(requests),
    wrong.join(", ") || "0",
  );
}

function row(name: string, ...columns: string[]): string {
  return name.padEnd(52) + columns.map((column) => column.padStart(11)).join("");
}

function milliseconds(value: number): string {
  return `${formatNumber(value)} ms`;
}

function kilobytes(bytes: number): string {
  return `${formatNumber(bytes / 1000)} kB`;
}

function mebibytes(bytes: number): string {
  return `${formatNumber(bytes / 1024 / 1024)} MiB`;
}
