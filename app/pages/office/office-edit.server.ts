import type { Params } from "@remix-run/react";
import { isActive, withThoseUnder } from "#app/domain/office/offices.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { asOfNow } from "#app/domain/days.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import type { OfficeRow } from "#db/office/office-edits.ts";
import { listPlans } from "#db/plan/plans.ts";
import type { User } from "#db/users.ts";
import { today } from "#app/clock.server.ts";
import { forbidden, notFound } from "#app/http.server.ts";
import { findOrganisation, type FoundOrganisation } from "./organisation.server.ts";
import { planOnDay } from "../plan/plan-on-day.server.ts";

/** Offices and groups are the RTD's to change (R11): 403 for the others. */
export function mustEditOffices(user: User): void {
  if (!mayEdit(user)) throw forbidden("Gli uffici e i gruppi li modifica il RTD.");
}

/** The office that an address names, ceased or not, with the organisation around it; or the 404 page. */
export async function officeOr404(params: Params) {
  const organisation = await findOrganisation();
  const office = organisation.offices.find(({ code }) => code === params.office);
  if (!office) throw notFound("Non c’è un ufficio con questo codice.");
  return { organisation, office };
}

export async function groupOr404(params: Params) {
  const organisation = await findOrganisation();
  const group = organisation.groups.find(({ code }) => code === params.group);
  if (!group) throw notFound("Non c’è un gruppo con questo codice.");
  return { organisation, group };
}

/** The codes that a new office or group may not have. */
export function takenCodes({ offices, groups }: FoundOrganisation): string[] {
  return [...offices, ...groups].map(({ code }) => code);
}

/** The offices that one may be put under: those active, itself and those under it apart; where it is already, in any case. */
export function possibleParents({ offices }: FoundOrganisation, office?: OfficeRow) {
  const excluded = office ? withThoseUnder(office.code, offices) : new Set<string>();
  return offices
    .filter((one) => !excluded.has(one.code))
    .filter((one) => isActive(one, today()) || one.code === office?.parent_code)
    .map(({ code, name }) => ({ code, name }));
}

/** The offices that have not ceased, one apart. */
export function activeOffices({ offices }: FoundOrganisation, except?: string) {
  return offices
    .filter((one) => one.code !== except && isActive(one, today()))
    .map(({ code, name }) => ({ code, name }));
}

/** How many annualità of adopted plans are held through a group today, and how many of them are open: changing it alters none (R10). */
export async function heldThroughGroup(group: string) {
  const plans = (await listPlans(db)).filter(({ adopted_on }) => adopted_on !== null);
  const onDay = await Promise.all(plans.map((plan) => planOnDay(plan, asOfNow(today()))));
  const years = onDay
    .flatMap(({ actions }) => actions)
    .filter(({ responsibles }) => responsibles.some(({ code }) => code === group))
    .flatMap((action) => action.years);
  return { total: years.length, open: years.filter(({ status }) => isOpen(status)).length };
}
