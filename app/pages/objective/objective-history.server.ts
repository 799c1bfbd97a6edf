import type { Told, ToldEntry } from "#app/components/objective/objective-story.tsx";
import { type Day, dayInRome } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { objectiveEdits } from "#app/domain/objective/objective-history.ts";
import type { IndicatorOnDay } from "#app/domain/objective/indicators.ts";
import type { FigureFact, ObjectiveFacts, WrittenReport } from "#app/domain/objective/objectives-on-day.ts";
import { changesWords } from "#app/objective-edit-sentences.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import type { listObjectiveNotes } from "#db/objective/objective-notes.ts";
import { listStepConfirmations } from "#db/objective/step-confirmations.ts";
import { listObjectiveRows } from "#db/objective/objective-rows.ts";
import { toldReport } from "./told-steps.server.ts";

type Notes = Awaited<ReturnType<typeof listObjectiveNotes>>;

/** All that happened to an objective until a day, newest first: what was edited, reported, read, said of it. */
export async function objectiveStory(
  objectiveId: number,
  { facts, notes, indicators }: { facts: ObjectiveFacts; notes: Notes; indicators: IndicatorOnDay[] },
  until: Day,
): Promise<ToldEntry[]> {
  const steps = new Map(
    facts.steps.filter((one) => one.objective_id === objectiveId).map((step) => [step.id, step]),
  );
  const nameOf = (id: number) => stepName(steps.get(id)!);
  const reports = facts.reports.filter((one) => steps.has(one.objective_step_id));
  const figures = facts.figures.filter((one) => one.objective_id === objectiveId);
  const entries: ToldEntry[] = [
    ...(await editEntries(objectiveId)),
    ...reportEntries(reports, nameOf),
    ...figures.map((one) => figureEntry(one, figures)),
    ...(await confirmationEntries(objectiveId)),
    ...indicators.flatMap(readingEntries),
    ...notes.map((note) => ({
      kind: "note" as const,
      ...authored(note),
      on: dayInRome(note.recorded_at),
      id: note.id,
      text: note.text,
    })),
  ];
  return entries.filter(({ on }) => on <= until).sort(newestFirst);
}

async function editEntries(objectiveId: number): Promise<ToldEntry[]> {
  const edits = objectiveEdits(await listObjectiveRows(db, objectiveId));
  const made = await listEdits(
    db,
    edits.map(({ edit }) => edit),
  );
  const grounds = new Map(made.map((one) => [one.id, one]));
  return edits.map(({ edit, on, changes }) => {
    const { recorded_at, author_role, author_office, reason, act_organ, act_number, act_on } =
      grounds.get(edit)!;
    const act = act_organ === null ? null : { organ: act_organ, number: act_number!, on: act_on! };
    return {
      kind: "edit",
      on,
      words: changesWords(changes),
      edit: { edit, recorded_at, author_role, author_office, reason, act },
      recorded_at,
    };
  });
}

/** What replaced a report, or took it away, is an entry of its own; the report stays, struck through. */
function reportEntries(reports: readonly WrittenReport[], stepOf: (id: number) => string): ToldEntry[] {
  const replacing = new Map(
    reports.flatMap((one) => (one.replaces_id === null ? [] : [[one.replaces_id, one] as const])),
  );
  return reports.map((report) => {
    const by = replacing.get(report.id);
    return {
      kind: "report",
      on: report.effective_on,
      recorded_at: report.recorded_at,
      step: stepOf(report.objective_step_id),
      report: toldReport(report),
      became: by === undefined ? null : by.is_withdrawal === 1 ? "withdrawn" : "replaced",
      does: report.replaces_id === null ? null : report.is_withdrawal === 1 ? "withdraws" : "replaces",
      reason: report.reason,
    };
  });
}

/** As much of a moment as tells the minute: "2026-10-15T09:30". */
const MINUTE = 16;

/** What an office confirmed at once is one entry: fifty points are confirmed together. */
async function confirmationEntries(objectiveId: number): Promise<ToldEntry[]> {
  const confirmations = await listStepConfirmations(db, objectiveId);
  const atOnce = groupBy(confirmations, (one) =>
    [one.round, one.recorded_at.slice(0, MINUTE), one.author_office, one.note].join("\n"),
  );
  return [...atOnce.values()].map((those) => {
    const { id, round, note } = those[0]!;
    const told = authored(those[0]!);
    const steps = those.map(stepName);
    return { kind: "confirmation", ...told, on: dayInRome(told.recorded_at), id, round, steps, note };
  });
}

/** A figure that was put right stays, struck through; what puts it right is an entry of its own. */
function figureEntry(figure: FigureFact, all: readonly FigureFact[]): ToldEntry {
  const { act_organ, act_number, act_on } = figure;
  return {
    kind: "figure",
    ...authored(figure),
    on: figure.effective_on,
    id: figure.id,
    figure: figure.kind,
    percent: figure.percent,
    reason: figure.reason,
    act: act_organ === null ? null : { organ: act_organ, number: act_number!, on: act_on! },
    isReplaced: all.some(({ replaces_id }) => replaces_id === figure.id),
    isCorrection: figure.replaces_id !== null,
  };
}

function readingEntries({ name, unit, readings }: IndicatorOnDay): ToldEntry[] {
  return readings.map((reading) => ({
    kind: "reading",
    ...authored(reading),
    on: reading.effective_on,
    id: reading.id,
    indicator: name,
    unit,
    value: reading.value,
    note: reading.note,
  }));
}

function authored({ recorded_at, author_role, author_office }: Told): Told {
  return { recorded_at, author_role, author_office };
}

function newestFirst(a: ToldEntry, b: ToldEntry): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return a.recorded_at < b.recorded_at ? 1 : a.recorded_at > b.recorded_at ? -1 : 0;
}
