import type { Written } from "./levels.ts";
import { writtenLevel } from "./levels.ts";

/** What keeps a process from being done in lavoro agile: the taxonomy read from the maps (R7). */
export const BLOCKER_KINDS = [
  "paper_archive",
  "incoming_paper_mail",
  "wet_signature_or_no_pec",
  "missing_online_form",
  "missing_equipment_or_connection",
  "counter_service",
  "in_person_meeting",
  "political_presence",
  "physical_delivery_notification",
  "physical_site_inspection",
  "physical_goods_or_hardware",
  "onsite_coordination",
  "legal_or_certified_workstation",
  "outsourced",
  "unspecified",
] as const;
export type BlockerKind = (typeof BLOCKER_KINDS)[number];

/** Whether a blocker stops the whole process or a part of it. */
export const EXTENTS = ["whole", "part"] as const;
export type Extent = (typeof EXTENTS)[number];

/** Whether the map says it, or it was inferred; `none`: the map says nothing of why. */
export const BASES = ["stated", "inferred", "none"] as const;
export type Basis = (typeof BASES)[number];

/** By what a blocker could be removed: an action of the plan, wholly or in part, others than the plan, nothing, or nobody knows. */
export const REMOVABILITIES = ["digital", "partly", "outside-plan", "structural", "unknown"] as const;
export type Removability = (typeof REMOVABILITIES)[number];

const REMOVABILITY_OF: Record<BlockerKind, Removability> = {
  paper_archive: "partly",
  incoming_paper_mail: "partly",
  wet_signature_or_no_pec: "partly",
  missing_online_form: "digital",
  missing_equipment_or_connection: "digital",
  counter_service: "partly",
  in_person_meeting: "partly",
  political_presence: "partly",
  physical_delivery_notification: "partly",
  physical_site_inspection: "structural",
  physical_goods_or_hardware: "structural",
  onsite_coordination: "structural",
  legal_or_certified_workstation: "structural",
  outsourced: "structural",
  unspecified: "unknown",
};

/**
 * What is known of a blocker by its kind alone (R7): that of every blocker of a process after the first. A kind that the taxonomy
 * finds removable in some cases and never in others is `partly`: an archive can be digitised, a register that the law wants cannot.
 */
export function removabilityOf(kind: BlockerKind): Removability {
  return REMOVABILITY_OF[kind];
}

/**
 * How much the blockers that a map writes of a process stop (R7, table): the first one as much as its level says, the others
 * a part. Undefined where the level is SI: a hidden condition is a remark, not a blocker.
 */
export function writtenExtent(written: Written, ordinal: number): Extent | undefined {
  const level = writtenLevel(written);
  if (level === "yes") return undefined;
  return ordinal === 1 && level !== "in-part" ? "whole" : "part";
}
