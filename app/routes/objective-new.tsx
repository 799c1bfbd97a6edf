import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { CopiedSteps } from "#app/components/objective/copied-steps.tsx";
import { NewObjectiveFields } from "#app/components/objective/new-objective-fields.tsx";
import { OfficesFirst } from "#app/components/objective/offices-first.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { newObjectiveAddress, objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { mustEditObjectives } from "#app/pages/objective/objective-edit.server.ts";
import { readNewObjective } from "#app/pages/objective/objective-form.server.ts";
import {
  addObjective,
  allErrors,
  copiedOr404,
  copiedSteps,
  knownDocuments,
  newObjectiveValues,
} from "#app/pages/objective/objective-new.server.ts";
import { activeOffices } from "#app/pages/office/office-edit.server.ts";
import { findOrganisation } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = () => [{ title: "Nuovo obiettivo – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  mustEditObjectives(await requireUser(request));
  const from = await copiedOr404(new URL(request.url).searchParams.get("da"));
  const offices = activeOffices(await findOrganisation());
  const active = offices.map(({ code }) => code);
  return {
    prefilled: newObjectiveValues(from, active),
    copied: from && { code: from.code, title: from.title, lastEdit: from.lastEdit, steps: copiedSteps(from) },
    documents: await knownDocuments(),
    offices,
    today: today(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  mustEditObjectives(user);
  const values = Object.fromEntries(await request.formData());
  const read = readNewObjective(values);
  if (!read.ok) return refuse(await allErrors(values, read.errors), values);
  const outcome = await addObjective(user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(objectiveAddress(outcome.code), { salvato: outcome.edit }));
}

export default function ObjectiveNewPage() {
  const { prefilled, copied, documents, offices, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? prefilled;
  const errors = refused?.errors ?? {};
  const back = copied
    ? { address: objectiveAddress(copied.code), words: "all’obiettivo" }
    : { address: objectivesAddress(), words: "agli obiettivi" };
  return (
    <>
      <Crumbs above={[{ address: objectivesAddress(), name: "Obiettivi" }]} here="Nuovo obiettivo" />
      <main id="contenuto" tabIndex={-1}>
        {offices.length === 0 ? (
          <OfficesFirst />
        ) : (
          <OrganisationForm
            action={newObjectiveAddress(copied?.code)}
            back={back}
            save="Aggiungi l’obiettivo"
            seen={copied && String(copied.lastEdit)}
            now={copied && <CopiedSteps steps={copied.steps} />}
            refused={refused}
            heading={
              <>
                <h1>Nuovo obiettivo</h1>
                <p className="sent">
                  {copied ? (
                    <>
                      A partire da {copied.code}, «{copied.title}».
                    </>
                  ) : (
                    "Del PEG, del PdO, del PIAO o del DUP: per Rotta sono la stessa cosa con un nome diverso."
                  )}
                </p>
                {copied && <CopiedSteps steps={copied.steps} />}
              </>
            }
            aside={
              <ul className="list">
                <li>
                  Vale da oggi: chi guarda un giorno precedente non lo trova. Punti, indicatori e azioni
                  collegate si aggiungono dalla pagina dell’obiettivo.
                </li>
                <li>
                  Documento, anni, numero e codice restano come li scrivi adesso; il resto si può modificare.
                </li>
              </ul>
            }
          >
            {copied && <input type="hidden" name="copied" value={copied.code} />}
            <NewObjectiveFields documents={documents} offices={offices} typed={typed} errors={errors} />
            <GroundsFields typed={typed} errors={errors} today={today} />
          </OrganisationForm>
        )}
      </main>
    </>
  );
}
