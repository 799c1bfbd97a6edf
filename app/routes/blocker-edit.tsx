import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { blockerEditAddress, withQuery, workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { BlockerFields } from "#app/components/work-process/blocker-fields.tsx";
import { IfStructural } from "#app/components/work-process/if-structural.tsx";
import { BlockerWords, ProcessNow } from "#app/components/work-process/process-now.tsx";
import { levelIfStructural } from "#app/domain/work-process/blocker-edits.ts";
import { formatDay } from "#app/format.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  changeBlocker,
  processToday,
  standingBlockerOr404,
} from "#app/pages/work-process/blocker-edit.server.ts";
import { hangingOn, lastEditOf, seenOf } from "#app/pages/work-process/process-edit.server.ts";
import { blockerValues, readBlocker } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Modifica il blocco ${params.ordinal} del processo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { process, blocker } = await standingBlockerOr404(params, await requireUser(request));
  const now = await processToday(process);
  return {
    process,
    blocker,
    prefilled: blockerValues(blocker),
    claims: (await hangingOn(process, blocker.ordinal)).falling.claims,
    level: now.level,
    ifStructural: levelIfStructural(now, blocker.ordinal),
    seen: seenOf(process),
    last: await lastEditOf(process),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const found = await standingBlockerOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readBlocker(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await changeBlocker(found, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(found.process.code), { salvato: outcome.edit }));
}

export default function BlockerEditPage() {
  const { process, blocker, prefilled, claims, level, ifStructural, seen, last, today } =
    useLoaderData<typeof loader>();
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
        here={`Blocco ${blocker.ordinal}, modifica`}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={blockerEditAddress(process.code, blocker.ordinal, "modifica")}
          back={{ address, words: "al processo" }}
          save="Salva il blocco"
          seen={seen}
          refused={refused}
          now={<ProcessNow process={process} last={last} />}
          heading={
            <>
              <h1>Modifica il blocco {blocker.ordinal}</h1>
              <p className="sent">
                {process.activity ?? process.name} <span className="mut">({process.code})</span>
              </p>
              <p>
                <BlockerWords blocker={blocker} />
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                Vale da oggi, {formatDay(today)}: chi guarda un giorno passato trova com’era. Se il livello
                cambia, la svolta resta scritta con il motivo e il tuo ruolo.
              </li>
              {claims.length > 0 && blocker.removability !== "structural" && (
                <li>
                  <IfStructural claims={claims} level={level} then={ifStructural} />
                </li>
              )}
              <li>Gli sblocchi restano su questo blocco: se è un altro, ritiralo e aggiungine uno nuovo.</li>
            </ul>
          }
        >
          <BlockerFields typed={typed} errors={errors} />
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
