import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planActionAddress, planActionEditAddress, planAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { StandingYears } from "#app/components/edit/standing-years.tsx";
import { YearFields } from "#app/components/edit/year-fields.tsx";
import { YearFacts } from "#app/components/edit/year-facts.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { lastDayOf } from "#app/domain/days.ts";
import { isNobodyLeft, officesNamedBy } from "#app/domain/edit/plan-action-responsibles.ts";
import { decideYears, hasYears } from "#app/domain/edit/plan-action-years.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { findOrganisation, nameIn } from "#app/pages/office/organisation.server.ts";
import { responsiblesOf, standingOf, yearsContextOf } from "#app/pages/edit/plan-action-answering.server.ts";
import { editableActionOr404, editPageOf, recordEdit } from "#app/pages/edit/plan-action-edit.server.ts";
import { readYears, refuseEdit, yearsValues } from "#app/pages/edit/plan-action-form.server.ts";
import { yearsErrors } from "#app/pages/edit/plan-action-refusals.server.ts";
import { requireUser } from "#app/session.server.ts";
import { countUnlockedBy } from "#app/pages/work-process/action-processes.server.ts";
import { writeYears } from "#db/plan-action/plan-action-years.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Anni di ${params.code} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const organisation = await findOrganisation();
  const { responsibles } = responsiblesOf(found);
  const offices = officesNamedBy(responsibles, organisation, today());
  const standing = standingOf(found);
  const offered = yearsOf(found.plan).filter(
    (year) => !standing.some((one) => one.year === year && (found.isAdopted || !one.isPlanned)),
  );
  return {
    ...editPageOf(found),
    standing: found.action.years.map(({ year, dueOn, status }) => ({ year, dueOn, status })),
    offered,
    offices: offices.map(nameIn(organisation)),
    hasNobodyLeft: isNobodyLeft(responsibles, organisation, today()),
    unknownYearCount: found.action.unknownYearCount,
    unlocked: found.isAdopted ? await countUnlockedBy(found.action.id) : 0,
    prefilled: found.isAdopted ? {} : yearsValues(standing.filter(({ isPlanned }) => isPlanned)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  const organisation = await findOrganisation();

  const values = Object.fromEntries(await request.formData());
  const read = readYears(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const context = await yearsContextOf(found);
  const decision = decideYears(read.asked, context);
  const offices = officesNamedBy(responsiblesOf(found).responsibles, organisation, today());
  const outcome = await recordEdit(found, user, read.form, {
    refused: decision.ok ? undefined : yearsErrors(decision, found.plan),
    isMade: (now) => hasYears(read.asked.years, { plan: now.plan, standing: standingOf(now) }),
    write: async (writing) => {
      if (decision.ok) await writeYears(writing, found.action.id, decision.change, offices);
    },
  });
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  const address = planActionAddress(found.plan.code, found.action.code);
  return redirect(withQuery(address, { modificata: outcome.edit }));
}

export default function PlanActionYearsPage() {
  const {
    plan,
    action,
    standing,
    offered,
    offices,
    hasNobodyLeft,
    unknownYearCount,
    prefilled,
    unlocked,
    ...form
  } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  const hasFields = !form.isAdopted || offered.length > 0;
  const heading = (
    <>
      <h1>Anni dell’azione {action.code}</h1>
      <p className="sent">{action.title}</p>
      {form.isAdopted && <StandingYears plan={plan.code} code={action.code} years={standing} />}
    </>
  );
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here="Anni"
      />
      <main id="contenuto" tabIndex={-1}>
        {hasFields ? (
          <EditForm
            {...form}
            plan={plan}
            action={planActionEditAddress(plan.code, action.code, "anni")}
            back={{ address, words: "all’azione" }}
            refused={refused}
            heading={heading}
            aside={
              <YearFacts
                isAdopted={form.isAdopted}
                offices={offices}
                hasNobodyLeft={hasNobodyLeft}
                unlocked={unlocked}
                hasYearsOver={offered.some((year) => lastDayOf(year) < form.today)}
              />
            }
          >
            <YearFields
              years={offered}
              legend={form.isAdopted ? "Anni da aggiungere" : "Anni dell’azione"}
              unknownYearCount={unknownYearCount}
              typed={refused?.typed ?? prefilled}
              errors={refused?.errors ?? {}}
            />
          </EditForm>
        ) : (
          <>
            {heading}
            <p>
              L’azione ha già tutti gli anni del piano. <a href={address}>Torna all’azione</a>
            </p>
          </>
        )}
      </main>
    </>
  );
}

type Action = typeof action;
