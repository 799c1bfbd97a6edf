import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workProcessAddress, workProcessEditAddress, workProcessesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { HangingList } from "#app/components/work-process/hanging-list.tsx";
import { ProcessNow } from "#app/components/work-process/process-now.tsx";
import { RetiredProcess } from "#app/components/work-process/retired-process.tsx";
import { formatDay } from "#app/format.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  hangingOn,
  lastDayOf,
  lastEditOf,
  processToEditOr404,
  retireProcess,
} from "#app/pages/work-process/process-edit.server.ts";
import { readGrounds } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Ritira il processo ${params.code} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const process = await processToEditOr404(params, await requireUser(request));
  return {
    process,
    lastDay: lastDayOf(process),
    last: await lastEditOf(process),
    today: today(),
    ...(await hangingOn(process)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const process = await processToEditOr404(params, user);
  const address = workProcessEditAddress(process.code, "ritiro");
  if (process.retiredOn !== null) return redirect(address);
  const values = Object.fromEntries(await request.formData());
  const read = readGrounds(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await retireProcess(process, user, read.form);
  return outcome.ok ? redirect(address) : refuse(outcome.errors, values, outcome.isConflict);
}

export default function WorkProcessRetirementPage() {
  const { process, lastDay, last, today, falling, seen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = {}, errors = {} } = refused ?? {};
  const address = workProcessAddress(process.code);
  const name = process.activity ?? process.name;
  if (process.retiredOn !== null) return <RetiredProcess process={process} last={last} lastDay={lastDay} />;
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress(), name: "Processi" },
          { address, name: process.code },
        ]}
        here="Ritiro"
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={workProcessEditAddress(process.code, "ritiro")}
          back={{ address, words: "al processo" }}
          save="Ritira il processo"
          seen={seen}
          refused={refused}
          now={<ProcessNow process={process} last={last} />}
          heading={
            <>
              <h1>Ritira il processo {process.code}</h1>
              <p className="sent">{name}</p>
              <p>
                Da oggi, {formatDay(today)}, non si conta più: non è in elenco, non sale e non scende di
                livello. Non si torna indietro da qui.
              </p>
              <h2>Che cosa cade con il processo</h2>
              <HangingList {...falling} />
            </>
          }
          aside={
            <ul className="list">
              <li>Chi guarda un giorno passato trova ancora questo processo, con il livello che aveva.</li>
              <li>
                Gli sblocchi e le svolte restano scritti nella storia: nessuno ha più da deciderli o da
                confermarli. Le azioni che nominano non cambiano.
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
