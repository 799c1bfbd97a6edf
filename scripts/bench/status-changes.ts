import { statusAddress } from "#app/addresses.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { MadeUpYear } from "./made-up-actions.ts";
import { TODAY } from "./made-up-plan.ts";
import { ask } from "./requests.ts";
import type { Sample } from "./measure.ts";

/** The step after each status; an annualità in any other is left alone. */
export type Steps = Partial<Record<Status, Status>>;

/** What the rules allow for ever: a completed one is reopened, then in progress and suspended in turn. */
const NEXT: Steps = {
  "to-start": "in-progress",
  "in-progress": "suspended",
  suspended: "in-progress",
  completed: "in-progress",
};

/**
 * Changes the status of one annualità after the other through the form, each time from the last line it has. Every
 * connection has annualità of its own: the guard is passed, never met. `tally` counts what the server acknowledged.
 */
export function statusChanges({
  port,
  cookie,
  years,
  connections,
  tally,
  steps = NEXT,
}: {
  port: number;
  cookie: string;
  years: MadeUpYear[];
  connections: number;
  tally: { acknowledged: number };
  steps?: Steps;
}) {
  const changing = years.filter((year) => year.status in steps);
  const ofEach = Array.from({ length: connections }, (_, connection) =>
    changing.filter((_, index) => index % connections === connection),
  );
  if (ofEach.some((own) => own.length === 0)) throw new Error("Le annualità sono troppo poche.");
  return async (connection: number): Promise<Sample> => {
    const year = ofEach[connection]!.shift()!;
    ofEach[connection]!.push(year);
    const to = steps[year.status]!;
    const reply = await ask(port, {
      path: statusAddress(year.plan, year.code, year.year),
      cookie,
      form: formOf(year, to),
    });
    const recorded = /[?&]registrata=(\d+)/.exec(reply.location)?.[1];
    if (reply.status !== 302 || recorded === undefined)
      return { milliseconds: reply.milliseconds, fault: `${reply.status} ${reply.location}`.trim() };
    tally.acknowledged += 1;
    Object.assign(year, { status: to, sequence: Number(recorded) });
    return { milliseconds: reply.milliseconds };
  };
}

function formOf(year: MadeUpYear, to: Status): Record<string, string> {
  return {
    to,
    progress: to === "in-progress" ? String(Math.min(Math.max(year.progress, 1), 99)) : "",
    effectiveOn: TODAY,
    reason: "Cambio di stato inventato per le misure.",
    ...{ targetYear: "", dueOn: "", sequence: String(year.sequence) },
    ...{ evidenceKind: "", evidenceNumber: "", evidenceOn: "", evidenceLink: "", evidenceNote: "" },
  };
}
