import type { DecidedReport } from "#app/domain/objective/step-report-decisions.ts";
import { canonicalJson } from "#app/domain/history-chain.ts";
import { authoredBy } from "../authored.ts";
import type { Db } from "../open.ts";
import { type AddedOutcome, recordAdded } from "./added-rows.ts";
import { isStillTheirs, type Keeping } from "./keeping.ts";

/** The step that something is reported of. `version`: the row of its words that the person saw; null where only what was reported is taken away. */
type ReportedStep = { id: number; version: number | null };

export type NewReport = {
  step: ReportedStep;
  report: DecidedReport;
  /** Of a rettifica: the one that it stands in the place of, and why. */
  replaces: { id: number; reason: string } | null;
};

/** Records an effettivo (R9). `last`: the last report of its step that the form was built from; 0 for none. */
export function recordStepReport(
  db: Db,
  { step, report, replaces }: NewReport,
  { keeping, last }: { keeping: Keeping; last: number },
): Promise<AddedOutcome> {
  return addReport(db, {
    step,
    keeping,
    last,
    content: {
      effective_on: report.effectiveOn,
      text: report.text,
      evidence: report.evidence && canonicalJson(report.evidence),
      progress: report.progress,
      covers_from_on: report.covers?.from ?? null,
      covers_until_on: report.covers?.until ?? null,
      occurrences: report.occurrences,
      replaces_id: replaces?.id ?? null,
      is_withdrawal: 0,
      reason: replaces?.reason ?? null,
    },
  });
}

/** Records that an effettivo is taken away, and why: a row that says nothing else, on the day of the one that it takes away. */
export function recordWithdrawal(
  db: Db,
  {
    step,
    withdrawn,
    reason,
  }: { step: ReportedStep; withdrawn: { id: number; effective_on: string }; reason: string },
  { keeping, last }: { keeping: Keeping; last: number },
): Promise<AddedOutcome> {
  const nothing = {
    evidence: null,
    progress: null,
    covers_from_on: null,
    covers_until_on: null,
    occurrences: null,
  };
  const { id: replaces_id, effective_on } = withdrawn;
  const content = { ...nothing, effective_on, text: "", replaces_id, is_withdrawal: 1, reason } as const;
  return addReport(db, { step, keeping, last, content });
}

type Content = {
  effective_on: string;
  text: string;
  evidence: string | null;
  progress: number | null;
  covers_from_on: string | null;
  covers_until_on: string | null;
  occurrences: number | null;
  replaces_id: number | null;
  is_withdrawal: 0 | 1;
  reason: string | null;
};

function addReport(
  db: Db,
  { step, keeping, last, content }: { step: ReportedStep; keeping: Keeping; last: number; content: Content },
): Promise<AddedOutcome> {
  const { by } = keeping;
  return recordAdded<Content>(db, {
    last,
    by,
    content,
    listLast: (tx) =>
      tx
        .selectFrom("step_report")
        .selectAll()
        .where("objective_step_id", "=", step.id)
        .orderBy("id", "desc")
        .limit(2)
        .execute(),
    moved: async (tx) => {
      if (!(await isStillTheirs(tx, keeping))) return "hands";
      return (await isWordedAsSeen(tx, step)) ? undefined : "gone";
    },
    insert: async (tx) =>
      tx
        .insertInto("step_report")
        .values({ objective_step_id: step.id, ...content, ...(await authoredBy(tx, by)) })
        .returning("id")
        .executeTakeFirstOrThrow(),
  });
}

/** What a step said, and what was planned of it, from the first row to the last; `held_until_on` null: as it stands. */
export function listStepWordings(db: Db, stepId: number) {
  return db
    .selectFrom("objective_step_version")
    .select(["id", "text", "planned_as_written as planned", "held_until_on"])
    .where("objective_step_id", "=", stepId)
    .orderBy("id")
    .execute();
}

/** True while a step stands in the words that the person saw, whose programmato its measure is read from; of its weight they are told nothing. */
export async function isWordedAsSeen(db: Db, { id, version }: ReportedStep): Promise<boolean> {
  const wordings = await listStepWordings(db, id);
  const standing = wordings.find(({ held_until_on }) => held_until_on === null);
  const seen = version === null ? standing : wordings.find((one) => one.id === version);
  return seen !== undefined && seen.text === standing?.text && seen.planned === standing.planned;
}

/** Every report of a step, those replaced and withdrawn too, in the order of recording. */
export function listReportsOf(db: Db, stepId: number) {
  return db
    .selectFrom("step_report as report")
    .leftJoin("office", "office.id", "report.author_office_id")
    .selectAll("report")
    .select(["office.name as author_office", "office.code as author_office_code"])
    .where("report.objective_step_id", "=", stepId)
    .orderBy("report.id")
    .execute();
}
