import { formatDay, formatNumber } from "#app/format.ts";
import type { Measured, SizeReport } from "./bench-of-size.ts";
import type { describeMachine, EmptyCommit } from "./machine.ts";

/** All that a bench measured: times in milliseconds, sizes in bytes. Times are those that the client sees. */
export type Report = {
  measuredAt: string;
  machine: ReturnType<typeof describeMachine>;
  seed: number;
  runs: number;
  emptyCommit: EmptyCommit;
  sizes: SizeReport[];
};

/** The report as a person reads it. */
export function tableOf({ machine, emptyCommit, sizes, ...report }: Report): string {
  return [
    `Misure del ${formatDay(report.measuredAt.slice(0, 10))}: seme ${report.seed}, mediane di ${report.runs} prove, tempi visti dal client in ms`,
    `${machine.cores} core (${machine.processor}), ${mebibytes(machine.memory)} di memoria, Node.js ${machine.node}, ${machine.platform}; carico medio prima delle misure ${formatNumber(machine.loadBefore)}`,
    `Una scrittura vuota e durevole su questo disco: p50 ${milliseconds(emptyCommit.p50)}, p95 ${milliseconds(emptyCommit.p95)}`,
    ...sizes.flatMap(linesOf),
  ].join("\n");
}

function linesOf(size: SizeReport): string[] {
  const { weights, memory, start } = size;
  const afterAChange = size.afterAChange.map(({ name, ...figures }) => ({
    name: `${name} (dopo un cambio)`,
    ...figures,
  }));
  return [
    "",
    `Piano di ${formatNumber(size.actions)} azioni, ${formatNumber(size.actionYears)} annualità, ${formatNumber(size.lines)} righe di storia`,
    row("", "conn.", "p50", "p95", "al secondo", "richieste", "errori"),
    ...[...size.pages, ...afterAChange, ...size.statusChanges].map(rowOf),
    `Cambi di stato confermati: ${size.acknowledged}, trovati nella base dati: ${size.found}; «database is locked»: ${size.locked}`,
    `Peso della matrice, gzip: HTML ${kilobytes(weights.html)}, CSS ${kilobytes(weights.css)}, JS ${kilobytes(weights.javascript)}; font a parte ${kilobytes(weights.fonts)}`,
    `Memoria dopo il carico: ${mebibytes(memory.now)}${memory.peak === null ? "" : ` (massimo ${mebibytes(memory.peak)})`}`,
    `Avvio fino alla prima risposta: npm start ${milliseconds(start.npmStart)}, il solo server ${milliseconds(start.server)}`,
  ];
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
  return name.padEnd(48) + columns.map((column) => column.padStart(11)).join("");
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
