import { drawYears } from "#app/components/charts/draw.server.tsx";
import type { News } from "#app/components/desk/desk-news.tsx";
import type { ReaderDeskFacts } from "#app/components/desk/reader-desk.tsx";
import type { RoundState } from "#app/components/desk/round-box.tsx";
import type { RtdDeskFacts } from "#app/components/desk/rtd-desk.tsx";
import type { Short } from "#app/components/desk/short-list.tsx";
import type { ContributionsWaiting } from "#app/components/desk/waiting-contributions.tsx";
import type { DeskYear } from "#app/components/desk/year-rows.tsx";
import { asOfNow, type Day, type Viewpoint, yearOf } from "#app/domain/days.ts";
import { attentionByOffice, attentionOf, notCarriedOver, withoutOwner } from "#app/domain/desk/desk.ts";
import { concentrationOfLate, findingOfYears } from "#app/domain/plan/findings.ts";
import { isActive } from "#app/domain/office/offices.ts";
import { type PlacedYear, placedYears, wayToUpdate } from "#app/domain/desk/placed-years.ts";
import { db } from "#db/connection.server.ts";
import { listNews } from "#db/news.ts";
import { listOffices } from "#db/office/offices.ts";
import { inForceAmong } from "#db/plan/plans.ts";
import type { User } from "#db/users.ts";
import { waitingContributions } from "../contribution/contributions.server.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import { openMonitoringSummary } from "../monitoring/monitoring-desk.server.ts";
import { objectivesFigures } from "../objective/objective-lines.server.ts";
import { claimsWaiting, processesFigures } from "./process-desk.server.ts";
import { itemsNow, openRoundOf } from "./update-round.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { yearlyProgressOnDay } from "../plan/yearly-progress.server.ts";

/** How many rows a list of a desk shows before the link to the rest. */
const SHOWN = { ofMany: 7, ofFew: 5 };

/** Who looks at a desk, and how: `opened` is the list to show whole (`?tutte=`), `newsAfter` where their news begin. */
export type Visit = { user: User; at: Viewpoint; opened: string | null; newsAfter: number | null };

export type PlansOnDay = Awaited<ReturnType<typeof adoptedPlansOnDay>>;

export async function rtdDesk(plans: PlansOnDay, visit: Visit): Promise<RtdDeskFacts> {
  const plan = inForce(plans, visit);
  const { attention, ...overview } = await overviewOn(visit.at);
  const focus = plan.years.filter(({ status }) => status === "completed");
  return {
    plan: plan.plan.code,
    late: deskYears("in-ritardo", attention.late, visit),
    lateByPlan: plans
      .map((one) => ({
        plan: one.plan.code,
        late: attention.late.filter((late) => late.plan === one.plan.code).length,
      }))
      .filter(({ late }) => late > 0),
    neverUpdated: deskYears("mai-aggiornate", attention["never-updated"], visit),
    stale: deskYears("ferme", attention.stale, visit),
    unproven: { value: focus.filter(({ proven }) => !proven).length, of: focus.length },
    offices: overview.byOffice,
    notCarriedOver: short("da-riportare", overview.notCarriedOver, visit),
    withoutOwner: short("senza-responsabile", overview.withoutOwner, visit),
    unclear: short("da-chiarire", unclearActions(plans), visit),
    objectives: await objectivesFigures(visit.at),
    asks: visit.at.isOver ? null : await asksOfRtd(visit),
  };
}

/** What only today asks of the RTD: a past day has nothing to act on. */
async function asksOfRtd(visit: Visit): Promise<NonNullable<RtdDeskFacts["asks"]>> {
  return {
    contributions: await contributionsWaiting(visit),
    claims: await claimsWaiting(visit.at.day),
    monitoring: await openMonitoringSummary(),
    round: await roundState(visit),
    news: await newsOf(visit),
  };
}

export async function readerDesk(plans: PlansOnDay, visit: Visit): Promise<ReaderDeskFacts> {
  const plan = inForce(plans, visit);
  const { at } = visit;
  const { attention } = await overviewOn(at);
  const figures = await yearlyProgressOnDay(plan.plan, at);
  const where = (rows: typeof figures.byArea) =>
    concentrationOfLate(new Map(rows.map((row) => [row.name, row])));
  return {
    plan: plan.plan.code,
    at,
    focus: plan.rows.find((row) => row.year === yearOf(at.day)) ?? plan.rows.at(-1)!,
    rows: figures.byYear,
    total: figures.total,
    finding: findingOfYears(figures.byYear),
    where: { area: where(figures.byArea), office: where(figures.byOffice) },
    drawing: drawYears(figures.byYear),
    processes: await processesFigures(at),
    late: deskYears("in-ritardo", attention.late, visit),
    news: at.isOver ? null : await newsOf(visit),
  };
}

/** The plan in force among the adopted ones. */
export function inForce(plans: PlansOnDay, { at }: Pick<Visit, "at">) {
  const found = inForceAmong(
    plans.map(({ plan }) => plan),
    at.day,
  );
  return plans.find(({ plan }) => plan === found)!;
}

/** What asks for attention in all the adopted plans, whoever looks; computed once while nothing changes. */
function overviewOn(at: Viewpoint) {
  return whileUnchanged(
    ["sguardo d’insieme", at.day, at.isOver],
    async () => {
      const placed = placedYears(await adoptedPlansOnDay(at));
      const offices = await listOffices(db);
      const ceased = new Set(offices.filter((office) => !isActive(office, at.day)).map(({ code }) => code));
      const attention = attentionOf(placed);
      const rows = attentionByOffice(attention);
      const byOffice = offices.flatMap(({ code, name }) => {
        const row = rows.get(code);
        return row ? [{ code, name, ...row }] : [];
      });
      return {
        attention,
        byOffice,
        notCarriedOver: notCarriedOver(placed),
        withoutOwner: withoutOwner(placed, ceased),
      };
    },
    ({ attention }) => Object.values(attention).flat().length,
  );
}

export function deskYears(id: string, placed: readonly PlacedYear[], visit: Visit): Short<DeskYear> {
  const { rows, total } = short(id, placed, visit, SHOWN.ofMany);
  const wayOf = (one: PlacedYear) => (visit.at.isOver ? null : wayToUpdate(visit.user, one.actionYear));
  return { rows: rows.map((one) => ({ ...one, way: wayOf(one) })), total };
}

export function short<Row>(
  id: string,
  rows: readonly Row[],
  { opened }: Visit,
  limit = SHOWN.ofFew,
): Short<Row> {
  return { rows: opened === id ? [...rows] : rows.slice(0, limit), total: rows.length };
}

function unclearActions(plans: PlansOnDay) {
  return plans.flatMap(({ plan, actions }) =>
    actions
      .filter(({ unknownYearCount }) => unknownYearCount > 0)
      .map(({ code, title, unknownYearCount }) => ({ plan: plan.code, code, title, unknownYearCount })),
  );
}

/** What contributions propose and what offices claim, that only the RTD decides (R10). */
async function contributionsWaiting(visit: Visit): Promise<ContributionsWaiting> {
  const { proposals, claims } = await waitingNow(visit.at.day);
  const years = proposals.map(({ plan, action, actionYear, proposal }) => ({
    plan: plan.code,
    ...action,
    actionYear,
    proposal: proposal!,
  }));
  return { proposals: short("contributi", years, visit), claims: claims.length };
}

/** The same for all who ask, read anew when something changed. */
export function waitingNow(day: Day) {
  return whileUnchanged(["contributi in attesa", day], () => waitingContributions(db, asOfNow(day)));
}

export async function roundState({ user }: Visit): Promise<RoundState> {
  const round = await openRoundOf(user);
  return {
    waiting: (await itemsNow(user)).length,
    open: round && round.left.length > 0 ? { left: round.left.length, total: round.items.length } : null,
  };
}

/** What others recorded since the last visit; on the first, the latest few. Whoever answers for offices is told of theirs. */
export async function newsOf(
  { user, at, newsAfter, opened }: Visit,
  offices?: readonly string[],
): Promise<News> {
  const isFirstVisit = newsAfter === null;
  const limit = opened === "novita" && !isFirstVisit ? -1 : SHOWN.ofMany;
  const rows = await listNews(db, { day: at.day, after: newsAfter, by: user.id, offices, limit });
  return { rows, total: isFirstVisit ? rows.length : (rows[0]?.of ?? 0), isFirstVisit };
}
