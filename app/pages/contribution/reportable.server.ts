import type { Params } from "@remix-run/react";
import { type Answerable, contributingOffices } from "#app/domain/permissions.ts";
import { db } from "#db/connection.server.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import type { User } from "#db/users.ts";
import { actionYearOr404 } from "../status/action-year.server.ts";
import { refusalOf } from "../status/changed-hands.server.ts";
import { today } from "#app/clock.server.ts";
import { sharedYearsOf } from "./contributions.server.ts";
import { forbidden } from "#app/http.server.ts";

/** The office that a report is of: the one that the address asks for, or the first (null); and whether it is being sent. */
type Reporting = { asked: string | null; isSent?: boolean };

/** The annualità that an address names, for who reports on it, with the office that the report is of. */
export async function reportableOr404(user: User, params: Params, { asked, isSent = false }: Reporting) {
  const found = await actionYearOr404(params);
  const officesOf = (answering: Answerable) => {
    const own = contributingOffices(user, answering);
    return asked === null ? own : own.filter((code) => code === asked);
  };
  const [office] = officesOf(found.actionYear);
  if (office === undefined)
    throw isSent
      ? await refusalOf(found, (answering) => officesOf(answering).length > 0, notTheirs(found))
      : forbidden(notTheirs(found));
  const offices = contributingOffices(user, found.actionYear);
  const contributions = await listContributions(db, { planActionId: found.action.id }, today());
  const previous = contributions.findLast(
    (one) => one.action_year_id === found.actionYear.id && one.office === office,
  );
  const shared = sharedYearsOf(found.action, found.facts, contributions, today()).find(
    ({ actionYear }) => actionYear.id === found.actionYear.id,
  )!;
  return { found, shared, offices, office, previous };
}

function notTheirs({ action, actionYear }: Awaited<ReturnType<typeof actionYearOr404>>): string {
  return `Sull’annualità ${actionYear.year} dell’azione ${action.code} comunicano un contributo gli uffici che ne rispondono insieme ad altri, ciascuno il proprio.`;
}
