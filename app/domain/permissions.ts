import { isOpen, NEXT, type Status } from "./status/status-steps.ts";

export const ROLES = ["rtd", "dirigente", "referente", "giunta", "lettore", "amministratore"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking. `offices`: the codes of the offices they answer for, those under them included (R11). */
export type Person = { role: Role; offices: readonly string[] };

/** Who answers for an annualità: its offices (roles are not offices) and the capofila that the RTD named, if any. */
export type Answerable = { offices: readonly string[]; lead: string | null };

/** The roles that update what their offices answer for (R11); Giunta, lettore and amministratore read. */
const UPDATING_ROLES: readonly Role[] = ["dirigente", "referente"];

/** The steps that a dirigente or a referente may take on what is theirs; the others only propose with a reason (R11). */
const STEPS_OF_OFFICES: readonly Status[] = ["in-progress", "suspended", "completed"];

/**
 * True when a person may record on an annualità (R11): the RTD on every one; a dirigente or referente where their office
 * is the only one that answers, or is the capofila. Two offices under the same person remain two: contributions.
 */
export function mayUpdate(person: Person, actionYear: Answerable): boolean {
  if (person.role === "rtd") return true;
  if (!UPDATING_ROLES.includes(person.role)) return false;
  const theirs = (office: string) => person.offices.includes(office);
  const isOnlyOffice = actionYear.offices.length === 1 && actionYear.offices.every(theirs);
  return isOnlyOffice || (actionYear.lead !== null && theirs(actionYear.lead));
}

/** The steps to offer (R1, R11): for the RTD all that the rule allows; for an office no cancelling, rescheduling, reopening. */
export function offeredSteps(person: Person, from: Status): readonly Status[] {
  if (person.role === "rtd") return NEXT[from];
  if (!UPDATING_ROLES.includes(person.role)) return [];
  return isOpen(from) ? NEXT[from].filter((to) => STEPS_OF_OFFICES.includes(to)) : [];
}

/** Whether a person may make this very change on what they may update (R11): the step is offered to them, a due day is the RTD's. */
export function mayMake(person: Person, from: Status, change: { to: Status; dueOn: string | null }): boolean {
  if (change.dueOn !== null && !maySetDueDay(person)) return false;
  return person.role === "rtd" || change.to === from || offeredSteps(person, from).includes(change.to);
}

/** Due days, and putting wrong lines right, are the RTD's alone (R3, R11). */
export function maySetDueDay(person: Person): boolean {
  return person.role === "rtd";
}

export function mayCorrect(person: Person): boolean {
  return person.role === "rtd";
}

/** Plans and their actions, offices and groups: the RTD's (R11). */
export function mayEdit(person: Person): boolean {
  return person.role === "rtd";
}

/** True when two offices or more answer for an annualità: each reports its own contribution (R10). */
export function isShared(actionYear: { offices: readonly string[] }): boolean {
  return actionYear.offices.length >= 2;
}

/** Contributions propose, the RTD decides (R10): taking over what they propose, agreeing that an office has no part. */
export function mayDecideContributions(person: Person): boolean {
  return person.role === "rtd";
}

/**
 * The offices for which a person reports a contribution (R10, R11): own ones, among those that share the annualità; none
 * where a single office answers for it, which updates the status itself.
 */
export function contributingOffices(person: Person, actionYear: Answerable): string[] {
  if (!UPDATING_ROLES.includes(person.role) || !isShared(actionYear)) return [];
  return actionYear.offices.filter((office) => person.offices.includes(office));
}

/** Whoever keeps annualità up takes update rounds: the RTD, dirigenti and referenti (R6, R11). */
export function mayTakeRounds(person: Person): boolean {
  return person.role === "rtd" || UPDATING_ROLES.includes(person.role);
}

/** A process as permissions know it: the offices that it was given to. */
type OfOffices = { offices: readonly string[] };

/** Claims are proposed by the RTD, and by the dirigenti and referenti of the offices of the process (R7, R11). */
export function mayProposeClaim(person: Person, process: OfOffices): boolean {
  if (person.role === "rtd") return true;
  return (
    UPDATING_ROLES.includes(person.role) && process.offices.some((code) => person.offices.includes(code))
  );
}

/** Confirming, reducing and rejecting claims: the RTD's (R11). */
export function mayDecideClaims(person: Person): boolean {
  return person.role === "rtd";
}

/** A turn is confirmed or contested by the dirigente of an office of its process; a referente does not answer for it (R11). */
export function mayAnswerTurn(person: Person, process: OfOffices): boolean {
  return person.role === "dirigente" && process.offices.some((code) => person.offices.includes(code));
}

/** Objectives themselves, their weights, links and validated figure: the RTD's (R9, R11). */
export function mayEditObjectives(person: Person): boolean {
  return person.role === "rtd";
}

/** Steps, indicators and what is reported of them (R9, R11): the RTD, and the dirigenti and referenti of the objective's offices. */
export function mayKeepObjective(person: Person, objective: OfOffices): boolean {
  if (person.role === "rtd") return true;
  return (
    UPDATING_ROLES.includes(person.role) && objective.offices.some((code) => person.offices.includes(code))
  );
}

/**
 * An effettivo is put right or taken away by the RTD, and by the office that reported it while the objective is its own (R9, R11). What the RTD
 * reported is the RTD's alone, whichever office they are of.
 */
export function mayCorrectReport(
  person: Person,
  objective: OfOffices,
  { author_role: role, author_office_code: office }: { author_role: Role; author_office_code: string | null },
): boolean {
  if (person.role === "rtd") return true;
  const isOwn = role !== "rtd" && office !== null && person.offices.includes(office);
  return isOwn && mayKeepObjective(person, objective);
}

/** Rounds of monitoring are opened, followed and closed by the RTD. */
export function mayRunMonitoring(person: Person): boolean {
  return person.role === "rtd";
}

/** In a round an office is answered for by its dirigente or referente, or by those above it (R11). */
export function mayAnswerMonitoring(person: Person, office: string): boolean {
  return UPDATING_ROLES.includes(person.role) && person.offices.includes(office);
}

/** An address for one's own calendar: who has deadlines of their own, the RTD, the dirigenti and the referenti. */
export function mayKeepCalendar(person: Person): boolean {
  return person.role === "rtd" || UPDATING_ROLES.includes(person.role);
}

/** Reviews are opened, written, closed and put right by the RTD; everybody reads them (R11, R12). */
export function mayRunReviews(person: Person): boolean {
  return person.role === "rtd";
}
