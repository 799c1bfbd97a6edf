import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  newWorkProcessAddress,
  withQuery,
  workProcessAddress,
  workProcessesAddress,
} from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { NewProcessFields } from "#app/components/work-process/new-process-fields.tsx";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { activeOffices } from "#app/pages/office/office-edit.server.ts";
import { findOrganisation } from "#app/pages/office/organisation.server.ts";
import { mustEditProcesses } from "#app/pages/work-process/process-edit.server.ts";
import { readNewProcess } from "#app/pages/work-process/process-form.server.ts";
import { addProcess, proposedForNew } from "#app/pages/work-process/process-new.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = () => [{ title: "Nuovo processo – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  mustEditProcesses(await requireUser(request));
  return {
    proposed: await proposedForNew(),
    offices: activeOffices(await findOrganisation()),
    today: today(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  mustEditProcesses(user);
  const values = Object.fromEntries(await request.formData());
  const read = readNewProcess(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await addProcess(user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(read.asked.code), { salvato: outcome.edit }));
}

export default function WorkProcessNewPage() {
  const { proposed, offices, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = {}, errors = {} } = refused ?? {};
  return (
    <>
      <Crumbs above={[{ address: workProcessesAddress(), name: "Processi" }]} here="Nuovo processo" />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={newWorkProcessAddress()}
          back={{ address: workProcessesAddress(), words: "ai processi" }}
          save="Aggiungi il processo"
          refused={refused}
          heading={
            <>
              <h1>Nuovo processo</h1>
              <p className="sent">Un processo che nessuna mappa dice, nel catalogo «Aggiunti a mano».</p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                Da qui in poi è un processo come quelli delle mappe: si conta, si sblocca, si modifica e si
                ritira allo stesso modo.
              </li>
              <li>Vale dal giorno che indichi: chi guarda un giorno precedente non lo trova.</li>
              <li>
                Codice, area, livello e giorno restano come li scrivi adesso; il resto si può modificare.
              </li>
            </ul>
          }
        >
          <NewProcessFields
            proposed={proposed}
            offices={offices}
            today={today}
            typed={typed}
            errors={errors}
          />
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
