import type { ContributionStatus } from "../contribution/contributions.ts";
import { groupBy } from "../grouping.ts";
import type { Answerable, Role } from "../permissions.ts";
import { isOpen, type Status } from "../status/status-steps.ts";
import { spokenKey } from "./asked-items.ts";

/** How an item of a round stands; `withdrawn`: no longer to be confirmed, because what it is of was closed, moved or given to others. */
export type ItemState = "waiting" | "confirmed" | "changed" | "withdrawn";

/** How an office brings an item up to date (R10, R11): the status itself, its own contribution, the report of a step. */
export type ItemWay = "status" | "contribution" | "step";

/** An item as it was written down when the round opened. */
export type ItemFact = {
  id: number;
  office: string;
  action_year_id: number | null;
  objective_step_id: number | null;
};

/** What was said of an annualità: its status, or what an office reports of its part. */
export type Said = { status: Status | ContributionStatus; progress: number };

type Recorded = { recorded_at: string; author_id: string };
type Told = Said & Recorded & { has_evidence: 0 | 1 };
export type LineSince = Told & {
  action_year_id: number;
  author_role: Role;
  /** The office that the author signed with. */
  author_office: string | null;
};
export type PartSince = Told & { action_year_id: number; office: string };
export type ReportSince = Recorded & {
  id: number;
  objective_step_id: number;
  author_role: Role;
  author_office: string | null;
};
export type ConfirmationSince = Recorded & { monitoring_item_id: number };

/** What stood when a round opened (`before.parts` by `spokenKey`), what was recorded since, and what stands: up to now or, of a closed round, up to its closing. */
export type RoundFacts = {
  before: { years: ReadonlyMap<number, Said>; parts: ReadonlyMap<string, Said> };
  lines: readonly LineSince[];
  parts: readonly PartSince[];
  reports: readonly ReportSince[];
  confirmations: readonly ConfirmationSince[];
  years: ReadonlyMap<number, Answerable & { status: Status }>;
  steps: ReadonlyMap<number, { offices: readonly string[]; isDone: boolean }>;
  /** The offices that answer for an office: itself, and those above it (R11). */
  above: (office: string) => readonly string[];
};

/**
 * `from`, `to`: what stood and what stands by the office's last word, null of a step; `report`: of a step, its last; `by`: the opaque id of who
 * answered last.
 */
export type ItemAnswer = {
  state: ItemState;
  way: ItemWay | null;
  at: string | null;
  by: string | null;
  from: Said | null;
  to: Said | null;
  report: number | null;
};

/**
 * How each item of a round stands. Answered is what its office recorded something of since the round opened: a line of history where it
 * updates the status, a contribution of its own, the report of a step, or the confirmation that there is nothing new. What the RTD records is
 * not the office's word. Nothing new everywhere is a confirmation; a closed annualità that the office said nothing of is withdrawn.
 *
 *     // opened with 4.3.6/2025 in corso 40%; the capofila records in corso 60%: changed, from 40 to 60
 */
export function answersOf(items: readonly ItemFact[], facts: RoundFacts): Map<number, ItemAnswer> {
  const of = {
    lines: groupBy(facts.lines, (one) => one.action_year_id),
    parts: groupBy(facts.parts, (one) => spokenKey(one.action_year_id, one.office)),
    reports: groupBy(facts.reports, (one) => one.objective_step_id),
    confirmations: new Map(facts.confirmations.map((one) => [one.monitoring_item_id, one])),
  };
  return new Map(items.map((item) => [item.id, answerTo(item, facts, of)]));
}

type Indexed = {
  lines: Map<number, LineSince[]>;
  parts: Map<string, PartSince[]>;
  reports: Map<number, ReportSince[]>;
  confirmations: Map<number, ConfirmationSince>;
};

function answerTo(item: ItemFact, facts: RoundFacts, of: Indexed): ItemAnswer {
  return item.action_year_id === null
    ? answerOnStep(item, facts, of)
    : answerOnYear({ ...item, action_year_id: item.action_year_id }, facts, of);
}

function answerOnYear(
  item: ItemFact & { action_year_id: number },
  facts: RoundFacts,
  of: Indexed,
): ItemAnswer {
  const { office, action_year_id: id } = item;
  const year = facts.years.get(id);
  const way = wayOf(office, year);
  const lines = (of.lines.get(id) ?? []).filter(
    (line) => line.author_role !== "rtd" && (way === "status" || line.author_office === office),
  );
  const parts = of.parts.get(spokenKey(id, office)) ?? [];
  const isOfStatus = lines.length > 0 || (parts.length === 0 && way !== "contribution");
  const words: Told[] = isOfStatus ? lines : parts;
  const from =
    (isOfStatus ? facts.before.years.get(id) : facts.before.parts.get(spokenKey(id, office))) ?? null;
  const last = words.at(-1);
  if (!last) {
    const confirmation = of.confirmations.get(item.id);
    const isWaiting = year !== undefined && isOpen(year.status) && way !== null;
    const silent = {
      ...NO_WORD,
      way,
      from,
      state: isWaiting ? ("waiting" as const) : ("withdrawn" as const),
    };
    return confirmation ? { ...silent, ...confirmedBy(confirmation), to: from } : silent;
  }
  return {
    state: words.every((word) => saysTheSame(word, from)) ? "confirmed" : "changed",
    way,
    at: last.recorded_at,
    by: last.author_id,
    from,
    to: { status: last.status, progress: last.progress },
    report: null,
  };
}

function answerOnStep(
  { id, office, objective_step_id }: ItemFact,
  facts: RoundFacts,
  of: Indexed,
): ItemAnswer {
  const step = facts.steps.get(objective_step_id!);
  const isTheirs = step !== undefined && step.offices.includes(office);
  const above = facts.above(office);
  const reports = (of.reports.get(objective_step_id!) ?? []).filter(
    ({ author_role, author_office }) =>
      author_role !== "rtd" && author_office !== null && above.includes(author_office),
  );
  const confirmation = of.confirmations.get(id);
  const last = reports.at(-1) ?? confirmation;
  const answered = reports.length > 0 ? "changed" : "confirmed";
  const silent = isTheirs && !step.isDone ? "waiting" : "withdrawn";
  return {
    ...NO_WORD,
    way: isTheirs ? "step" : null,
    state: last ? answered : silent,
    at: last?.recorded_at ?? null,
    by: last?.author_id ?? null,
    report: reports.at(-1)?.id ?? null,
  };
}

function confirmedBy({ recorded_at, author_id }: ConfirmationSince) {
  return { state: "confirmed" as const, at: recorded_at, by: author_id };
}

const NO_WORD = { at: null, by: null, from: null, to: null, report: null };

/** The one office of an annualità and its capofila update the status; each of several offices reports its contribution (R10, R11). */
export function wayOf(office: string, year: Answerable | undefined): "status" | "contribution" | null {
  if (year === undefined) return null;
  if (year.lead === office) return "status";
  if (!year.offices.includes(office)) return null;
  return year.offices.length === 1 ? "status" : "contribution";
}

function saysTheSame(word: Told, before: Said | null): boolean {
  return (
    before !== null &&
    word.status === before.status &&
    word.progress === before.progress &&
    word.has_evidence === 0
  );
}

/** How many items are in each state; answered are those confirmed and those changed. */
export function countAnswers(answers: Iterable<Pick<ItemAnswer, "state">>) {
  const counts: Record<ItemState, number> = { waiting: 0, confirmed: 0, changed: 0, withdrawn: 0 };
  let asked = 0;
  for (const { state } of answers) {
    counts[state] += 1;
    asked += 1;
  }
  return { ...counts, asked, answered: counts.confirmed + counts.changed };
}
