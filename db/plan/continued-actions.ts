import { groupBy } from "#app/domain/grouping.ts";
import { isSameSet } from "#app/domain/edit/plan-action-edits.ts";
import type { Day } from "#app/domain/days.ts";
import { officesNamedBy, responsiblesFrom } from "#app/domain/edit/plan-action-responsibles.ts";
import { listOfficeGroups, listOffices } from "../office/offices.ts";
import type { Db } from "../open.ts";
import { makePlace, WRITTEN_NOWHERE } from "../plan-action/plan-action-additions.ts";
import { insertVersion, writeNorms, writeThemes } from "../plan-action/plan-action-edits.ts";
import { listLifeRows, type Writing } from "../plan-action/plan-action-life.ts";
import { writeActionYearOffices, writeResponsibles } from "../plan-action/plan-action-responsibles.ts";
import { listActionYearOffices, listResponsibles } from "../plan-action/responsibles.ts";
import { writeYears } from "../plan-action/plan-action-years.ts";
import { insertArea, listEditedAreas } from "./areas.ts";

/**
 * Makes the action of a plan that continues another, as that stands: title, weight, themes, norms, responsibles and capofila,
 * an office that ceased since giving way to its successor. Its area is that of the same code, copied where the plan has none; its years come apart.
 */
export async function insertContinuation(
  writing: Writing,
  { continuesId, planId, code }: { continuesId: number; planId: number; code: string },
): Promise<number> {
  const { tx } = writing;
  const { id } = await tx
    .insertInto("plan_action")
    .values({
      ...WRITTEN_NOWHERE,
      ...{ plan_id: planId, code, ordinal: await makePlace(tx, planId, code), continues_id: continuesId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = await listLifeRows(tx, continuesId);
  const { area_id, title, weight } = standing(rows.versions)[0]!;
  const own = { area_id: await areaOf(writing, planId, area_id), title, weight, unknown_year_count: 0 };
  await insertVersion(writing, id, own);
  await writeThemes(
    writing,
    id,
    standing(rows.themes).map(({ theme }) => theme),
  );
  await writeNorms(
    writing,
    id,
    standing(rows.norms).map(({ norm }) => norm),
  );
  const responsibles = codesOf(standing(rows.responsibles));
  const lead = standing(rows.leads)[0]?.code ?? null;
  const organisation = await findOrganisation(tx);
  await writeResponsibles(writing, id, responsiblesFrom({ responsibles, lead }, organisation, writing.on));
  return id;
}

/** The annualità of a year of an action, planned by the edit, with the offices that answer for it (R10), if it was not. */
export async function ensureYear(writing: Writing, planActionId: number, year: number): Promise<number> {
  const { tx, on } = writing;
  const { years, versions, responsibles } = await listLifeRows(tx, planActionId);
  if (!standing(years).some((row) => row.year === year)) {
    const offices = await officesOf(tx, responsibles, on);
    const unknownYearCount = standing(versions)[0]!.unknown_year_count;
    const added = [{ year, dueOn: null }];
    await writeYears(writing, planActionId, { added, removed: [], moved: [], unknownYearCount }, offices);
  }
  const { id } = await tx
    .selectFrom("action_year")
    .select("id")
    .where("plan_action_id", "=", planActionId)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Writes down which offices answer for each planned annualità of a plan: those that its action names, as offices and groups stand
 * today (R10). All is read at once; only what is not written so already is written.
 */
export async function writeOfficesOfPlan(writing: Writing, planId: number, today: Day): Promise<void> {
  const { tx, on } = writing;
  const organisation = await findOrganisation(tx);
  const named = groupBy(await listResponsibles(tx, { planId }, on), (one) => one.plan_action_id);
  const held = groupBy(await listActionYearOffices(tx, { planId }, on), (one) => one.action_year_id);
  for (const year of await listPlannedYears(tx, planId)) {
    const asked = officesNamedBy(codesOf(named.get(year.plan_action_id) ?? []), organisation, today);
    if (!isSameSet(asked, codesOf(held.get(year.id) ?? [])))
      await writeActionYearOffices(writing, year.id, asked);
  }
}

function listPlannedYears(tx: Db, planId: number) {
  return tx
    .selectFrom("action_year_life as life")
    .innerJoin("action_year", "action_year.id", "life.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select(["action_year.id", "action_year.plan_action_id"])
    .where("plan_action.plan_id", "=", planId)
    .where("life.held_until_on", "is", null)
    .execute();
}

type Named = { code: string; held_until_on: string | null };

async function officesOf(tx: Db, responsibles: readonly Named[], day: Day): Promise<string[]> {
  return officesNamedBy(codesOf(standing(responsibles)), await findOrganisation(tx), day);
}

async function findOrganisation(tx: Db) {
  return { offices: await listOffices(tx), groups: await listOfficeGroups(tx) };
}

function codesOf(named: readonly { code: string }[]): string[] {
  return named.map(({ code }) => code);
}

/** The rows that no edit has ended. */
function standing<Row extends { held_until_on: string | null }>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.held_until_on === null);
}

/** The area of a plan with the code of another, copied by the edit where the plan has none. */
async function areaOf(writing: Writing, planId: number, areaId: number): Promise<number> {
  const { tx } = writing;
  const area = await tx
    .selectFrom("area")
    .select(["code", "title", "responsibles_as_written", "source"])
    .where("id", "=", areaId)
    .executeTakeFirstOrThrow();
  const own = await listEditedAreas(tx, planId);
  return own.find(({ code }) => code === area.code)?.id ?? insertArea(writing, planId, area);
}
