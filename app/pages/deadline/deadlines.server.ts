import { contributionAddress, statusAddress } from "#app/addresses.ts";
import type { ToldDeadline } from "#app/components/deadline/deadline-table.tsx";
import { agendaOf, filterDeadlines } from "#app/domain/deadline/agenda.ts";
import { type Deadline, deadlinesOf, inOrder, legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import { rhythmsOf } from "#app/domain/deadline/step-deadlines.ts";
import type { Day, Viewpoint } from "#app/domain/days.ts";
import {
  contributingOffices,
  mayAnswerMonitoring,
  mayKeepObjective,
  mayRunMonitoring,
  mayUpdate,
  type Person,
} from "#app/domain/permissions.ts";
import { joinWords } from "#app/format.ts";
import { monitoringAddress, stepReportAddress } from "#app/objective-addresses.ts";
import { objectivesOnDay } from "#app/pages/objective/objectives-on-day.server.ts";
import { knownOrganisation, nameIn } from "#app/pages/office/organisation.server.ts";
import { adoptedPlansOnDay } from "#app/pages/plan/plan-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listAskedRounds } from "#db/deadline/asked-rounds.ts";
import type { DeadlinesAsked } from "./deadline-filter.server.ts";

/** Every deadline but those of the law, as of a day (R4); computed once while nothing changes. */
export function deadlinesOn(at: Viewpoint): Promise<Deadline[]> {
  return whileUnchanged(
    ["scadenze", at.day, at.isOver],
    async () => {
      const plans = await adoptedPlansOnDay(at);
      const objectives = await objectivesOnDay(at);
      return deadlinesOf({ plans, objectives, rounds: await listAskedRounds(db, at.day) }, at);
    },
    (deadlines) => deadlines.length,
  );
}

/** The same with those of the law in a year, in order, and what recurs in it too often for a list of days; kept like them. */
function yearOfDeadlines(year: number, at: Viewpoint) {
  return whileUnchanged(
    ["scadenze di un anno", year, at.day, at.isOver],
    async () => {
      const objectives = await objectivesOnDay(at);
      return {
        known: inOrder([...(await deadlinesOn(at)), ...legalDeadlinesOf(year, at)]),
        rhythms: objectives.flatMap((objective) => rhythmsOf(objective, year)),
      };
    },
    ({ known, rhythms }) => known.length + rhythms.length,
  );
}

/** How many rows a month lists, and the box of what is late before it is opened. */
const SHOWN = { ofMonth: 100, late: 8, lateOpened: 500 };

/** What the page of deadlines shows of a year. */
export async function deadlinesOnPage(
  { year, offices, isOwn, kind, withDone, isLateOpened }: DeadlinesAsked,
  person: Person,
  { at, al }: { at: Viewpoint; al: Day | undefined },
) {
  const { known, rhythms } = await yearOfDeadlines(year, at);
  const agenda = agendaOf(filterDeadlines(known, { offices, kind, withLegal: isOwn }), {
    year,
    withDone,
    at,
  });
  const nameOf = nameIn(await knownOrganisation());
  const told = (one: Deadline): ToldDeadline => ({
    ...one,
    whose: whoseWords(one, nameOf),
    way: at.isOver ? null : wayTo(one, person),
    al,
  });
  const isShown = kind === null || kind === "step";
  return {
    late: {
      total: agenda.late.length,
      rows: agenda.late
        .slice(0, isLateOpened ? SHOWN.lateOpened : SHOWN.late)
        .map(({ first, more }) => ({ ...told(first), more })),
    },
    lateBefore: agenda.lateBefore,
    months: agenda.months.map(({ month, deadlines, done }) => ({
      month,
      done,
      total: deadlines.length,
      rows: deadlines.slice(0, SHOWN.ofMonth).map(told),
    })),
    rhythms: isShown
      ? rhythms.filter((one) => offices === null || one.offices.some((code) => offices.has(code)))
      : [],
  };
}

/** Who answers: by name where they are few, by number where they are many; the capofila first. */
function whoseWords(deadline: Deadline, nameOf: (code: string) => string): string {
  if (deadline.kind === "legal") return "RTD, per l’ente";
  const lead = deadline.kind === "action-year" ? deadline.actionYear.lead : null;
  if (lead !== null) return `${nameOf(lead)} (capofila)`;
  const { offices } = deadline;
  if (offices.length === 0)
    return deadline.kind === "action-year" && deadline.isOfRtd ? "RTD" : "nessun ufficio";
  return offices.length <= 2 ? joinWords(offices.map(nameOf)) : `${offices.length} uffici`;
}

/** Where a person brings it up to date (R10, R11), or nowhere. */
function wayTo(deadline: Deadline, person: Person): ToldDeadline["way"] {
  if (deadline.standing === "done") return null;
  if (deadline.kind === "action-year") {
    const { plan, code, year, actionYear } = deadline;
    if (mayUpdate(person, actionYear)) return { address: statusAddress(plan, code, year), words: "Aggiorna" };
    const isContributing = contributingOffices(person, actionYear).length > 0;
    return isContributing ? { address: contributionAddress(plan, code, year), words: "Contributo" } : null;
  }
  if (deadline.kind === "step") {
    const { objective, ordinal } = deadline;
    return mayKeepObjective(person, deadline)
      ? { address: stepReportAddress(objective, ordinal), words: "Effettivo" }
      : null;
  }
  return deadline.kind === "round" ? wayToRound(deadline, person) : null;
}

function wayToRound({ round, offices }: { round: number; offices: readonly string[] }, person: Person) {
  if (mayRunMonitoring(person)) return { address: monitoringAddress(round), words: "Segui" };
  const own = offices.find((office) => mayAnswerMonitoring(person, office));
  return own === undefined ? null : { address: monitoringAddress(round, "uffici", own), words: "Rispondi" };
}
