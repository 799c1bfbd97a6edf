import { dayInRome } from "#app/domain/days.ts";
import type { NewLink } from "#app/domain/objective/link-decisions.ts";
import type { Author } from "../chain.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { endRows, opened } from "../plan-action/plan-action-life.ts";

/** What makes a link the same one, whoever makes it and how often. */
export type LinkIdentity = Pick<NewLink, "objectiveId" | "planActionId" | "actionYearId">;

/** A link as it was last written, with the edit that opened it and, where it was undone, the one that closed it. */
export type WrittenLink = NonNullable<Awaited<ReturnType<typeof findLink>>>;

export type LinkOutcome =
  | { recorded: true; link: number; edit: number }
  /** Somebody else made the same link meanwhile. */
  | { recorded: false; standing: WrittenLink };

export type UnlinkOutcome = { recorded: true; edit: number } | { recorded: false };

/** A link by its id, standing or undone, as it was last written. */
export function findLink(db: Db, id: number) {
  return lastVersions(db).where("link.id", "=", id).executeTakeFirst();
}

/** The link that two ends have, if it stands. */
export function findStandingLink(db: Db, { objectiveId, planActionId, actionYearId }: LinkIdentity) {
  return lastVersions(db)
    .where("link.objective_id", "=", objectiveId)
    .where("link.plan_action_id", "=", planActionId)
    .where("link.action_year_id", "is", actionYearId)
    .where("version.held_until_on", "is", null)
    .executeTakeFirst();
}

/** The link that an edit made or undid. */
export function findLinkOfEdit(db: Db, edit: number) {
  return lastVersions(db)
    .where((eb) =>
      eb.or([eb("version.opened_by_edit_id", "=", edit), eb("version.closed_by_edit_id", "=", edit)]),
    )
    .executeTakeFirst();
}

/** The last edit of all: a link that came after it was not there when a form was drawn. */
export async function findLastEdit(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom("edit")
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Records a link from today, with an edit. One undone before begins a new life: its identity stays. Nothing is written where it stands already. */
export function recordLink(db: Db, link: NewLink, by: Author): Promise<LinkOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const standing = await findStandingLink(tx, link);
    if (standing) return { recorded: false, standing };
    const edit = await insertEdit(tx, { by, reason: link.rationale, act: null });
    const id = (await findIdentity(tx, link)) ?? (await insertIdentity(tx, link));
    const { rationale, weight } = link;
    const life = opened({ tx, edit, inPlace: false, on: dayInRome(by.at) });
    await tx
      .insertInto("objective_link_version")
      .values({ objective_link_id: id, rationale, weight, ...life })
      .execute();
    return { recorded: true, link: id, edit };
  });
}

/** Undoes a link from today, if it stands as the person saw it: `version`, the row of its life. */
export function recordUnlink(db: Db, { version }: { version: number }, why: Edit): Promise<UnlinkOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom("objective_link_version")
      .select("held_until_on")
      .where("id", "=", version)
      .executeTakeFirst();
    if (row?.held_until_on !== null) return { recorded: false };
    const edit = await insertEdit(tx, why);
    await endRows({ tx, edit, inPlace: false, on: dayInRome(why.by.at) }, "objective_link_version", [
      version,
    ]);
    return { recorded: true, edit };
  });
}

function lastVersions(db: Db) {
  return db
    .selectFrom("objective_link as link")
    .innerJoin("objective_link_version as version", (join) =>
      join.onRef("version.objective_link_id", "=", "link.id").on("version.id", "=", (eb) =>
        eb
          .selectFrom("objective_link_version as last")
          .select((inner) => inner.fn.max("last.id").as("id"))
          .whereRef("last.objective_link_id", "=", "link.id"),
      ),
    )
    .innerJoin("edit", "edit.id", "version.opened_by_edit_id")
    .innerJoin("objective", "objective.id", "link.objective_id")
    .innerJoin("plan_action", "plan_action.id", "link.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year", "action_year.id", "link.action_year_id")
    .select([
      "link.id",
      "link.objective_id",
      "link.plan_action_id",
      "objective.code as objective",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "version.id as version",
      "version.rationale",
      "version.weight",
      "version.held_from_on",
      "version.held_until_on",
      "version.opened_by_edit_id",
      "version.closed_by_edit_id",
      "edit.author_id",
    ]);
}

async function findIdentity(tx: Db, { objectiveId, planActionId, actionYearId }: LinkIdentity) {
  const row = await tx
    .selectFrom("objective_link")
    .select("id")
    .where("objective_id", "=", objectiveId)
    .where("plan_action_id", "=", planActionId)
    .where("action_year_id", "is", actionYearId)
    .executeTakeFirst();
  return row?.id;
}

async function insertIdentity(tx: Db, { objectiveId, planActionId, actionYearId }: LinkIdentity) {
  const { id } = await tx
    .insertInto("objective_link")
    .values({ objective_id: objectiveId, plan_action_id: planActionId, action_year_id: actionYearId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
