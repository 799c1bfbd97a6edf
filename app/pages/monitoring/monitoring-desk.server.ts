import type { Day } from "#app/domain/days.ts";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import { mayAnswerMonitoring } from "#app/domain/permissions.ts";
import { monitoringAddress } from "#app/objective-addresses.ts";
import { db } from "#db/connection.server.ts";
import { findOpenMonitoring } from "#db/monitoring/monitorings.ts";
import type { User } from "#db/users.ts";
import { officeRowsOf } from "./office-rows.server.ts";
import { standingOr404 } from "./standing.server.ts";

/** What the RTD asks of a person's offices in the round that is open, null where no round asks them anything: for their desk. */
export async function openMonitoringFor(user: User, day: Day) {
  const found = await openStanding();
  if (!found) return null;
  const offices = officeRowsOf(found.items)
    .filter(({ code }) => mayAnswerMonitoring(user, code))
    .map(({ code, name, asked, waiting }) => ({
      code,
      name,
      asked,
      waiting,
      address: monitoringAddress(found.round.id, "uffici", code),
    }));
  if (offices.length === 0) return null;
  const { title, due_on } = found.round;
  const waiting = offices.reduce((sum, office) => sum + office.waiting, 0);
  return { title, dueOn: due_on, isOver: due_on < day, waiting, offices };
}

/** How far the round that is open is, null where none is: for the desk of the RTD. */
export async function openMonitoringSummary() {
  const found = await openStanding();
  if (!found) return null;
  const { round, items } = found;
  const offices = officeRowsOf(items);
  return {
    title: round.title,
    dueOn: round.due_on,
    address: monitoringAddress(round.id),
    counts: countAnswers(items.map(({ answer }) => answer)),
    offices: offices.length,
    silent: offices.filter(({ answered, waiting }) => answered === 0 && waiting > 0).length,
  };
}

async function openStanding() {
  const open = await findOpenMonitoring(db);
  return open && standingOr404(String(open.id));
}
