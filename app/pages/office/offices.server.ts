import type { Viewpoint } from "#app/domain/days.ts";
import { nearestDueFirst } from "#app/domain/desk/placed-years.ts";
import { asTree, isActive } from "#app/domain/office/offices.ts";
import { figuresByOffice, type SheetRow, sheetRows, splitByPlan } from "#app/domain/office/office-sheet.ts";
import { db } from "#db/connection.server.ts";
import { listLatestContributionsOf } from "#db/contribution/office-contributions.ts";
import type { OfficeRow } from "#db/office/office-edits.ts";
import { findPlanInForce, listPlans } from "#db/plan/plans.ts";
import { findOrganisation, type FoundOrganisation, nameIn } from "./organisation.server.ts";
import { planOnDay } from "../plan/plan-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** How many contributions the sheet of an office tells. */
const LATEST = 5;

/** The organisation as it stands, ceased offices apart, each with what it has to say of the plan in force on a day (R6). */
export function officesOnDay(at: Viewpoint) {
  return whileUnchanged(["uffici", at.day, at.isOver], () => computeOffices(at));
}

async function computeOffices(at: Viewpoint) {
  const organisation = await findOrganisation();
  const plan = await findPlanInForce(db, at.day);
  const figures = figuresByOffice(plan ? (await planOnDay(plan, at)).years : []);
  const nameOf = nameIn(organisation);
  const told = organisation.offices.map((office) => ({
    ...office,
    parentName: office.parent_code === null ? null : nameOf(office.parent_code),
    successorName: office.successor_code === null ? null : nameOf(office.successor_code),
    figures: figures.get(office.code) ?? null,
  }));
  return {
    plan,
    offices: asTree(told.filter((office) => isActive(office, at.day))),
    ceased: told.filter((office) => !isActive(office, at.day)),
    groups: organisation.groups.map((group) => ({
      ...group,
      members: group.offices.map((code) => ({ code, name: nameOf(code) })),
    })),
  };
}

/**
 * What an office answers for on a day: all it holds of the plan in force, the years beyond the plan and the other adopted
 * plans only where something is still open.
 */
export async function sheetOnDay(office: OfficeRow, organisation: FoundOrganisation, at: Viewpoint) {
  const plan = (await findPlanInForce(db, at.day)) ?? null;
  const adopted = (await listPlans(db)).filter(
    ({ adopted_on }) => adopted_on !== null && adopted_on <= at.day,
  );
  const own: { open: SheetRow[]; closed: SheetRow[] } = { open: [], closed: [] };
  const elsewhere: SheetRow[] = [];
  for (const one of adopted) {
    const { actions } = await planOnDay(one, at);
    const rows = sheetRows(actions, one, { office: office.code, groups: organisation.groups });
    if (one.id !== plan?.id) elsewhere.push(...rows.open);
    else {
      const open = splitByPlan(rows.open, one);
      own.open = open.within;
      own.closed = splitByPlan(rows.closed, one).within;
      elsewhere.push(...open.beyond);
    }
  }
  return {
    plan,
    ...own,
    elsewhere: nearestDueFirst(elsewhere),
    contributions: await listLatestContributionsOf(db, office.id, at.day, LATEST),
  };
}
