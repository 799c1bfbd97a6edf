import { asOfNow, type Day } from "#app/domain/days.ts";
import { lastEditOf } from "#app/domain/edit/plan-action-history.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import type { DecidedClaim } from "#app/domain/unblock-claim/claim-decisions.ts";
import type { Level } from "#app/domain/level/levels.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import { recordContribution } from "#db/contribution/contribution-records.ts";
import type { Author } from "#db/chain.ts";
import { connection } from "#db/connection.server.ts";
import { migrate } from "#db/migrate.ts";
import type { Db } from "#db/open.ts";
import { recordAdoption } from "#db/plan/adoption.ts";
import { recordCarryOver } from "#db/plan/carry-over-records.ts";
import { readDraft, recordDraft } from "#db/plan/plan-drafts.ts";
import { recordPlanActionEdit } from "#db/plan-action/plan-action-edits.ts";
import { listLifeRows, type Writing } from "#db/plan-action/plan-action-life.ts";
import { writeYears } from "#db/plan-action/plan-action-years.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import { listStandingBlockers } from "#db/work-process/blocker-edits.ts";
import { recordProposal } from "#db/unblock-claim/claim-proposals.ts";
import { findLastClaimVersion, recordDecision } from "#db/unblock-claim/claim-records.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { recordProcessEdit } from "#db/work-process/process-edits.ts";
import { recordAnswer } from "#db/unblock-claim/turn-answers.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import { aNewLine, FROM_ADOPTION, insertPlan } from "./examples.ts";
import { CONTINUING, insertNextPlan, NEXT_PLAN } from "./next-plan.ts";
import { insertWorkProcess } from "./work-processes.ts";

// Every write that may alter a level, each as the program makes it, on the base of `insertTurningBase`.

function theRtd(day: Day): Author {
  return { id: "4f7c", role: "rtd", officeId: null, at: `${day}T10:00:00.000Z` };
}

/**
 * 4.3.6 of two plans, all completed on 1/3/2024, and 4.9.9 which is not; five processes, each with one blocker and a confirmed claim
 * on it (both with the id of the process): on 4.3.6 of the first plan, of the second, of 2022 alone, on 4.9.9, and one that reduces.
 */
export async function insertTurningBase(db: Db): Promise<void> {
  await insertPlan(db);
  await insertNextPlan(db);
  for (const plan_action_id of [436, 2436, 2499])
    await db
      .insertInto("plan_action_version")
      .values({
        plan_action_id,
        area_id: 1,
        title: "Azione",
        weight: 1,
        unknown_year_count: 0,
        ...FROM_ADOPTION,
      })
      .execute();
  for (const id of [1, 2, 3, 4, 5]) {
    await insertWorkProcess(db, { id, code: `P-${id}`, blockers: [{ id }] });
    const yearIds = id === 3 ? [2022] : [];
    await recordProposal(
      db,
      {
        blockerId: id,
        proposal: {
          actions: [{ planActionId: { 2: 2436, 4: 2499 }[id] ?? 436, yearIds }],
          effect: id === 5 ? "partial" : "full",
          confidence: "high",
          rationale: "prova",
        },
        source: "prova",
        by: theRtd("2024-02-05"),
      },
      { version: id, lastClaim: 0 },
    );
    await decide(db, id, { state: "confirmed", effect: id === 5 ? "partial" : "full" }, "2024-02-05");
  }
}

/** What is completed at the beginning. */
export async function completeAll(db: Db): Promise<void> {
  for (const year of [2021, 2022, 2023, ...Object.values(CONTINUING)])
    await writeLine(db, year, "completed", "2024-03-01");
}

/** A line on an annualità; `around`: where it is a rettifica, or moves to another year. */
export async function writeLine(
  db: Db,
  actionYearId: number,
  to: "in-progress" | "completed" | "rescheduled" | "cancelled",
  day: Day,
  { targetYear = null, replaces = null }: { targetYear?: number | null; replaces?: number | null } = {},
): Promise<void> {
  const change = {
    to,
    progress: to === "completed" ? 100 : 40,
    effectiveOn: day,
    targetYear,
    reason: "prova",
  };
  const sequence = (await findLastLine(db, actionYearId))?.sequence ?? 0;
  const outcome = await recordLine(db, aNewLine(actionYearId, change, { replaces }), {
    sequence,
    targetSequence: 0,
  });
  expectRecorded(outcome);
}

/** A rettifica: the last line of an annualità said another status. */
export async function correct(db: Db, actionYearId: number, to: "in-progress", day: Day): Promise<void> {
  const { sequence } = (await findLastLine(db, actionYearId))!;
  await writeLine(db, actionYearId, to, day, { replaces: sequence });
}

/** Both offices of 4.3.6/2022 say that it is completed, and the RTD takes that over. */
export async function report(db: Db, day: Day): Promise<void> {
  for (const office of [3, 4]) {
    const contribution = {
      status: "completed",
      progress: 100,
      effectiveOn: day,
      evidence: null,
      note: "",
    } as const;
    const by = { ...theRtd(day), role: "dirigente", officeId: office, id: `dirigente-${office}` } as const;
    const entry = { action_year_id: 2022, office: `settore-${office}`, contribution, by };
    expectRecorded(await recordContribution(db, entry, { last: 0 }));
  }
}

/** The clock of the pages asks the connection's own database what day it is: that is made first, and left empty. */
export async function takeOverAll(db: Db, today: Day): Promise<void> {
  await migrate(connection);
  const { offerOf, takeOver } = await import("#app/pages/contribution/takeover.server.ts");
  const { reportedYears } = await import("#app/pages/contribution/contributions.server.ts");
  const rows = await listContributions(db, { actionYearIds: [2022] }, today);
  const tokens = (await reportedYears(db, rows, asOfNow(today))).flatMap(
    (year) => offerOf(year, today)?.token ?? [],
  );
  const outcome = await takeOver(db, tokens, { by: theRtd(today), today });
  expectRecorded({ recorded: outcome.ok && outcome.taken.length === 1 });
}

/** 4.3.6/2023 goes into 2026 of the action that continues it, which is given that year. */
export async function carryOver(db: Db, day: Day, today: Day): Promise<void> {
  const change = { to: "rescheduled", targetYear: 2026, reason: "prova", effectiveOn: day } as const;
  const line = { ...aNewLine(2023, change), by: theRtd(today) };
  const place = { planId: NEXT_PLAN.id, headId: 436, headCode: "4.3.6", year: 2026, standingId: null };
  const expected = { sequence: (await findLastLine(db, 2023))!.sequence, targetSequence: 0 };
  const edit = { by: line.by, reason: "prova", act: null, today };
  expectRecorded(await recordCarryOver(db, place, line, { edit, expected, undo: null }));
}

/** Opens the plan 2027-2029, which goes on from 4.3.6 and is to take 2023 over into 2027. */
export async function openDraft(db: Db, today: Day): Promise<void> {
  const plan = { code: "2027-2029", title: "Piano", first_year: 2027, last_year: 2029, source: "prova" };
  const continuations = [{ continuesId: 2436, code: "4.3.6", years: [{ year: 2027, sources: [2023] }] }];
  const edit = { by: theRtd(today), reason: "", act: null, today };
  expectRecorded(await recordDraft(db, { plan, areasOf: null, continuations }, edit));
}

export async function adopt(db: Db, today: Day): Promise<void> {
  const { id: planId } = await db
    .selectFrom("plan")
    .select("id")
    .where("adopted_on", "is", null)
    .executeTakeFirstOrThrow();
  const act = { organ: "Giunta comunale", number: "140", on: today };
  const { stamp, carryOvers } = await readDraft(db, planId, today);
  const change = { to: "rescheduled", targetYear: 2027, reason: "prova", effectiveOn: today } as const;
  const lines = carryOvers.map(({ source_id, target_id, last_sequence }) => ({
    line: { ...aNewLine(source_id, change), carriedTo: target_id },
    sequence: last_sequence,
  }));
  const adoption = { planId, act, adoptedOn: today, stamp, today, lines };
  expectRecorded(await recordAdoption(db, adoption, { by: theRtd(today), act, reason: "adozione" }));
}

/** The annualità of a year of an action that a test did not make itself. */
export async function yearOfNewest(db: Db, year: number): Promise<number> {
  const { id } = await db
    .selectFrom("action_year")
    .select("id")
    .where("year", "=", year)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return id;
}

/** The years form: a year more for an action. */
export async function addYear(db: Db, planActionId: number, year: number, today: Day): Promise<void> {
  const change = { added: [{ year, dueOn: null }], removed: [], moved: [], unknownYearCount: 0 };
  const expected = lastEditOf(await listLifeRows(db, planActionId));
  const edit = { by: theRtd(today), reason: "variazione", act: null };
  const outcome = await recordPlanActionEdit(db, { planActionId, expected, today }, edit, (writing) =>
    writeYears(writing, planActionId, change, []),
  );
  expectRecorded(outcome);
}

export async function decide(db: Db, claimId: number, decided: DecidedClaim, day: Day): Promise<void> {
  const { id: version, work_process_id } = await findLastClaimVersion(db, claimId);
  const [blocker] = await listStandingBlockers(db, work_process_id);
  const expected = { version, blocker: blocker!.version_id };
  expectRecorded(await recordDecision(db, { claimId, decided, reason: "prova", by: theRtd(day) }, expected));
}

/** The office contests the last turn of a process, and with it the claim of the same number. */
export async function contest(db: Db, processId: number, day: Day): Promise<void> {
  const [last] = await listTurns(db, { processIds: [processId] });
  const by = { ...theRtd(day), role: "dirigente", officeId: 4, id: "9a0b" } as const;
  const entry = {
    turnId: last!.id,
    answer: "contested",
    suspended: [processId],
    reason: "non è così",
    by,
  } as const;
  expectRecorded(await recordAnswer(db, entry, last!.id));
}

type StandingBlocker = Awaited<ReturnType<typeof listStandingBlockers>>[number];

/** An edit of a process, given its first blocker. */
export async function editBlockers(
  db: Db,
  processId: number,
  today: Day,
  write: (writing: Writing, blocker: StandingBlocker) => Promise<void>,
): Promise<void> {
  const [blocker] = await listStandingBlockers(db, processId);
  const target = { processId, today, isAsSeen: () => Promise.resolve(true) };
  const edit = { by: theRtd(today), reason: "prova", act: null };
  expectRecorded(await recordProcessEdit(db, target, edit, (writing) => write(writing, blocker!)));
}

/** The levels of all processes on a day, by id. */
export async function levelsOn(db: Db, day: Day): Promise<Map<number, Level>> {
  const facts = await listMapFacts(db);
  const actions = facts.claimActions.map(({ plan_action_id }) => plan_action_id);
  const processes = smartabilityAt(facts, workAt(await listWorkFacts(db, actions), asOfNow(day)));
  return new Map(processes.map(({ id, level }) => [id, level]));
}

function expectRecorded({ recorded }: { recorded: boolean }): void {
  if (!recorded) throw new Error("nothing was recorded");
}
