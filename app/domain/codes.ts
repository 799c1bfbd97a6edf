import type { DerivedStatus } from "./status/action-status.ts";
import type { ContributionStatus } from "./contribution/contributions.ts";
import type { Situation } from "./status/situations.ts";
import type { Status } from "./status/status-steps.ts";

/** The codes of addresses, CSV, exports and of the chain (section 5 of the design). They never change: hashes cover them. */
export const STATUS_CODE: Record<Status, string> = {
  "to-start": "da_avviare",
  "in-progress": "in_corso",
  completed: "completata",
  suspended: "sospesa",
  rescheduled: "ripianificata",
  cancelled: "annullata",
};

export const SITUATION_CODE: Record<Situation, string> = {
  "completed-proven": "completata_provata",
  "completed-declared": "completata_dichiarata",
  "in-progress": "in_corso",
  "to-start": "da_avviare",
  late: "in_ritardo",
  suspended: "sospesa",
  rescheduled: "ripianificata",
  cancelled: "annullata",
};

export const DERIVED_STATUS_CODE: Record<DerivedStatus, string> = {
  "to-clarify": "da_chiarire",
  "to-start": "da_avviare",
  "in-progress": "in_corso",
  suspended: "sospesa",
  completed: "completata",
  "completed-in-part": "completata_in_parte",
  cancelled: "annullata",
};

export const CONTRIBUTION_STATUS_CODE: Record<ContributionStatus, string> = {
  "to-start": "da_avviare",
  "in-progress": "in_corso",
  suspended: "sospesa",
  completed: "completata",
  "not-pertinent": "non_pertinente",
};

/** The member of a vocabulary that a code stands for, or undefined: what comes from an address may be anything. */
export function memberOf<Member extends string>(
  codes: Record<Member, string>,
  code: string | null | undefined,
): Member | undefined {
  return (Object.keys(codes) as Member[]).find((member) => codes[member] === code);
}
