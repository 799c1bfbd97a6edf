import type { OfficeFact } from "../office/offices.ts";
import { withThoseUnder } from "../office/offices.ts";
import type { Figure, ProcessOnDay } from "../smartability.ts";
import { fold, wordsOf } from "../words.ts";
import type { BlockerKind } from "../level/blockers.ts";
import { type Level, writtenLevel } from "../level/levels.ts";
import type { Risk } from "./work-processes.ts";

/** What a list of processes is narrowed to; what is undefined narrows nothing. `written`: the level that the map gave. */
export type ProcessFilter = {
  map?: string;
  area?: string;
  office?: string;
  level?: Level;
  written?: Level;
  kind?: BlockerKind;
  figure?: Figure;
  onPaper?: boolean;
  risk?: Risk;
  text?: string;
};

/** What of a process a filter asks about. */
export type Filtered = {
  code: string;
  name: string;
  activity: string | null;
  map: string;
  areas: readonly string[];
  offices: readonly { code: string }[];
  risk: Risk | null;
  on_paper: 0 | 1 | null;
  onDay: ProcessOnDay;
};

/**
 * The processes that a filter keeps. An office finds those of the offices under it, too; a kind of blocker those that it still
 * stops, not those that it no longer does.
 *
 *     filterProcesses(processes, { kind: "paper_archive", figure: "unlockable" }, offices)
 */
export function filterProcesses<Process extends Filtered>(
  processes: readonly Process[],
  filter: ProcessFilter,
  offices: readonly Pick<OfficeFact, "code" | "parent_code">[],
): readonly Process[] {
  const tests = testsOf(filter, offices);
  return tests.length === 0 ? processes : processes.filter((process) => tests.every((test) => test(process)));
}

/** The same filter without what the counts beside a list tell apart: they go on saying how many there are of each. */
export function withoutStanding(filter: ProcessFilter): ProcessFilter {
  return { ...filter, level: undefined, figure: undefined };
}

type Test = (process: Filtered) => boolean;

function testsOf(
  filter: ProcessFilter,
  offices: readonly Pick<OfficeFact, "code" | "parent_code">[],
): Test[] {
  const { map, area, office, level, written, kind, figure, onPaper, risk } = filter;
  const words = wordsOf(filter.text ?? "");
  const own = office === undefined ? undefined : withThoseUnder(office, offices);
  const tests: [asked: unknown, test: Test][] = [
    [map, (one) => one.map === map],
    [area, (one) => one.areas.includes(area!)],
    [own, (one) => one.offices.some(({ code }) => own!.has(code))],
    [level, (one) => one.onDay.level === level],
    [written, (one) => writtenLevel(one.onDay.written) === written],
    [
      kind,
      (one) => one.onDay.blockers.some((blocker) => blocker.kind === kind && blocker.state !== "removed"),
    ],
    [figure, (one) => one.onDay.figure === figure],
    [onPaper, (one) => one.on_paper === (onPaper ? 1 : 0)],
    [risk, (one) => one.risk === risk],
    [words[0], (one) => says(one, words)],
  ];
  return tests.flatMap(([asked, test]) => (asked === undefined ? [] : [test]));
}

function says({ code, name, activity, areas }: Filtered, words: readonly string[]): boolean {
  const said = fold([code, activity ?? "", name, ...areas].join(" "));
  return words.every((word) => said.includes(word));
}
