import type { Day } from "#app/domain/days.ts";
import { areaChangesOf } from "#app/domain/edit/area-edits.ts";
import type { LineOfVariation } from "#app/domain/variation/line-variations.ts";
import type { VariationFacts } from "#app/domain/variation/variations.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import { listEdits } from "../edits.ts";
import { heldOn, inForce } from "../life.ts";
import type { Db } from "../open.ts";
import { areaTitleOn, listAreas, listEditedAreas, listFormerTitles } from "../plan/areas.ts";
import { listTouchedLives } from "./touched-lives.ts";

/**
 * What the variations of a plan are told from (R12), all that is known now, with the names of a day: a handful of queries, however
 * many actions the plan has.
 */
export async function listVariationFacts(
  db: Db,
  plan: { id: number; code: string; adopted_on: Day | null },
  day: Day,
): Promise<VariationFacts> {
  const { adopted_on } = plan;
  const none = { plan, actions: [], areas: [], lives: new Map(), edits: new Map(), lines: [] };
  if (adopted_on === null) return none;
  const lives = await listTouchedLives(db, { id: plan.id, adopted_on });
  const lines = await listLinesOfVariations(db, plan.id);
  const areas = await listChangedAreas(db, plan.id, day);
  const edits = await listEdits(db, [
    ...new Set([
      ...areas.flatMap(({ changes }) => changes.map(({ edit }) => edit)),
      ...[...lives.values()].flatMap((rows) =>
        Object.values(rows).flatMap(
          (ofKind: { opened_by_edit_id: number; closed_by_edit_id: number | null }[]) =>
            ofKind.flatMap((row) => [row.opened_by_edit_id, row.closed_by_edit_id ?? -1]),
        ),
      ),
    ]),
  ]);
  const involved = new Set([...lives.keys(), ...lines.map((line) => line.plan_action_id)]);
  return {
    plan,
    actions: (await listNamedActions(db, plan.id, day)).filter(({ id }) => involved.has(id)),
    areas,
    lives,
    edits: new Map(edits.map((edit) => [edit.id, edit])),
    lines,
  };
}

async function listChangedAreas(db: Db, planId: number, day: Day) {
  const [held, edited, former] = [
    await listAreas(db, planId, day),
    await listEditedAreas(db, planId),
    await listFormerTitles(db, planId),
  ];
  return held.map(({ id, code, title }) => ({
    code,
    title,
    changes: areaChangesOf(
      edited.find((area) => area.id === id)!,
      former,
    ),
  }));
}

async function listNamedActions(db: Db, planId: number, day: Day) {
  const rows = await db
    .selectFrom("plan_action")
    .innerJoin("plan_action_version as version", "version.plan_action_id", "plan_action.id")
    .innerJoin("area", "area.id", "version.area_id")
    .select(["plan_action.id", "plan_action.code", "version.title", "area.code as area_code"])
    .select(areaTitleOn(day).as("area_title"))
    .where("plan_action.plan_id", "=", planId)
    .where(heldOn("version", day))
    .execute();
  return rows.map(({ id, code, title, area_code, area_title }) => ({
    ...{ id, code, title },
    area: { code: area_code, title: area_title },
  }));
}

/** The lines that drop an annualità, reschedule it or take either back, as far as no rettifica has replaced them. */
async function listLinesOfVariations(db: Db, planId: number): Promise<LineOfVariation[]> {
  const rows = await db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .leftJoin("plan_action as target_action", "target_action.id", "target.plan_action_id")
    .leftJoin("plan as target_plan", "target_plan.id", "target_action.plan_id")
    .leftJoin("office", "office.id", "line.author_office_id")
    .select(["line.sequence", "line.place", "line.from_status", "line.to_status"])
    .select(["line.effective_on", "line.recorded_at", "line.author_role", "line.reason", "line.evidence"])
    .select(["action_year.plan_action_id", "line.action_year_id", "action_year.year"])
    .select([
      "target_plan.code as target_plan",
      "target_action.code as target_code",
      "target.year as target_year",
    ])
    .select("office.name as author_office")
    .where("plan_action.plan_id", "=", planId)
    .whereRef("line.from_status", "<>", "line.to_status")
    .where((eb) => eb.or([eb("line.from_status", "in", CLOSING), eb("line.to_status", "in", CLOSING)]))
    .where(inForce("line"))
    .orderBy("line.sequence")
    .execute();
  return rows.map(({ target_plan, target_code, target_year, evidence, ...line }) => ({
    ...line,
    evidence: evidence === null ? null : (JSON.parse(evidence) as Evidence),
    target:
      target_plan !== null && target_code !== null && target_year !== null
        ? { plan: target_plan, code: target_code, year: target_year }
        : null,
  }));
}

/** The statuses that take an annualità off its year. */
const CLOSING = ["cancelled", "rescheduled"] as const;
