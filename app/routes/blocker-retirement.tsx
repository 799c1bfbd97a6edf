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
import { HangingList } from "#app/components/work-process/hanging-list.tsx";
import { LevelOf } from "#app/components/work-process/level.tsx";
import { BlockerWords, ProcessNow } from "#app/components/work-process/process-now.tsx";
import { levelWithout } from "#app/domain/work-process/blocker-edits.ts";
import { formatDay } from "#app/format.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  blockerToEditOr404,
  processToday,
  retireBlocker,
  standingBlockerOr404,
} from "#app/pages/work-process/blocker-edit.server.ts";
import { hangingOn, lastEditOf } from "#app/pages/work-process/process-edit.server.ts";
import { readGrounds } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Ritira il blocco ${params.ordinal} del processo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { process, blocker } = await standingBlockerOr404(params, await requireUser(request));
  const now = await processToday(process);
  const { falling, seen } = await hangingOn(process, blocker.ordinal);
  return {
    process,
    blocker,
    claims: falling.claims,
    level: now.level,
    then: levelWithout(now, blocker.ordinal),
    seen,
    last: await lastEditOf(process),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { process, blocker } = await blockerToEditOr404(params, user);
  const address = workProcessAddress(process.code);
  if (!blocker) return redirect(address);
  const values = Object.fromEntries(await request.formData());
  const read = readGrounds(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await retireBlocker({ process, blocker }, user, read.form);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(address, { salvato: outcome.edit }));
}

export default function BlockerRetirementPage() {
  const { process, blocker, claims, level, then, seen, last, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = {}, errors = {} } = refused ?? {};
  const address = workProcessAddress(process.code);
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress(), name: "Processi" },
          { address, name: process.code },
        ]}
        here={`Blocco ${blocker.ordinal}, ritiro`}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={blockerEditAddress(process.code, blocker.ordinal, "ritiro")}
          back={{ address, words: "al processo" }}
          save="Ritira il blocco"
          seen={seen}
          refused={refused}
          now={<ProcessNow process={process} last={last} />}
          heading={
            <>
              <h1>Ritira il blocco {blocker.ordinal}</h1>
              <p className="sent">
                {process.activity ?? process.name} <span className="mut">({process.code})</span>
              </p>
              <p>
                <BlockerWords blocker={blocker} />. Da oggi, {formatDay(today)}, non blocca più. Non si torna
                indietro da qui.
              </p>
              <p>
                Il livello {then === level ? "resta" : "passa da"} <LevelOf level={level} />
                {then !== level && (
                  <>
                    {" "}
                    a <LevelOf level={then} />
                  </>
                )}
                .
              </p>
              <h2>Che cosa cade con il blocco</h2>
              <HangingList blockers={[]} claims={claims} turns={[]} />
            </>
          }
          aside={
            <ul className="list">
              <li>
                Si ritira un blocco che non c’è: che non c’era mai stato, o che se n’è andato senza che
                un’azione del piano lo togliesse. Se lo toglie un’azione, è uno sblocco.
              </li>
              <li>
                Chi guarda un giorno passato lo trova ancora, e gli sblocchi restano scritti nella storia:
                nessuno ha più da deciderli.
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
