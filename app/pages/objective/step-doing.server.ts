import type { StepsAsked } from "#app/components/objective/step-doing.tsx";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { mayCorrectReport, mayKeepObjective } from "#app/domain/permissions.ts";
import type { User } from "#db/users.ts";
import { officesOf } from "./kept-objective.server.ts";
import { recordedOn } from "./recorded.server.ts";
import { reportableStep } from "./step-report-form.server.ts";

/** What a person may report of the steps of an objective, which form the address opens, what they have just recorded. Of a past day: nothing. */
export async function stepsAsked(
  request: Request,
  user: User,
  objective: ObjectiveOnDay,
  isNow: boolean,
): Promise<StepsAsked> {
  const offices = officesOf(objective);
  const mayReport = isNow && mayKeepObjective(user, offices);
  const asked = new URL(request.url).searchParams.get("punto");
  const step = mayReport ? objective.steps.find(({ ordinal }) => String(ordinal) === asked) : undefined;
  const reports = isNow ? objective.steps.flatMap((one) => one.reports) : [];
  return {
    mayReport,
    open: step && (await reportableStep(objective, step)),
    recorded: mayReport ? await recordedOn(request, objective) : undefined,
    correctable: reports.filter((one) => mayCorrectReport(user, offices, one)).map(({ id }) => id),
  };
}
