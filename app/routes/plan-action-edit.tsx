import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planActionAddress, planActionEditAddress, planAddress, withQuery } from "#app/addresses.ts";
import { EditForm } from "#app/components/edit/edit-form.tsx";
import { LinkFacts } from "#app/components/edit/link-facts.tsx";
import { WordingFields } from "#app/components/edit/wording-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { decideWording, isSameWording } from "#app/domain/edit/plan-action-edits.ts";
import { joinWords } from "#app/format.ts";
import {
  editableActionOr404,
  editPageOf,
  linksOf,
  recordEdit,
  wordingOf,
} from "#app/pages/edit/plan-action-edit.server.ts";
import { readWording, refuseEdit, wordingValues } from "#app/pages/edit/plan-action-form.server.ts";
import { wordingErrors } from "#app/pages/edit/plan-action-refusals.server.ts";
import { requireUser } from "#app/session.server.ts";
import { writeWording } from "#db/plan-action/plan-action-edits.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Modifica ${params.code} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);
  return {
    ...editPageOf(found),
    links: await linksOf(found),
    areas: found.areas,
    years: found.action.years.map(({ year }) => year),
    prefilled: wordingValues(wordingOf(found)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await editableActionOr404(params, user);

  const values = Object.fromEntries(await request.formData());
  const read = readWording(values);
  if (!read.ok) return refuseEdit(read.errors, values);
  const decision = decideWording(
    read.asked,
    found.areas.map(({ code }) => code),
  );
  const asked = decision.ok ? decision.wording : read.asked;
  const outcome = await recordEdit(found, user, read.form, {
    refused: decision.ok ? undefined : wordingErrors(decision),
    isMade: (now) => isSameWording(asked, wordingOf(now)),
    isVariation: ({ action: { title, areaCode, weight } }) =>
      !isSameWording(asked, { ...asked, title, areaCode, weight }),
    write: (writing) => writeWording(writing, found.action.id, asked),
  });
  if (!outcome.ok) return refuseEdit(outcome.errors, values, outcome.meanwhile);
  const address = planActionAddress(found.plan.code, found.action.code);
  return redirect(withQuery(address, { modificata: outcome.edit }));
}

export default function PlanActionEditPage() {
  const { plan, action, areas, years, links, prefilled, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here="Modifica"
      />
      <main id="contenuto" tabIndex={-1}>
        <EditForm
          {...form}
          plan={plan}
          stillChanges="Temi e norme non sono del piano: si cambiano ancora."
          action={planActionEditAddress(plan.code, action.code, "modifica")}
          back={{ address, words: "all’azione" }}
          refused={refused}
          heading={
            <>
              <h1>Modifica l’azione {action.code}</h1>
              <p className="sent">{action.title}</p>
            </>
          }
          aside={
            <>
              <LinkFacts code={action.code} links={links} />
              <li>Un altro ambito: da oggi le sue annualità contano nelle cifre di quell’ambito.</li>
              <li>
                Un altro peso: da oggi cambiano le medie di avanzamento del piano
                {years.length > 0 && <> per il {joinWords(years.map(String))}</>}; quella dell’azione no.
              </li>
            </>
          }
        >
          <WordingFields areas={areas} typed={refused?.typed ?? prefilled} errors={refused?.errors ?? {}} />
        </EditForm>
      </main>
    </>
  );
}

type Action = typeof action;
