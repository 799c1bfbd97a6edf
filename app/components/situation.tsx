import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { PlanActionYear, Target } from "#app/domain/plan/plan-at.ts";
import type { Situation } from "#app/domain/status/situations.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { formatDay, joinWords, percentWith } from "#app/format.ts";
import { CONTRIBUTION_STATUS_LABEL, STATUS_LABEL } from "#app/labels.ts";

export type GlyphName = Situation | "unknown" | "stale" | "error";

/** A symbol from the page's sprite; the words beside it say the same. In progress is a pie, filled to the percentage. */
export function Glyph({ of, progress }: { of: GlyphName; progress?: number }) {
  if (of === "in-progress") return <Pie progress={progress ?? 0} />;
  return (
    <svg className={`g s-${of}`} aria-hidden="true">
      <use href={`#g-${of}`} />
    </svg>
  );
}

/** Half the circumference of the pie's slice: a circle drawn with a stroke as thick as its radius. */
const PIE = 21.4;

function Pie({ progress }: { progress: number }) {
  const slice = ((PIE * progress) / 100).toFixed(1);
  return (
    <svg className="g s-in-progress" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.2" fill="#fff" stroke="currentColor" strokeWidth="1.6" />
      <circle
        cx="8"
        cy="8"
        r="3.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="6.8"
        strokeDasharray={`${slice} ${PIE}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}

/** What of an annualità its badge tells. */
export type Told = Pick<
  PlanActionYear,
  "year" | "status" | "situation" | "progress" | "dueOn" | "target" | "origins"
>;

/** The situation of an annualità as symbol, word and what explains it; late ones keep their status on the second line. */
export function SituationOf({ actionYear, big = false }: { actionYear: Told; big?: boolean }) {
  const { situation, progress } = actionYear;
  const details = detailsOf(actionYear);
  const inline = situation.startsWith("completed") && details.length === 1;
  return (
    <span className={`st k-${situation}${big ? " big" : ""}`}>
      <Glyph of={situation} progress={progress} />
      <span>
        <b>{mainWords(actionYear)}</b>
        {details.length > 0 && (
          <>
            {" "}
            <span className={inline ? "d i" : "d"}>{details.join(", ")}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** "in corso 40%", "sospesa al 30%", "da avviare": a status with the progress that it has. */
export function statusWords(status: Status, progress: number): string {
  if (status === "in-progress") return `in corso ${progress}%`;
  if (status === "suspended") return `sospesa ${percentWith("al", progress)}`;
  return STATUS_LABEL[status];
}

/** The same, of what an office reports: "non pertinente", too. */
export function contributionWords(status: ContributionStatus, progress: number): string {
  return status === "not-pertinent" ? CONTRIBUTION_STATUS_LABEL[status] : statusWords(status, progress);
}

function mainWords({ situation, status, progress }: Told): string {
  return situation === "late" ? "in ritardo" : statusWords(status, progress);
}

function detailsOf({ situation, status, progress, target, origins, dueOn, year }: Told): string[] {
  const details = {
    "completed-proven": ["provata"],
    "completed-declared": ["dichiarata"],
    late: [statusWords(status, progress)],
    rescheduled: target ? [`al ${target.year}`, ...whereOf(target)] : [],
    "in-progress": [],
    "to-start": [],
    suspended: [],
    cancelled: [],
  }[situation];
  const origin = origins.length > 0 ? [`viene dal ${joinWords(origins.map(String))}`] : [];
  const due = isStillDue(situation) && dueOn !== `${year}-12-31` ? [`termine ${formatDay(dueOn)}`] : [];
  return [...details, ...origin, ...due];
}

function isStillDue(situation: Situation): boolean {
  return situation === "in-progress" || situation === "to-start" || situation === "suspended";
}

function whereOf(target: Target): string[] {
  if (target.inNextPlan) return [`nel piano ${target.plan}`];
  return target.beyondPlan ? ["oltre il piano"] : [];
}
