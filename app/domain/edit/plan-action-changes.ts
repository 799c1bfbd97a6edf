import { type Day, lastDayOf } from "../days.ts";
import { type Contents, heldAfter, type LifeRows, type Named } from "./plan-action-history.ts";
import type { Theme } from "../plan/themes.ts";

/** What an edit changed of an action, for a person to read: what it was, what it has been since. */
export type PlanActionChange =
  | { kind: "created" }
  | { kind: "title"; from: string; to: string }
  | { kind: "area"; from: string; to: string }
  | { kind: "weight"; from: number; to: number }
  | { kind: "unknown-years"; from: number; to: number }
  | { kind: "themes"; from: Theme[]; to: Theme[] }
  | { kind: "norms"; from: string[]; to: string[] }
  | { kind: "responsibles"; from: Named[]; to: Named[] }
  | { kind: "lead"; from: Named | null; to: Named | null }
  | { kind: "year-added"; year: number; dueOn: Day | null }
  | { kind: "year-ended"; year: number }
  | { kind: "due"; year: number; from: Day; to: Day }
  | { kind: "offices"; years: number[]; from: Named[]; to: Named[] };

/** What one edit changed of an action: the rows that held just before it was recorded against those that did just after. */
export function changesBy(rows: LifeRows, edit: number): PlanActionChange[] {
  return changesBetween(heldAfter(rows, edit - 1), heldAfter(rows, edit));
}

/** What an action says now against what it said before. */
export function changesBetween(before: Contents, after: Contents): PlanActionChange[] {
  const [old, now] = [before.versions.at(-1), after.versions.at(-1)];
  if (!old && now) return [{ kind: "created" }];
  const changes: PlanActionChange[] = [];
  if (old && now) changes.push(...changesOfVersion(old, now));
  changes.push(...changesOfResponsibles(before, after), ...changesOfSubjects(before, after));
  changes.push(...changesOfYears(before, after), ...changesOfOffices(before, after));
  return changes;
}

type Version = Contents["versions"][number];

function changesOfVersion(old: Version, now: Version): PlanActionChange[] {
  const area = (version: Version) => `${version.area_code} ${version.area_title}`;
  const changes: PlanActionChange[] = [
    { kind: "title", from: old.title, to: now.title },
    { kind: "area", from: area(old), to: area(now) },
    { kind: "weight", from: old.weight, to: now.weight },
    { kind: "unknown-years", from: old.unknown_year_count, to: now.unknown_year_count },
  ];
  return changes.filter((change) => "from" in change && change.from !== change.to);
}

function changesOfResponsibles(before: Contents, after: Contents): PlanActionChange[] {
  const [lead, newLead] = [before.leads, after.leads].map((leads) => named(leads)[0] ?? null) as [
    Named | null,
    Named | null,
  ];
  const [from, to] = [named(before.responsibles), named(after.responsibles)];
  return [
    ...(codes(from) === codes(to) ? [] : [{ kind: "responsibles" as const, from, to }]),
    ...(lead?.code === newLead?.code ? [] : [{ kind: "lead" as const, from: lead, to: newLead }]),
  ];
}

function changesOfSubjects(before: Contents, after: Contents): PlanActionChange[] {
  const [themes, newThemes] = [
    before.themes.map(({ theme }) => theme),
    after.themes.map(({ theme }) => theme),
  ];
  const [norms, newNorms] = [before.norms.map(({ norm }) => norm), after.norms.map(({ norm }) => norm)];
  return [
    ...(hasSame(themes, newThemes) ? [] : [{ kind: "themes" as const, from: themes, to: newThemes }]),
    ...(hasSame(norms, newNorms) ? [] : [{ kind: "norms" as const, from: norms, to: newNorms }]),
  ];
}

function changesOfYears(before: Contents, after: Contents): PlanActionChange[] {
  const had = new Set(before.years.map(({ year }) => year));
  const has = new Set(after.years.map(({ year }) => year));
  const added = after.years
    .filter(({ year }) => !had.has(year))
    .map(({ year, due_on }) => ({ kind: "year-added" as const, year, dueOn: due_on }));
  const ended = [...had]
    .filter((year) => !has.has(year))
    .map((year) => ({ kind: "year-ended" as const, year }));
  const due = after.years.flatMap(({ year, due_on }) => {
    const old = before.years.find((one) => one.year === year);
    return old && old.due_on !== due_on
      ? [
          {
            kind: "due" as const,
            year,
            from: old.due_on ?? lastDayOf(year),
            to: due_on ?? lastDayOf(year),
          },
        ]
      : [];
  });
  return [...added, ...ended, ...due];
}

/** Years that changed hands alike are told together; a year that was just added is told by its addition. */
function changesOfOffices(before: Contents, after: Contents): PlanActionChange[] {
  const years = [...new Set(before.offices.map(({ year }) => year))].sort();
  const changes = new Map<string, Extract<PlanActionChange, { kind: "offices" }>>();
  for (const year of years) {
    const [from, to] = [before, after].map((rows) =>
      named(rows.offices.filter((office) => office.year === year)),
    ) as [Named[], Named[]];
    const key = `${codes(from)} → ${codes(to)}`;
    if (hasSame(from.map(codeOf), to.map(codeOf))) continue;
    const alike = changes.get(key);
    if (alike) alike.years.push(year);
    else changes.set(key, { kind: "offices", years: [year], from, to });
  }
  return [...changes.values()];
}

function named(rows: readonly Named[]): Named[] {
  return rows.map(({ code, name }) => ({ code, name }));
}

function codeOf({ code }: Named): string {
  return code;
}

function codes(list: readonly Named[]): string {
  return list.map(codeOf).join(" ");
}

function hasSame<Member>(one: readonly Member[], other: readonly Member[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}
