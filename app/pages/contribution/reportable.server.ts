import type { Params } from "@remix-run/react";
import { contributingOffices } from "#app/domain/permissions.ts";
import { db } from "#db/connection.server.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import type { User } from "#db/users.ts";
import { actionYearOr404 } from "../status/action-year.server.ts";
import { today } from "#app/clock.server.ts";
import { sharedYearsOf } from "./contributions.server.ts";
import { forbidden } from "#app/http.server.ts";

/** The annualità that an address names, for who reports on it, with the office that the report is of: the one asked for, or the first. */
export async function reportableOr404(user: User, params: Params, asked: string | null) {
  const found = await actionYearOr404(params);
  const offices = contributingOffices(user, found.actionYear);
  const office = asked === null ? offices[0] : offices.find((code) => code === asked);
  if (office === undefined) throw notTheirs(found);
  const contributions = await listContributions(db, { planActionId: found.action.id }, today());
  const previous = contributions.findLast(
    (one) => one.action_year_id === found.actionYear.id && one.office === office,
  );
  const shared = sharedYearsOf(found.action, found.facts, contributions, today()).find(
    ({ actionYear }) => actionYear.id === found.actionYear.id,
  )!;
  return { found, shared, offices, office, previous };
}

function notTheirs({ action, actionYear }: Awaited<ReturnType<typeof actionYearOr404>>): Response {
  return forbidden(
    `Sull’annualità ${actionYear.year} dell’azione ${action.code} comunicano un contributo gli uffici che ne rispondono insieme ad altri, ciascuno il proprio.`,
  );
}
