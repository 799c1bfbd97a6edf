import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { LinkForm } from "#app/components/objective/link-form.tsx";
import { objectiveAddress, objectivePart, objectivesAddress } from "#app/objective-addresses.ts";
import { yearsWords } from "#app/objective-sentences.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { readLink, readLinkSearch } from "#app/pages/objective/link-form.server.ts";
import { linkToAction, objectiveToLinkOr404, refuseLink } from "#app/pages/objective/link-new.server.ts";
import { actionsToLink } from "#app/pages/objective/link-targets.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastEdit } from "#db/objective/links.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: `Collega un’azione all’obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await objectiveToLinkOr404(params, await requireUser(request));
  const { text, isTooLong, typed } = readLinkSearch(request);
  return data(
    {
      objective: { code: objective.code, title: objective.title },
      years: yearsWords(objective),
      targets: await actionsToLink(objective, text, typed.target),
      query: new URL(request.url).search,
      seen: await findLastEdit(db),
      ...{ isTooLong, typed },
    },
    { status: isTooLong ? 422 : 200 },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const objective = await objectiveToLinkOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readLink(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await linkToAction(objective, user, read.form);
  if (!outcome.ok) return refuseLink(outcome, values);
  return redirect(withQuery(objectiveAddress(objective.code), { collegamento: outcome.edit }));
}

export default function ObjectiveLinkNewPage() {
  const { objective, years, targets, query, seen, isTooLong, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = objectiveAddress(objective.code);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: objective.code },
        ]}
        here="Collega un’azione"
      />
      <main id="contenuto" tabIndex={-1}>
        <LinkForm
          address={objectivePart(objective.code, "collegamenti", "nuovo")}
          back={{ address, words: "all’obiettivo" }}
          search={{
            label: "Cerca tra le azioni dei piani adottati",
            legend: "Azione",
            isTooLong,
          }}
          {...{ query, refused, targets, typed, seen }}
          heading={
            <>
              <h1>Collega un’azione</h1>
              <p className="sent">
                {objective.title}{" "}
                <span className="mut">
                  ({objective.code}, {years})
                </span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                L’avanzamento dell’obiettivo conta, da oggi, anche le annualità dell’azione negli anni
                dell’obiettivo, {years}: ciascuna una volta sola, comunque sia collegata.
              </li>
              <li>Un’annualità di un altro anno si può collegare: dice dove sta il lavoro, e non conta.</li>
              <li>Chi guarda un giorno passato vede i collegamenti di allora.</li>
            </ul>
          }
        />
      </main>
    </>
  );
}
