import type { Day } from "./domain/days.ts";

/** The addresses that pages link to; `routes.ts` is where they lead. Query values that are empty are left out; a list comes once each. */
export type Query = Record<string, string | number | readonly string[] | undefined>;

export function withQuery(path: string, query: Query): string {
  const values = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const kept = values.filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(kept.map(([name, value]) => [String(name), String(value)])).toString();
  return search === "" ? path : `${path}?${search}`;
}

export function planAddress(plan: string, query: Query = {}): string {
  return withQuery(`/piani/${plan}`, query);
}

export function plansAddress(al?: Day): string {
  return withQuery("/piani", { al });
}

export function newPlanAddress(): string {
  return "/piani/nuovo";
}

export function adoptionAddress(plan: string): string {
  return `/piani/${plan}/adozione`;
}

export function discardAddress(plan: string): string {
  return `/piani/${plan}/scarto`;
}

export function actionRemovalAddress(plan: string, code: string): string {
  return `/piani/${plan}/azioni/${code}/eliminazione`;
}

export function planActionAddress(plan: string, code: string, al?: Day): string {
  return withQuery(`/piani/${plan}/azioni/${code}`, { al });
}

export function statusAddress(plan: string, code: string, year: number): string {
  return `/piani/${plan}/azioni/${code}/${year}/stato`;
}

export function correctionAddress(plan: string, code: string, year: number, sequence: number): string {
  return `/piani/${plan}/azioni/${code}/${year}/rettifica/${sequence}`;
}

export function newPlanActionAddress(plan: string): string {
  return `/piani/${plan}/azioni/nuova`;
}

/** The areas of a plan. */
export function areasAddress(plan: string): string {
  return `/piani/${plan}/ambiti`;
}

export function newAreaAddress(plan: string): string {
  return `/piani/${plan}/ambiti/nuovo`;
}

export function areaEditAddress(plan: string, area: string): string {
  return `/piani/${plan}/ambiti/${area}/modifica`;
}

/** Where the RTD edits an action: its wording, who answers for it, its years. */
export function planActionEditAddress(
  plan: string,
  code: string,
  page: "modifica" | "responsabili" | "anni",
): string {
  return `/piani/${plan}/azioni/${code}/${page}`;
}

export function actionYearOfficesAddress(plan: string, code: string, year: number): string {
  return `/piani/${plan}/azioni/${code}/${year}/uffici`;
}

/** `office`: the one reported for, where a person answers for several. */
export function contributionAddress(plan: string, code: string, year: number, office?: string): string {
  return withQuery(`/piani/${plan}/azioni/${code}/${year}/contributo`, { ufficio: office });
}

export function contributionsAddress(query: Query = {}): string {
  return withQuery("/contributi", query);
}

export function agreementAddress(contribution: number): string {
  return `/contributi/${contribution}/accordo`;
}

export function yearlyProgressAddress(query: Query = {}): string {
  return withQuery("/andamento", query);
}

export function searchAddress(query: Query = {}): string {
  return withQuery("/cerca", query);
}

export function carryOverAddress(plan: string, code: string, year: number): string {
  return `/piani/${plan}/azioni/${code}/${year}/riporto`;
}

export function roundAddress(): string {
  return "/aggiornamento";
}

export function roundEndAddress(): string {
  return "/aggiornamento/fine";
}

/** An item of a round: the status of an annualità or, where an office is named, the contribution of that office. */
export function roundItemAddress(item: {
  plan: string;
  code: string;
  actionYear: { year: number };
  office: string | null;
}): string {
  const address = `/aggiornamento/${item.plan}/${item.code}/${item.actionYear.year}`;
  return item.office === null ? address : `${address}/${item.office}`;
}

export function officesAddress(al?: Day): string {
  return withQuery("/uffici", { al });
}

/** The sheet of an office; of a group, its place on the page of the offices. */
export function officeAddress(code: string, al?: Day): string {
  return withQuery(`/uffici/${code}`, { al });
}

export function officeEditAddress(code: string): string {
  return `/uffici/${code}/modifica`;
}

export function cessationAddress(code: string): string {
  return `/uffici/${code}/cessazione`;
}

export function newOfficeAddress(): string {
  return "/uffici/nuovo";
}

export function groupAddress(code: string): string {
  return `/gruppi/${code}`;
}

export function newGroupAddress(): string {
  return "/gruppi/nuovo";
}

export function workProcessesAddress(query: Query = {}): string {
  return withQuery("/processi", query);
}

export function workProcessAddress(code: string, al?: Day): string {
  return withQuery(`/processi/${code}`, { al });
}

export function newWorkProcessAddress(): string {
  return "/processi/nuovo";
}

/** Where the RTD edits or retires a process, or adds a blocker to it. */
export function workProcessEditAddress(code: string, page: "modifica" | "ritiro" | "blocchi/nuovo"): string {
  return `/processi/${code}/${page}`;
}

export function blockerEditAddress(code: string, ordinal: number, page: "modifica" | "ritiro"): string {
  return `/processi/${code}/blocchi/${ordinal}/${page}`;
}

/** Where a claim on a blocker is proposed. */
export function newClaimAddress(code: string, ordinal: number): string {
  return `/processi/${code}/blocchi/${ordinal}/sblocco`;
}

export function claimsAddress(query: Query = {}): string {
  return withQuery("/sblocchi", query);
}

/** Where the RTD confirms, reduces or rejects a claim. */
export function claimDecisionAddress(claim: number): string {
  return `/sblocchi/${claim}/decisione`;
}

/** `riga`: the line of history that caused them. */
export function turnsAddress(query: Query = {}): string {
  return withQuery("/svolte", query);
}

/** Where the office of a process confirms a turn or contests it. */
export function turnAnswerAddress(turn: number): string {
  return `/svolte/${turn}/risposta`;
}

/** `completate`: the actions that the page is to take as completed, as `2021-2023/4.6.3`. */
export function smartabilityAddress(query: Query = {}): string {
  return withQuery("/smartabilita", query);
}
