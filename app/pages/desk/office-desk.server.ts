import { mayTakeRounds } from "#app/domain/permissions.ts";
import type { OfficeDeskFacts } from "#app/components/desk/office-desk.tsx";
import type { DeskYear, WaitingPart } from "#app/components/desk/year-rows.tsx";
import { type Day, yearOf } from "#app/domain/days.ts";
import { nearestTerm, ownWork } from "#app/domain/desk/desk.ts";
import { placedYears, wayToUpdate } from "#app/domain/desk/placed-years.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { ownObjectives } from "#app/domain/objective/objective-filter.ts";
import type { Person } from "#app/domain/permissions.ts";
import { openMonitoringFor } from "../monitoring/monitoring-desk.server.ts";
import { objectiveLines } from "../objective/objective-lines.server.ts";
import { objectivesOnDay } from "../objective/objectives-on-day.server.ts";
import { comingFor } from "./coming-deadlines.server.ts";
import {
  deskYears,
  inForce,
  newsOf,
  type PlansOnDay,
  roundState,
  type Visit,
  waitingNow,
} from "./desk.server.ts";
import { ownProcesses } from "./process-desk.server.ts";

/** What a dirigente or a referente has to do and to read, of own offices alone. */
export async function officeDesk(plans: PlansOnDay, visit: Visit): Promise<OfficeDeskFacts> {
  const { user, at } = visit;
  const { day, isOver } = at;
  const parts = isOver ? new Map<number, WaitingPart[]>() : await partsWaiting(user, day);
  const reported = new Map([...parts].map(([id, ones]) => [id, ones.map(({ code }) => code)]));
  const work = ownWork(placedYears(plans), user, { year: yearOf(day), reported });
  const open = [...work.toUpdate, ...work.waiting];
  const late = open.filter(({ actionYear }) => actionYear.situation === "late");
  const [toUpdate, waiting] = [
    deskYears("da-aggiornare", work.toUpdate, visit),
    deskYears("aspettano-il-rtd", work.waiting, visit),
  ];
  const withParts = (one: DeskYear) => ({ ...one, parts: parts.get(one.actionYear.id) });
  return {
    plan: inForce(plans, visit).plan.code,
    toUpdate: { ...toUpdate, rows: toUpdate.rows.map(withParts) },
    waiting: { ...waiting, rows: waiting.rows.map(withParts) },
    late: {
      alone: late.filter((one) => wayToUpdate(user, one.actionYear) === "status").length,
      total: late.length,
    },
    term: nearestTerm(open) ?? null,
    objectives: await objectiveLines(ownObjectives(await objectivesOnDay(at), user), at),
    processes: await ownProcesses(user, at),
    office: user.offices[0],
    day,
    asks: isOver ? null : await asksOfOffice(visit),
  };
}

/** What only today asks of an office, and tells it: a past day has nothing to act on. */
async function asksOfOffice(visit: Visit): Promise<NonNullable<OfficeDeskFacts["asks"]>> {
  const { user, at } = visit;
  return {
    monitoring: await openMonitoringFor(user, at.day),
    coming: await comingFor(user, at.day),
    round: await roundState(visit),
    news: await newsOf(visit, user.offices),
  };
}

/** What an office finds where no plan is adopted yet: its objectives, and what the RTD asks; nothing for the other roles. */
export async function deskWithoutPlan({ user, at }: Visit) {
  if (user.role === "rtd" || !mayTakeRounds(user)) return { asked: null, objectives: null };
  const objectives = await objectiveLines(ownObjectives(await objectivesOnDay(at), user), at);
  const asked = at.isOver ? null : await openMonitoringFor(user, at.day);
  return { asked, objectives: objectives.total > 0 ? objectives : null };
}

/** What own offices reported that the RTD has not answered yet (R10), by annualità: it changes a status, or says that an office has no part. */
async function partsWaiting(person: Person, day: Day): Promise<Map<number, WaitingPart[]>> {
  const { proposals, claims } = await waitingNow(day);
  const said = [
    ...proposals.flatMap(({ says }) => says.flatMap(({ standing }) => (standing?.is_news ? [standing] : []))),
    ...claims.map(({ claim }) => claim),
  ];
  const own = said.filter(({ office }) => person.offices.includes(office));
  return new Map(
    [...groupBy(own, (one) => one.action_year_id)].map(([id, ones]) => [
      id,
      ones.map(({ office, office_name, status, progress, effective_on }) => ({
        code: office,
        office: office_name,
        status,
        progress,
        on: effective_on,
      })),
    ]),
  );
}
