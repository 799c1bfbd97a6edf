import { formatDay, formatNumber } from "#app/format.ts";
import type { describeMachine, EmptyCommit } from "./machine.ts";
import type { Figures } from "./measure.ts";
import type { Weights } from "./weights.ts";

/** All that a bench measured: times in milliseconds, sizes in bytes. Times are those that the client sees. */
export type Report = {
  measuredAt: string;
  machine: ReturnType<typeof describeMachine>;
  seed: number;
  runs: number;
  emptyCommit: EmptyCommit;
  sizes: SizeReport[];
};

type SizeReport = {
  actions: number;
  lines: number;
  actionYears: number;
  start: { npmStart: number; server: number };
  pages: (Figures & { name: string; address: string; connections: number })[];
  statusChange: {
    figures: (Figures & { connections: number })[];
    /** Changes that the server acknowledged, warm-up included, and those found in the database afterwards. */
    acknowledged: number;
    found: number;
  };
  weights: Weights;
  memory: { now: number; peak: number | null };
  locked: number;
};

/** The report as a person reads it. */
export function tableOf({ machine, emptyCommit, sizes, ...report }: Report): string {
  return [
    `Misure del ${formatDay(report.measuredAt.slice(0, 10))}: seme ${report.seed}, mediane di ${report.runs} prove, tempi visti dal client in ms`,
    `${machine.cores} core (${machine.processor}), ${mebibytes(machine.memory)} di memoria, Node.js ${machine.node}, ${machine.platform}`,
    `Una scrittura vuota e durevole su questo disco: p50 ${milliseconds(emptyCommit.p50)}, p95 ${milliseconds(emptyCommit.p95)}`,
    ...sizes.flatMap(linesOf),
  ].join("\n");
}

function linesOf(size: SizeReport): string[] {
  const { weights, memory, start, statusChange } = size;
  const changes = statusChange.figures.map((figures) => ({ name: "cambio di stato", ...figures }));
  return [
    "",
    `Piano di ${formatNumber(size.actions)} azioni, ${formatNumber(size.actionYears)} annualità, ${formatNumber(size.lines)} righe di storia`,
    row("", "conn.", "p50", "p95", "al secondo", "richieste", "errori"),
    ...[...size.pages, ...changes].map(rowOf),
    `Cambi di stato confermati: ${statusChange.acknowledged}, trovati nella base dati: ${statusChange.found}; «database is locked»: ${size.locked}`,
    `Peso della matrice, gzip: HTML ${kilobytes(weights.html)}, CSS ${kilobytes(weights.css)}, JS ${kilobytes(weights.javascript)}; font a parte ${kilobytes(weights.fonts)}`,
    `Memoria dopo il carico: ${mebibytes(memory.now)}${memory.peak === null ? "" : ` (massimo ${mebibytes(memory.peak)})`}`,
    `Avvio fino alla prima risposta: npm start ${milliseconds(start.npmStart)}, il solo server ${milliseconds(start.server)}`,
  ];
}

function rowOf(figures: Figures & { name: string; connections: number }): string {
  const { name, connections, p50, p95, perSecond, requests, faults } = figures;
  const wrong = Object.entries(faults).map(([fault, times]) => `${times} × ${fault}`);
  return row(
    name,
    String(connections),
    milliseconds(p50),
    milliseconds(p95),
    formatNumber(perSecond),
    String(requests),
    wrong.join(", ") || "0",
  );
}

function row(name: string, ...columns: string[]): string {
  return name.padEnd(32) + columns.map((column) => column.padStart(11)).join("");
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
