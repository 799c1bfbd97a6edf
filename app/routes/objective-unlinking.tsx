import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planActionAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { LinkNow } from "#app/components/objective/link-now.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { formatDay } from "#app/format.ts";
import { objectiveAddress, objectivePart, objectivesAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { linkOr404, linkToUndoOr404, undoLink } from "#app/pages/objective/unlink.server.ts";
import { readGrounds } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Sciogli un collegamento dell’obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link, objective, action } = await linkToUndoOr404(params, await requireUser(request));
  const { id, version, plan, action: code, year, rationale, weight, held_from_on } = link;
  return {
    objective,
    link: { id, plan, action: code, title: action.title, year, rationale, weight, since: held_from_on },
    seen: String(version),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const link = await linkOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readGrounds(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await undoLink(link, user, read.form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(link.objective), { collegamento: outcome.edit }));
}

export default function ObjectiveUnlinkingPage() {
  const { objective, link, seen, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = {}, errors = {} } = refused ?? {};
  const address = objectiveAddress(objective.code);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: objective.code },
        ]}
        here={`Collegamento con la ${link.action}`}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={objectivePart(objective.code, "collegamenti", link.id, "scioglimento")}
          back={{ address, words: "all’obiettivo" }}
          save="Sciogli il collegamento"
          seen={seen}
          refused={refused}
          now={<LinkNow link={link} />}
          heading={
            <>
              <h1>Sciogli il collegamento</h1>
              <p className="sent">
                {objective.title} <span className="mut">({objective.code})</span>
              </p>
              <LinkNow link={link} />
            </>
          }
          aside={
            <ul className="list">
              <li>
                Da oggi, {formatDay(today)}, l’avanzamento dell’obiettivo non conta più{" "}
                {link.year === null ? "le annualità di questa azione" : `l’annualità ${link.year}`}, salvo
                quelle collegate anche per altra via.
              </li>
              <li>Chi guarda un giorno passato lo trova ancora. Si può collegare di nuovo.</li>
              <li>
                L’azione resta com’è:{" "}
                <a href={planActionAddress(link.plan, link.action)}>apri la {link.action}</a>.
              </li>
            </ul>
          }
        >
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
