import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planActionAddress, planAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { ActionHistory } from "#app/components/action/action-history.tsx";
import { ActionSource } from "#app/components/action/action-source.tsx";
import { ActionSentence } from "#app/components/action/action-sentence.tsx";
import { ActionSubjects } from "#app/components/action/action-subjects.tsx";
import { ActionYears } from "#app/components/action/action-years.tsx";
import { Neighbours } from "#app/components/action/neighbours.tsx";
import { EditLinks } from "#app/components/edit/edit-links.tsx";
import { EditNotice, PlanEdits } from "#app/components/edit/told-edits.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { ReportedNotice } from "#app/components/contribution/reported-notice.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { LegalRiskBox } from "#app/components/deadline/legal-risk-box.tsx";
import { ActionObjectives } from "#app/components/objective/action-objectives.tsx";
import { LinkNotice } from "#app/components/objective/link-notice.tsx";
import { ActionProcesses } from "#app/components/work-process/action-processes.tsx";
import { NotedAfter } from "#app/components/review/noted-lines.tsx";
import { TurnedNotice } from "#app/components/unblock-claim/turned-notice.tsx";
import { actionObjectivesOf, savedLink } from "#app/pages/objective/action-objectives.server.ts";
import { actionProcessesOf } from "#app/pages/work-process/action-processes.server.ts";
import { ownTurns } from "#app/pages/unblock-claim/own-turns.server.ts";
import { SavedNotice } from "#app/components/action/saved-notice.tsx";
import { PlanSwitch } from "#app/components/plan/plan-switch.tsx";
import { ContinuationLinks, EarlierHistories } from "#app/components/triennium/continuation.tsx";
import { legalRisksOf } from "#app/domain/deadline/legal-risks.ts";
import { historyEntries } from "#app/domain/plan/action-history.ts";
import { mayCorrect, mayEdit, mayEditObjectives, mayUpdate } from "#app/domain/permissions.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { normsOf } from "#app/pages/edit/plan-action-edit.server.ts";
import { editsOf, savedEdit } from "#app/pages/edit/plan-action-history.server.ts";
import { actionChoices } from "#app/pages/plan/plan-choices.server.ts";
import { planActionOnDay, planOr404, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { notedOfPlan } from "#app/pages/review/noted-after.server.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";
import { historyOf, latestEvidence } from "#app/pages/plan/history.server.ts";
import { yearContributionsOf } from "#app/pages/contribution/year-contributions.server.ts";
import { lineageOf } from "#app/pages/plan/lineage.server.ts";
import { db } from "#db/connection.server.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import { findNeighbours, findPlanActionSource } from "#db/plan-action/plan-actions.ts";
import { findSetting } from "#db/settings.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: `${data?.action.code ?? "Azione"} ${data?.action.title ?? ""} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { facts, action } = await planActionOnDay(plan, params.code, asOf.at);
  const [source, history] = [await findPlanActionSource(db, action.id), await historyOf(action.id)];

  const contributions = await listContributions(db, { planActionId: action.id }, asOf.at.day);
  const byYear = await yearContributionsOf({ plan, facts, action }, contributions, user, asOf.at);

  const yearsShown = [...new Set([...yearsOf(plan), ...action.years.map((one) => one.year)])].sort();
  const years = yearsShown.map((year) => {
    const actionYear = action.years.find((one) => one.year === year) ?? null;
    return {
      year,
      actionYear,
      evidence: actionYear ? latestEvidence(history, actionYear, asOf.at) : null,
      contributions: (actionYear && byYear.get(actionYear.id)) ?? null,
      mayUpdate:
        actionYear !== null && !asOf.at.isOver && plan.adopted_on !== null && mayUpdate(user, actionYear),
    };
  });
  const edits = await editsOf(action.id, plan, asOf.at.day);
  const { searchParams } = new URL(request.url);
  const [saved, reported] = [searchParams.get("registrata"), searchParams.get("contributo")];
  const edited = savedEdit(request, plan, edits);
  const norms = await normsOf(plan, action, asOf.at.day);
  return data(
    {
      plan,
      asOf,
      action,
      years,
      source,
      area: facts.areas.find((area) => area.code === action.areaCode)!,
      saved: history.find((line) => String(line.sequence) === saved),
      norms,
      objectives: await actionObjectivesOf(action, asOf.at),
      linked: await savedLink(request, { planActionId: action.id }, asOf.at),
      mayLink: mayEditObjectives(user) && !asOf.at.isOver && plan.adopted_on !== null,
      risks: legalRisksOf({ themes: action.themes, norms }),
      edits,
      edited,
      processes: await actionProcessesOf(action.id, asOf.at),
      turned: await ownTurns(user, {
        sequences: /^\d{1,15}$/.test(saved ?? "") ? [Number(saved)] : [],
        edit: typeof edited === "object" ? edited?.edit : undefined,
      }),
      mayEdit: mayEdit(user) && !asOf.at.isOver,
      reported: contributions.find((one) => String(one.id) === reported),
      entries: historyEntries(history, action.years, asOf.at),
      mayCorrect: mayCorrect(user) && !asOf.at.isOver,
      isDemonstration: (await findSetting(db, "demonstration_day")) !== undefined,
      lineage: await lineageOf({ plan, facts, action }, asOf.at, user),
      neighbours: await findNeighbours(db, source),
      shortcuts: shortcutsOf(plan, asOf.today),
      choices: await actionChoices(plan, action.id, asOf),
      noted: await notedOfPlan(asOf.at, plan.id, ({ code }) => code === action.code),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function PlanActionPage() {
  const {
    plan,
    asOf,
    action,
    years,
    source,
    area,
    saved,
    norms,
    risks,
    objectives,
    linked,
    mayLink,
    edits,
    edited,
    processes,
    turned,
    mayEdit,
    reported,
    entries,
    mayCorrect,
    isDemonstration,
    lineage,
    neighbours,
    shortcuts,
    choices,
    noted,
  } = useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <div className="where">
        <Crumbs
          above={[
            { address: planAddress(plan.code, { al }), name: `Piano ${plan.code}` },
            {
              address: `${planAddress(plan.code, { al })}#a${area.code}`,
              name: `${area.code} ${area.title}`,
            },
          ]}
          here={action.code}
        />
        <PlanSwitch choices={choices} />
      </div>
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div className="title">
            <p className="sub">
              Azione {action.code} · piano {plan.code}, ambito {area.code} {area.title}
            </p>
            <h1>{action.title}</h1>
          </div>
          <AsOfForm path={planActionAddress(plan.code, action.code)} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {saved && <SavedNotice line={saved} />}
        {edited && <EditNotice saved={edited} />}
        <TurnedNotice turns={turned} />
        {linked && <LinkNotice link={linked} />}
        {reported && <ReportedNotice contribution={reported} />}
        {plan.adopted_on === null ? (
          <p className="sent">
            <b>Bozza.</b> Le annualità non hanno ancora uno stato.
          </p>
        ) : (
          <ActionSentence action={action} at={asOf.at} />
        )}
        <ContinuationLinks lineage={lineage} al={al} />
        <ActionSubjects plan={plan.code} al={al} themes={action.themes} norms={norms} />
        {mayEdit && <EditLinks plan={plan.code} code={action.code} isDraft={plan.adopted_on === null} />}
        {action.years.length > 0 && (
          <ActionYears plan={plan} code={action.code} years={years} carrying={lineage.byYear} at={asOf.at} />
        )}
        {processes && <ActionProcesses facts={processes} al={al} />}
        <ActionObjectives plan={plan.code} code={action.code} {...{ objectives, mayLink, al }} />
        <LegalRiskBox risks={risks} />
        <NotedAfter noted={noted} of="di questa azione" />
        <div className="cols">
          <div>
            <section aria-labelledby="storia">
              <h2 id="storia">Storia</h2>
              {plan.adopted_on === null ? (
                <p className="mut">Il piano è una bozza: la storia comincia dalla sua adozione.</p>
              ) : (
                <ActionHistory
                  plan={plan.code}
                  code={action.code}
                  entries={entries}
                  mayCorrect={mayCorrect}
                />
              )}
              <EarlierHistories before={lineage.before} mayCorrect={mayCorrect} />
              {isDemonstration && (
                <p className="sm mut">
                  Le righe di questa storia sono inventate per la dimostrazione, salvo quelle che registri tu.
                </p>
              )}
            </section>
            <PlanEdits edits={edits} />
            {plan.adopted_on !== null && (
              <p className="sm noprint">
                <a href={variationsAddress(plan.code, al, { ambito: area.code })}>
                  Variazioni dell’ambito {area.code}
                </a>
              </p>
            )}
          </div>
          <ActionSource
            action={action}
            source={source}
            isLeadInvented={isDemonstration && !edits.some(namesLead)}
            al={al}
          />
        </div>
        <Neighbours plan={plan.code} al={al} {...neighbours} />
      </main>
    </>
  );
}

/** Whether an edit says who the capofila is: then it is not the one that the demonstration chose. */
function namesLead({ changes }: { changes: { kind: string }[] }): boolean {
  return changes.some(({ kind }) => kind === "lead" || kind === "created");
}
