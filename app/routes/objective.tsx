import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { IndicatorLinks } from "#app/components/objective/indicator-links.tsx";
import { ObjectiveLegalRisks } from "#app/components/deadline/legal-risk-box.tsx";
import { LinkNotice } from "#app/components/objective/link-notice.tsx";
import { IndicatorsTable } from "#app/components/objective/indicators-table.tsx";
import { LinkedActions } from "#app/components/objective/linked-actions.tsx";
import { lastOf, NoteForm } from "#app/components/objective/note-form.tsx";
import { ObjectiveFigures } from "#app/components/objective/objective-figures.tsx";
import { ObjectiveHead } from "#app/components/objective/objective-head.tsx";
import { ObjectiveLinks } from "#app/components/objective/objective-links.tsx";
import { ObjectiveNotes } from "#app/components/objective/objective-notes.tsx";
import { ObjectiveSource } from "#app/components/objective/objective-source.tsx";
import { ObjectiveStory } from "#app/components/objective/objective-story.tsx";
import { RecordedNotice } from "#app/components/objective/recorded-notice.tsx";
import { stepDoing } from "#app/components/objective/step-doing.tsx";
import { SavedObjective } from "#app/components/objective/saved-objective.tsx";
import { StepsTable } from "#app/components/objective/steps-table.tsx";
import { WhyPercent } from "#app/components/objective/why-percent.tsx";
import { Sentence } from "#app/components/work-process/sentence.tsx";
import { lastDayOf } from "#app/domain/days.ts";
import { spanOf, yearsOf } from "#app/domain/objective/objectives.ts";
import { mayEditObjectives, mayKeepObjective } from "#app/domain/permissions.ts";
import { objectiveAddress, objectivePart, objectivesAddress } from "#app/objective-addresses.ts";
import { savedLink } from "#app/pages/objective/action-objectives.server.ts";
import { objectiveRisks } from "#app/pages/objective/objective-risks.server.ts";
import { toldObjective } from "#app/pages/objective/objective-page.server.ts";
import { objectiveOr404 } from "#app/pages/objective/objectives-on-day.server.ts";
import { stepsAsked } from "#app/pages/objective/step-doing.server.ts";
import { savedObjective } from "#app/pages/objective/saved-objective.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.objective.title ?? "Obiettivo"} (${data?.objective.code ?? ""}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const objective = await objectiveOr404(params.code, asOf.at);
  const isNow = !asOf.at.isOver;
  const ofOffices = { offices: objective.offices.map(({ code }) => code) };
  const years = yearsOf(spanOf(objective));
  return data(
    {
      asOf,
      objective,
      told: await toldObjective(objective, asOf.at),
      risks: await objectiveRisks(objective.links, asOf.at),
      linked: await savedLink(request, { objective: objective.code }, asOf.at),
      asked: await stepsAsked(request, user, objective, isNow),
      saved: await savedObjective(request, objective),
      shortcuts: years
        .map(lastDayOf)
        .filter((day) => day < asOf.today)
        .reverse(),
      may: {
        mayEdit: isNow && mayEditObjectives(user),
        mayKeep: isNow && mayKeepObjective(user, ofOffices),
      },
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function ObjectivePage() {
  const { asOf, objective, told, risks, linked, asked, saved, shortcuts, may } =
    useLoaderData<typeof loader>();
  const { code } = objective;
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: objectivesAddress({ al }), name: "Obiettivi" }]} here={code} />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <ObjectiveHead objective={objective} al={al} />
          <AsOfForm path={objectiveAddress(code)} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {asked.recorded && asked.recorded.kind !== "report" && <RecordedNotice recorded={asked.recorded} />}
        {linked && <LinkNotice link={linked} />}
        {saved && <SavedObjective code={code} saved={saved} />}
        <p className="sent">
          <Sentence parts={told.sentence} al={al} /> {told.why.whyNot}
        </p>
        <ObjectiveFigures
          {...told.figures}
          isShared={objective.offices.length > 1}
          correctIn={may.mayEdit ? code : undefined}
        />
        <WhyPercent {...told.why} al={al} />
        <ObjectiveLinks code={code} may={may} />
        <section aria-labelledby="azioni">
          <h2 id="azioni">Azioni collegate</h2>
          {told.links.length === 0 ? (
            <p className="mut">Nessuna azione del piano è collegata a questo obiettivo.</p>
          ) : (
            <LinkedActions links={told.links} undoFrom={may.mayEdit ? code : undefined} al={al} />
          )}
          <ObjectiveLegalRisks risks={risks} />
          {may.mayEdit && (
            <p className="sm noprint">
              <a href={objectivePart(code, "collegamenti", "nuovo")}>Collega un’azione</a>
            </p>
          )}
        </section>
        {told.activities.length > 0 && (
          <section aria-labelledby="punti">
            <h2 id="punti">Attività e punti</h2>
            <StepsTable code={code} activities={told.activities} doing={stepDoing(code, asked)} />
          </section>
        )}
        {told.indicators.length > 0 && (
          <section aria-labelledby="indicatori">
            <h2 id="indicatori">Indicatori</h2>
            <IndicatorsTable
              indicators={told.indicators}
              doing={may.mayKeep ? (ordinal) => <IndicatorLinks code={code} ordinal={ordinal} /> : undefined}
            />
          </section>
        )}
        <div className="cols">
          <div>
            <ObjectiveNotes
              notes={told.notes}
              form={may.mayKeep && <NoteForm code={code} seen={lastOf(told.notes)} />}
            />
            <section aria-labelledby="storia">
              <h2 id="storia">Storia</h2>
              <ObjectiveStory entries={told.story} isShared={objective.offices.length > 1} />
            </section>
          </div>
          <ObjectiveSource
            objective={objective}
            discrepancies={told.discrepancies}
            priorities={told.priorities}
          />
        </div>
      </main>
    </>
  );
}
