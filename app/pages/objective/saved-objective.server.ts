import { yearsWrittenIn } from "#app/domain/objective/step-edits.ts";
import { spansYear } from "#app/domain/objective/objectives.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { db } from "#db/connection.server.ts";
import { listObjectiveEditIds } from "#db/objective/edited-objective.ts";
import { listStepsOfEdit } from "#db/objective/step-edits.ts";
import { understoodOf } from "./step-form.server.ts";

type Objective = { id: number; first_year: number; last_year: number };

/** What the page of an objective that was reached by saving an edit says of it (`?salvato=12`): 0 where there was nothing to write. */
export async function savedObjective(request: Request, objective: Objective) {
  const asked = new URL(request.url).searchParams.get("salvato");
  if (asked === null) return null;
  if (asked === "0") return "nothing" as const;
  const ids = await listObjectiveEditIds(db, objective.id);
  const edit = ids.find((id) => String(id) === asked);
  if (edit === undefined) return null;
  const isNew = edit === ids[0];
  const steps = await listStepsOfEdit(db, objective.id, edit);
  return isNew
    ? { edit, retired: [], understood: [], toLookAt: toLookAt(steps, objective) }
    : { edit, ...toldSteps(steps, objective), toLookAt: [] };
}

type Steps = Awaited<ReturnType<typeof listStepsOfEdit>>;

/** What was understood of each programmato that the edit wrote, and the steps that it retired. */
function toldSteps(steps: Steps, objective: Objective) {
  const written = steps.filter(
    (one) => one.since_id !== null && (one.before_id === null || one.planned !== one.planned_before),
  );
  return {
    retired: steps.filter(({ since_id }) => since_id === null).map(stepName),
    understood: written.map(({ ordinal, code_as_written, planned }) => ({
      name: stepName({ ordinal, code_as_written }),
      sentence: understoodOf(planned, objective),
    })),
  };
}

/** The copied steps that name a year which is not of the new objective: nothing was rewritten in them. */
function toLookAt(steps: Steps, { first_year: firstYear, last_year: lastYear }: Objective) {
  return steps.flatMap(({ ordinal, code_as_written, text, planned }) => {
    const years = yearsWrittenIn(`${text ?? ""}\n${planned ?? ""}`);
    const others = years.filter((year) => !spansYear({ firstYear, lastYear }, year));
    return others.length === 0
      ? []
      : [{ ordinal, name: stepName({ ordinal, code_as_written }), years: others }];
  });
}
