import { withQuery } from "./addresses.ts";
import type { Day } from "./domain/days.ts";

/** The addresses of objectives, deadlines and rounds of monitoring that pages link to. A code may hold any sign: it is encoded. */
export type ObjectivesQuery = {
  anno?: number | "tutti";
  ufficio?: string;
  tipo?: string;
  testo?: string;
  al?: Day;
};

export function objectivesAddress(query: ObjectivesQuery = {}): string {
  return withQuery("/obiettivi", query);
}

export function objectiveAddress(code: string, al?: Day): string {
  return withQuery(of(code), { al });
}

/** A new objective; `from`: the code of the one whose words and steps it begins with. */
export function newObjectiveAddress(from?: string): string {
  return withQuery("/obiettivi/nuovo", { da: from });
}

/** What is under an objective: `objectivePart("PDO-S1-1.1", "modifica")`. */
export function objectivePart(code: string, ...parts: (string | number)[]): string {
  return [of(code), ...parts].join("/");
}

/** The objective with the form of one step open in its place. */
export function stepReportAddress(code: string, ordinal: number): string {
  return `${withQuery(of(code), { punto: ordinal })}#punto-${ordinal}`;
}

/** Where the effettivo of a step is sent; `stepReportPart("PEG-CED", 3, 12, "rettifica")`: where one is put right. */
export function stepReportPart(code: string, ordinal: number, ...parts: (string | number)[]): string {
  return objectivePart(code, "punti", ordinal, "effettivo", ...parts);
}

/** The objective, with what was just recorded of it said once: `recordedAddress("PEG-CED", "nota", 7)`. */
export function recordedAddress(code: string, kind: string, id: number, place = ""): string {
  return `${withQuery(of(code), { registrato: `${kind}-${id}` })}${place}`;
}

/** Where an action is linked to an objective. */
export function actionObjectiveAddress(plan: string, code: string): string {
  return `/piani/${plan}/azioni/${code}/obiettivi/nuovo`;
}

/** What is linked to nothing, and what could not be read. */
export function unlinkedAddress(): string {
  return "/obiettivi/collegamenti";
}

export type DeadlinesQuery = {
  anno?: number | string;
  ufficio?: string;
  tipo?: string;
  fatte?: string;
  ritardi?: string;
  al?: Day;
};

export function deadlinesAddress(query: DeadlinesQuery = {}): string {
  return withQuery("/scadenze", query);
}

/** Where a person keeps the address of their own calendar, and takes it back. */
export function calendarAddress(page?: "revoca"): string {
  return page === undefined ? "/scadenze/calendario" : `/scadenze/calendario/${page}`;
}

export function monitoringsAddress(): string {
  return "/giri";
}

/** A round, or a part of it: `monitoringAddress(3, "uffici", "settore-3")`. */
export function monitoringAddress(id: number | "nuovo", ...parts: string[]): string {
  return ["/giri", id, ...parts].join("/");
}

/** The office's part of a round that somebody comes from, as an address keeps it: "3.settore-4"; null where none is named. */
export function roundIn(query: URLSearchParams): string | null {
  const giro = query.get("giro") ?? "";
  return /^\d{1,9}\.[\w.-]{1,60}$/.test(giro) ? giro : null;
}

/** An address that keeps the way back to a round; the address itself where there is none. */
export function withRound(address: string, giro: string | null): string {
  if (giro === null) return address;
  const [path, place] = address.split("#");
  return `${path}${path!.includes("?") ? "&" : "?"}giro=${giro}${place === undefined ? "" : `#${place}`}`;
}

/** Where "3.settore-4" leads back to. */
export function roundAddressOf(giro: string): string {
  const [id, ...office] = giro.split(".");
  return monitoringAddress(Number(id), "uffici", office.join("."));
}

function of(code: string): string {
  return `/obiettivi/${encodeURIComponent(code)}`;
}
