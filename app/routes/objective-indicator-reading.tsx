import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ReadingFields } from "#app/components/objective/reading-fields.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { dayWith, formatWeight } from "#app/format.ts";
import {
  objectiveAddress,
  objectivePart,
  objectivesAddress,
  recordedAddress,
} from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { indicatorOr404 } from "#app/pages/objective/indicator-edit.server.ts";
import { objectiveToKeepOr404 } from "#app/pages/objective/kept-objective.server.ts";
import { readIndicatorValue, readReadingForm } from "#app/pages/objective/reading-form.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listLastReadings } from "#db/objective/indicator-records.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Valore dell’indicatore ${params.ordinal}, obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await objectiveToKeepOr404(await requireUser(request), params);
  const indicator = await indicatorOr404(objective, params);
  const [last] = await listLastReadings(db, indicator.id);
  return { code: objective.code, indicator, last: last ?? null, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const objective = await objectiveToKeepOr404(user, params, sent);
  const indicator = await indicatorOr404(objective, params);
  const form = readReadingForm(sent);
  if (!form.ok) return refuse(form.errors, sent);
  const outcome = await readIndicatorValue({ objective, indicator }, user, form, sent);
  if (!outcome.ok) return refuse(outcome.errors, sent, outcome.isConflict);
  return redirect(recordedAddress(objective.code, "valore", outcome.id));
}

export default function ObjectiveIndicatorReadingPage() {
  const { code, indicator, last, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, unit, ordinal, start_value: start, target_value: target } = indicator;
  const address = objectiveAddress(code);
  const lastWords = (
    <p>
      {last === null
        ? "Non è ancora stato letto nessun valore."
        : `Ultimo valore scritto: ${formatWeight(last.value)} ${unit} ${dayWith("al", last.effective_on)}.`}
    </p>
  );
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: code },
        ]}
        here={`Indicatore ${ordinal}, valore`}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={objectivePart(code, "indicatori", ordinal, "valore")}
          back={{ address, words: "all’obiettivo" }}
          save="Salva il valore"
          seen={String(last?.id ?? 0)}
          refused={refused}
          now={lastWords}
          heading={
            <>
              <h1>Valore di un indicatore</h1>
              <p className="sent">
                {name}: {start === null ? "" : `da ${formatWeight(start)} `}a {formatWeight(target)} {unit}
              </p>
              {lastWords}
            </>
          }
          aside={
            <ul className="list">
              <li>I valori si aggiungono, nessuno si cancella: conta l’ultimo per giorno.</li>
              <li>Un indicatore si legge accanto all’avanzamento dell’obiettivo: non vi entra.</li>
            </ul>
          }
        >
          <ReadingFields
            typed={refused?.typed ?? {}}
            errors={refused?.errors ?? {}}
            unit={unit}
            today={today}
          />
        </OrganisationForm>
      </main>
    </>
  );
}
