import type { LineFact } from "../status/action-years.ts";
import type { ContributionStatus } from "../contribution/contributions.ts";
import { type Day, dayInRome, daysBetween } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { STALE_AFTER_DAYS } from "../plan/freshness.ts";
import { contributingOffices, isShared, mayUpdate, type Person } from "../permissions.ts";
import {
  mostSilentFirst,
  type PlacedYear,
  type ReasonToAsk,
  reasonToAsk,
  REASONS_TO_ASK,
} from "./placed-years.ts";

/**
 * An annualità that a round asks about. `office`: the one whose contribution is asked for (R10), null where it is the status.
 * The annualità is as it stood when the round began.
 */
export type RoundItem = PlacedYear & { reason: ReasonToAsk; office: string | null };

/** A contribution, as far as a round looks at it. */
export type ReportedPart = {
  id: number;
  action_year_id: number;
  office: string;
  status: ContributionStatus;
  progress: number;
  recorded_at: string;
  has_evidence: 0 | 1;
};

/** What was recorded before a round began, and since: in order of recording. */
export type Recorded = { lines: LineFact[]; contributions: ReportedPart[] };

export type RoundProgress = {
  items: RoundItem[];
  confirmed: RoundItem[];
  updated: RoundItem[];
  left: RoundItem[];
};

/**
 * What a round asks of a person (R6, R10, R11), in the order in which it asks: late, never updated, stale; of each kind the
 * most silent first.
 *
 * Of a dirigente or referente: the status of what is theirs to update and, of what is shared, the contribution of each
 * own office that still has something to say. Of the RTD: what no office updates, because it is shared without a capofila
 * or nobody's but the role's; the rest is asked of the offices.
 *
 *     roundItems(placed, { role: "dirigente", offices: ["settore-4"] }, { contributions: [], on: "2026-10-15" })
 *     // 4.10.1/2023 (capofila): the status; 4.3.6/2023 (with Settore 3): the contribution of Settore 4
 */
export function roundItems(
  placed: readonly PlacedYear[],
  person: Person,
  { contributions, on }: { contributions: readonly ReportedPart[]; on: Day },
): RoundItem[] {
  const parts = byItem(contributions);
  const asked = placed.flatMap((one) => {
    const reason = reasonToAsk(one.actionYear);
    if (reason === undefined) return [];
    return officesAsked(one, person)
      .map((office): RoundItem => ({ ...one, reason, office }))
      .filter((item) => item.office === null || !hasSpoken(item, partsOf(item, parts).at(-1), on));
  });
  return REASONS_TO_ASK.flatMap((reason) => mostSilentFirst(asked.filter((item) => item.reason === reason)));
}

/** What is done, and what is left: done is what has a line, or a contribution of that office, since the round began. */
export function roundProgress(
  items: readonly RoundItem[],
  before: { contributions: readonly ReportedPart[] },
  since: Recorded,
): RoundProgress {
  const progress: RoundProgress = { items: [...items], confirmed: [], updated: [], left: [] };
  const recorded = {
    before: byItem(before.contributions),
    parts: byItem(since.contributions),
    lines: groupBy(since.lines, (line) => line.action_year_id),
  };
  for (const item of items) progress[outcomeOf(item, recorded)].push(item);
  return progress;
}

/** The item that comes after one in the round, among those left; undefined at the end. From outside the round, the first. */
export function nextItem(
  { items, left }: Pick<RoundProgress, "items" | "left">,
  current: { actionYear: { id: number }; office: string | null },
): RoundItem | undefined {
  const place = items.findIndex((item) => isSameItem(item, current));
  return left.find((item) => items.indexOf(item) > place);
}

export function isSameItem(
  a: { actionYear: { id: number }; office: string | null },
  b: { actionYear: { id: number }; office: string | null },
): boolean {
  return a.actionYear.id === b.actionYear.id && a.office === b.office;
}

/** `null` for the status itself; otherwise each own office whose contribution is wanted. */
function officesAsked({ actionYear }: PlacedYear, person: Person): (string | null)[] {
  if (person.role === "rtd") {
    const isOfNoOffice = actionYear.offices.length === 0 || isShared(actionYear);
    return isOfNoOffice && actionYear.lead === null ? [null] : [];
  }
  return mayUpdate(person, actionYear) ? [null] : contributingOffices(person, actionYear);
}

/** An office whose part is done has nothing to add; one that spoke of it lately is not asked again, unless it is late. */
function hasSpoken(item: RoundItem, last: ReportedPart | undefined, on: Day): boolean {
  if (last === undefined) return false;
  if (last.status === "completed" || last.status === "not-pertinent") return true;
  return item.reason !== "late" && daysBetween(dayInRome(last.recorded_at), on) <= STALE_AFTER_DAYS;
}

function outcomeOf(
  item: RoundItem,
  recorded: { before: PartsByItem; parts: PartsByItem; lines: Map<number, LineFact[]> },
): "confirmed" | "updated" | "left" {
  if (item.office !== null) {
    const parts = partsOf(item, recorded.parts);
    const last = partsOf(item, recorded.before).at(-1);
    if (parts.length === 0) return "left";
    return parts.every((part) => part.status === last?.status && says(part, last)) ? "confirmed" : "updated";
  }
  const lines = recorded.lines.get(item.actionYear.id) ?? [];
  if (lines.length === 0) return "left";
  const isSame = lines.every(
    (line) =>
      line.to_status === item.actionYear.status && line.due_on === null && says(line, item.actionYear),
  );
  return isSame ? "confirmed" : "updated";
}

/** Nothing new beside the status: the same progress, no proof. */
function says(recorded: { progress: number; has_evidence: 0 | 1 }, known: { progress: number }): boolean {
  return recorded.progress === known.progress && recorded.has_evidence === 0;
}

/** Contributions under what they are of: grouped once, because a round has hundreds of items and as many contributions. */
type PartsByItem = Map<string, ReportedPart[]>;

function byItem(contributions: readonly ReportedPart[]): PartsByItem {
  return groupBy(contributions, ({ action_year_id, office }) => `${action_year_id} ${office}`);
}

function partsOf({ actionYear, office }: RoundItem, parts: PartsByItem): ReportedPart[] {
  return parts.get(`${actionYear.id} ${office}`) ?? [];
}
