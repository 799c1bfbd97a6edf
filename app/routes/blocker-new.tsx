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
import { BlockerFields } from "#app/components/work-process/blocker-fields.tsx";
import { LevelOf } from "#app/components/work-process/level.tsx";
import { ProcessNow } from "#app/components/work-process/process-now.tsx";
import { levelWith } from "#app/domain/work-process/blocker-edits.ts";
import { formatDay } from "#app/format.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { addBlocker, processToday } from "#app/pages/work-process/blocker-edit.server.ts";
import { lastEditOf, seenOf, standingProcessOr404 } from "#app/pages/work-process/process-edit.server.ts";
import { readBlocker } from "#app/pages/work-process/process-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Nuovo blocco del processo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const process = await standingProcessOr404(params, await requireUser(request));
  const now = await processToday(process);
  return {
    process,
    level: now.level,
    levels: { whole: levelWith(now, "whole"), part: levelWith(now, "part") },
    seen: seenOf(process),
    last: await lastEditOf(process),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const process = await standingProcessOr404(params, user);
  const values = Object.fromEntries(await request.formData());
  const read = readBlocker(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await addBlocker(process, user, read);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);
  return redirect(withQuery(workProcessAddress(process.code), { salvato: outcome.edit }));
}

export default function BlockerNewPage() {
  const { process, level, levels, seen, last, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = { basis: "stated" }, errors = {} } = refused ?? {};
  const address = workProcessAddress(process.code);
  const isOutsourced = process.written === "outsourced";
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress(), name: "Processi" },
          { address, name: process.code },
        ]}
        here="Nuovo blocco"
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={workProcessEditAddress(process.code, "blocchi/nuovo")}
          back={{ address, words: "al processo" }}
          save="Aggiungi il blocco"
          seen={seen}
          refused={refused}
          now={<ProcessNow process={process} last={last} />}
          heading={
            <>
              <h1>Nuovo blocco</h1>
              <p className="sent">
                {process.activity ?? process.name} <span className="mut">({process.code})</span>
              </p>
              <p>
                Livello di oggi: <LevelOf level={level} />
              </p>
            </>
          }
          aside={
            <ul className="list">
              {isOutsourced ? (
                <li>
                  Il processo è affidato all’esterno: resta <b>esterno</b> qualunque cosa lo blocchi, e un
                  altro blocco non si aggiunge.
                </li>
              ) : (
                <li>
                  Con un blocco che ferma tutta l’attività il livello è <LevelOf level={levels.whole} />; con
                  uno che ne ferma una parte è <LevelOf level={levels.part} />.
                </li>
              )}
              <li>
                Vale da oggi, {formatDay(today)}. Se il livello scende, la svolta resta scritta nella storia
                del processo con il motivo e il tuo ruolo.
              </li>
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
