import type { Day } from "../days.ts";
import type { Level, LevelCounts } from "../level/levels.ts";
import type { Progress } from "../plan/yearly-progress.ts";
import type { DerivedStatus } from "../status/action-status.ts";
import type { Situation } from "../status/situations.ts";

/**
 * What the report of a closed review says (R12), whole: the PDF and the page are drawn from this alone. It is JSON as it
 * stands, so that the frozen review can be turned into it years later and give the same report.
 *
 * Texts are as they were frozen, sentences included. What a drawing computes from here is only arithmetic: sums, shares.
 * What was noted after the review was closed is not here, nor any name of a person.
 */
export type ReportData = {
  entity: string;
  demonstrative: boolean;
  plan: {
    code: string;
    title: string;
    firstYear: number;
    lastYear: number;
    /** "Deliberazione della Giunta comunale n. 72 del 04/05/2021"; null where the plan has no act. */
    act: string | null;
    adoptedOn: Day | null;
  };
  /** The day that the review looks at, at its end. */
  day: Day;
  /** When the review was closed (ISO UTC): the report's own moment, whenever it is drawn. */
  closedAt: string;
  /** The review that this one puts right, where it does. */
  corrects: { day: Day; hash: string; reason: string } | null;
  chain: { sequence: number; hash: string };
  contentHash: string;
  findings: ReportFinding[];
  /** The RTD's comment on the whole plan; empty where there is none. */
  comment: string;
  years: ReportYear[];
  areas: ReportArea[];
  smartability: ReportSmartability | null;
  objectives: ReportObjective[];
  variations: ReportVariation[];
  decisions: ReportDecision[];
  /** What counts as completed, proven, late, and how a percentage is made: a paragraph each. */
  method: string[];
};

/** A sentence drafted by rule, and what it rests on: numerator, denominator, addends ("" where the sentence has them). */
export type ReportFinding = { sentence: string; grounds: string };

/** What annualità come to (R5). `total` is the sum of `counts`; `adopted` what the plan held on its adoption. */
export type ReportTally = {
  adopted: number;
  total: number;
  counts: Record<Situation, number>;
  progress: Progress;
};

export type ReportYear = ReportTally & {
  year: number;
  /** The same year as the review before saw it, where there is one. */
  before: { day: Day; total: number; completed: number; progress: Progress } | null;
};

export type ReportArea = ReportTally & {
  code: string;
  title: string;
  /** The RTD's comment on the area; empty where there is none. */
  comment: string;
  actions: ReportAction[];
};

/** A row of the plan as it was adopted: description, who answers for it, and under each year what stands in place of the X. */
export type ReportAction = {
  code: string;
  title: string;
  responsibles: string;
  status: DerivedStatus;
  /** In order; years outside the plan are _oltre il piano_. */
  cells: ReportCell[];
  /** How many annualità it has without a known year. */
  unknownYears: number;
};

export type ReportCell = {
  year: number;
  situation: Situation;
  /** False for what a variation has added to the plan as adopted. */
  adopted: boolean;
  progress: number;
  /** "rinviata al 2023", "viene dal 2021", "termine 30/06/2023"; empty where the situation says it all. */
  note: string;
};

export type ReportSmartability = {
  processes: number;
  /** Levels as the maps wrote them, and on the day of the review. `label` says of when: "come rilevati (maggio 2021)". */
  then: { label: string; counts: LevelCounts };
  now: { label: string; counts: LevelCounts };
  /** A sentence by rule: "12 processi su 240 sono migliorati". */
  finding: string;
  turns: ReportTurn[];
};

/** A process whose level has changed, and the actions that did it. */
export type ReportTurn = {
  code: string;
  name: string;
  office: string;
  from: Level;
  to: Level;
  day: Day;
  thanksTo: { code: string; title: string }[];
  /** False while the dirigente of its process has not confirmed it. */
  confirmed: boolean;
};

/** Progress as `done` of `weight` (R9); both percents are null where nothing can be measured, which is not 0 %. */
export type ReportObjective = {
  code: string;
  title: string;
  offices: string;
  done: number;
  weight: number;
  percent: number | null;
  expectedPercent: number | null;
  /** What was declared, or validated by the Nucleo, besides; empty where nothing was. */
  note: string;
};

/** A change against the plan as adopted; `kind` is the word for it ("rinviata"), `act` empty where there is none. */
export type ReportVariation = {
  kind: string;
  day: Day;
  what: string;
  areaCode: string;
  reason: string;
  act: string;
};

/** What is asked of the Giunta, and what it follows from ("4.2.1 in ritardo"). */
export type ReportDecision = { text: string; from: string };
