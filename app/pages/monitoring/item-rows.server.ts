import { asOfNow, type Day, dayInRome } from "#app/domain/days.ts";
import type { ItemAnswer } from "#app/domain/monitoring/answers.ts";
import { stepAddend } from "#app/domain/objective/objective-progress.ts";
import type { StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { stepStanding } from "#app/domain/objective/step-standing.ts";
import { contributionAddress, planActionAddress, statusAddress } from "#app/addresses.ts";
import { objectiveAddress, stepReportAddress, withRound } from "#app/objective-addresses.ts";
import type { MonitoringRow } from "#db/monitoring/monitorings.ts";
import type { StandingItem } from "./read-standing.server.ts";

/** An item as a page draws it: what it is of, how that stands, what its office answered, and where it is changed. */
export type ItemRow = {
  id: number;
  office: string;
  seen: string;
  answer: ItemAnswer & { on: string | null };
  name: string;
  title: string;
  address: string;
  changeAddress: string | null;
  /** What it is listed under: the action, or the objective. */
  group: { name: string; title: string; address: string };
  isLate: boolean;
  /** What stands of an annualità, by who updates it; of a step, how it is measured. */
  year: ReturnType<typeof yearOf>;
  step: ReturnType<typeof stepOf>;
  /** False where its office must first say something: a contribution that it never reported. */
  isConfirmable: boolean;
};

export function itemRowOf(item: StandingItem): ItemRow {
  const { answer, office, part } = item;
  return {
    id: item.id,
    office,
    seen: item.seen,
    answer: { ...answer, on: answer.at && dayInRome(answer.at) },
    ...placeOf(item),
    changeAddress: changeAddressOf(item),
    group: groupOf(item),
    isLate: isItemLate(item),
    year: yearOf(item),
    step: stepOf(item),
    isConfirmable: answer.state === "waiting" && (answer.way !== "contribution" || part !== null),
  };
}

function placeOf(item: StandingItem) {
  const { plan, action, year, placed, objective, step, step_code, planned } = item;
  if (plan !== null && action !== null && year !== null)
    return {
      name: `${action}, ${year}`,
      title: placed?.title ?? "",
      address: `${planActionAddress(plan, action)}#anno-${year}`,
    };
  return {
    name: `${objective}, punto ${stepName({ ordinal: step!, code_as_written: step_code })}`,
    title: planned?.step.text ?? "",
    address: stepReportAddress(objective!, step!),
  };
}

/** Where its office changes it: an address that leads back to the round. */
function changeAddressOf({ monitoring_id, office, answer, ...of }: StandingItem): string | null {
  if (answer.way === null) return null;
  const address = {
    status: () => statusAddress(of.plan!, of.action!, of.year!),
    contribution: () => contributionAddress(of.plan!, of.action!, of.year!, office),
    step: () => stepReportAddress(of.objective!, of.step!),
  }[answer.way]();
  return withRound(address, `${monitoring_id}.${office}`);
}

function groupOf({ plan, action, placed, objective, planned }: StandingItem) {
  if (plan !== null && action !== null)
    return { name: action, title: placed?.title ?? "", address: planActionAddress(plan, action) };
  return {
    name: objective!,
    title: planned?.objective.title ?? "",
    address: objectiveAddress(objective!),
  };
}

function isItemLate({ placed, planned, on }: StandingItem): boolean {
  if (planned !== null) return stepStanding(planned.step, asOfNow(on)) === "late";
  return placed?.actionYear.situation === "late";
}

function yearOf({ plan, placed, part }: StandingItem) {
  if (plan === null) return null;
  return {
    plan,
    actionYear: placed?.actionYear ?? null,
    part: part && { status: part.status, progress: part.progress, effectiveOn: part.effective_on },
  };
}

function stepOf({ planned, answer, on }: StandingItem) {
  if (planned === null) return null;
  const { objective, step } = planned;
  return {
    objective: { code: objective.code, title: objective.title, address: objectiveAddress(objective.code) },
    planned: step.planned_as_written,
    measure: measureOf(step, on),
    reports: step.reports.length,
    lastReport: step.reports.at(-1)?.effective_on ?? null,
    answered: answeredBy(step, answer),
  };
}

/** The effettivo that an office answered with, or the one that was put in its place; null where it was withdrawn. */
function answeredBy({ reports }: StepOnDay, { report: id }: ItemAnswer) {
  if (id === null) return null;
  const found = reports.find((one) => one.id === id || one.replaces_id === id);
  return found ? { on: found.effective_on, text: found.text, progress: found.progress } : null;
}

function measureOf(step: StepOnDay, on: Day) {
  const addend = stepAddend(step, asOfNow(on));
  if (step.measure.kind === "periods")
    return { kind: "periods" as const, every: step.measure.every, ...addend!.done };
  if (step.measure.kind === "due")
    return { kind: "due" as const, dueOn: step.measure.dueOn, done: addend!.done.parts };
  return { kind: "continuous" as const };
}

/** A round as its pages tell it: days instead of moments, nobody's id. */
export function toldRound(round: MonitoringRow) {
  return {
    id: round.id,
    title: round.title,
    lookedAtOn: round.looked_at_on,
    dueOn: round.due_on,
    note: round.note,
    openedOn: dayInRome(round.recorded_at),
    closedOn: round.closed_at && dayInRome(round.closed_at),
    closingNote: round.closing_note,
  };
}
