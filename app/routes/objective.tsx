import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ObjectiveHead } from "#app/components/objective/objective-head.tsx";
import { ObjectiveLinks } from "#app/components/objective/objective-links.tsx";
import { RecordedNotice } from "#app/components/objective/recorded-notice.tsx";
import { stepDoing } from "#app/components/objective/step-doing.tsx";
import { SavedObjective } from "#app/components/objective/saved-objective.tsx";
import { StepsTable } from "#app/components/objective/steps-table.tsx";
import { Sentence } from "#app/components/work-process/sentence.tsx";
import { mayEditObjectives, mayKeepObjective } from "#app/domain/permissions.ts";
import { objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { objectiveOr404 } from "#app/pages/objective/objectives-on-day.server.ts";
import { toldObjective } from "#app/pages/objective/objective-page.server.ts";
import { stepsAsked } from "#app/pages/objective/step-doing.server.ts";
import { savedObjective } from "#app/pages/objective/saved-objective.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.objective.title ?? "Obiettivo"} (${data?.objective.code ?? ""}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const objective = await objectiveOr404(params.code, asOf.at);
  const isNow = !asOf.at.isOver;
  const ofOffices = { offices: objective.offices.map(({ code }) => code) };
  return data(
    {
      asOf,
      objective: await toldObjective(objective, asOf.at),
      asked: await stepsAsked(request, user, objective, isNow),
      saved: await savedObjective(request, objective),
      may: {
        mayEdit: isNow && mayEditObjectives(user),
        mayKeep: isNow && mayKeepObjective(user, ofOffices),
      },
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function ObjectivePage() {
  const { asOf, objective, asked, saved, may } = useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: objectivesAddress({ al }), name: "Obiettivi" }]} here={objective.code} />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <ObjectiveHead objective={objective} al={al} />
          <AsOfForm path={objectiveAddress(objective.code)} asOf={asOf} shortcuts={[]} />
        </div>
        {asked.recorded && asked.recorded.kind !== "report" && <RecordedNotice recorded={asked.recorded} />}
        {saved && <SavedObjective code={objective.code} saved={saved} />}
        <p className="sent">
          <Sentence parts={objective.sentence} al={al} />
        </p>
        <ObjectiveLinks code={objective.code} may={may} />
        {objective.activities.length > 0 && (
          <section aria-labelledby="punti">
            <h2 id="punti">Attività e punti</h2>
            <StepsTable
              code={objective.code}
              activities={objective.activities}
              doing={stepDoing(objective.code, asked)}
            />
          </section>
        )}
      </main>
    </>
  );
}
