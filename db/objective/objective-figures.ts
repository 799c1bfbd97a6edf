import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import { authoredBy } from "../authored.ts";
import type { Act } from "../edits.ts";
import type { Db } from "../open.ts";
import { type AddedOutcome, recordAdded } from "./added-rows.ts";
import { isStillTheirs, type Keeping } from "./keeping.ts";

/** What is said of an objective beside what is computed; a percent of null takes back what was said before. */
export type NewFigure = {
  kind: FigureKind;
  percent: number | null;
  effectiveOn: Day;
  reason: string;
  act: Act | null;
  /** Of a rettifica: the figure that it stands in the place of. */
  replaces: number | null;
};

export type WrittenFigure = Awaited<ReturnType<typeof listFiguresOf>>[number];

/** Every figure of a kind recorded of an objective, those replaced too, newest first, whatever day they are of. */
export function listFiguresOf(db: Db, objectiveId: number, kind: FigureKind) {
  return db
    .selectFrom("objective_figure as figure")
    .leftJoin("office", "office.id", "figure.author_office_id")
    .selectAll("figure")
    .select("office.name as author_office")
    .where("figure.objective_id", "=", objectiveId)
    .where("figure.kind", "=", kind)
    .orderBy("figure.id", "desc")
    .execute();
}

/** Records a figure (R9). `last`: the last one of its kind that the form was built from; 0 for none. */
export function recordFigure(
  db: Db,
  { kind, percent, effectiveOn, reason, act, replaces }: NewFigure,
  { keeping, last }: { keeping: Keeping; last: number },
): Promise<AddedOutcome> {
  const { objectiveId, by } = keeping;
  const said = { percent, effective_on: effectiveOn, reason };
  const content = {
    ...said,
    act_organ: act?.organ ?? null,
    act_number: act?.number ?? null,
    act_on: act?.on ?? null,
    replaces_id: replaces,
  };
  return recordAdded(db, {
    last,
    by,
    content,
    listLast: (tx) => listFiguresOf(tx, objectiveId, kind),
    moved: async (tx) => ((await isStillTheirs(tx, keeping)) ? undefined : "hands"),
    insert: async (tx) =>
      tx
        .insertInto("objective_figure")
        .values({ objective_id: objectiveId, kind, ...content, ...(await authoredBy(tx, by)) })
        .returning("id")
        .executeTakeFirstOrThrow(),
  });
}
