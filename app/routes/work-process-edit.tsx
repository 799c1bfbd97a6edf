import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  withQuery,
  workProcessAddress,
  workProcessEditAddress,
  workProcessesAddress,
} from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { ProcessFields } from "#app/components/work-process/process-fields.tsx";
import { ProcessNow } from "#app/components/work-process/process-now.tsx";
import { formatDay } from "#app/format.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { choosableIn, findOrganisation } from "#app/pages/office/organisation.server.ts";
import {
  lastEditOf,
  rewordProcess,
  seenOf,
  standingProcessOr404,
} from "#app/pages/work-process/process-edit.server.ts";
import { processValues, readProcess } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Modifica il processo ${params.code} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const process = await standingProcessOr404(params, await requireUser(request));
  const held = process.offices.map(({ code }) => code);
  return {
    process,
    prefilled: processValues(process),
    seen: seenOf(process),
    last: await lastEditOf(process),
    offices: choosableIn(await findOrganisation(), held).offices,
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const process = await standingProcessOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readProcess(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await rewordProcess(process, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(process.code), { salvato: outcome.edit }));
}

export default function WorkProcessEditPage() {
  const { process, prefilled, seen, last, offices, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? prefilled;
  const errors = refused?.errors ?? {};
  const address = workProcessAddress(process.code);
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress(), name: "Processi" },
          { address, name: process.code },
        ]}
        here="Modifica"
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={workProcessEditAddress(process.code, "modifica")}
          back={{ address, words: "al processo" }}
          save="Salva il processo"
          seen={seen}
          refused={refused}
          now={<ProcessNow process={process} last={last} />}
          heading={
            <>
              <h1>Modifica il processo</h1>
              <p className="sent">
                {process.activity ?? process.name} <span className="mut">({process.code})</span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                Vale da oggi, {formatDay(today)}: chi guarda un giorno passato trova com’era. Resta scritto
                con il motivo e il tuo ruolo.
              </li>
              <li>
                Il testo della fonte e il livello scritto non cambiano. Il livello di oggi dipende dai
                blocchi: quelli si modificano dalla pagina del processo.
              </li>
              <li>Da oggi le svolte le confermano gli uffici che scegli qui.</li>
            </ul>
          }
        >
          <ProcessFields offices={offices} typed={typed} errors={errors} />
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
