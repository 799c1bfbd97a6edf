import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { actionYearOr404 } from "#app/pages/status/action-year.server.ts";
import { carryOverAddress, planActionAddress, planAddress } from "#app/addresses.ts";
import { carryOver, carryOverOf } from "#app/pages/triennium/carry-over.server.ts";
import { readCarryOver } from "#app/pages/triennium/carry-over-form.server.ts";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { MeanwhileBox } from "#app/components/form/meanwhile-box.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { SituationOf } from "#app/components/situation.tsx";
import { CarryOverFields } from "#app/components/triennium/carry-over-fields.tsx";
import { WhatIsCarried } from "#app/components/triennium/what-is-carried.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { forbidden } from "#app/http.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findLastLine } from "#db/status-lines.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Riporta ${params.code}, ${params.year} (piano ${params.plan}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found } = await carriableOr404(request, params);
  const { plan, action, actionYear } = found;
  const last = await findLastLine(db, actionYear.id);
  return { plan, action, actionYear, ...(await carryOverOf(found)), last, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, found } = await carriableOr404(request, params);
  const values = Object.fromEntries(await request.formData());
  const form = readCarryOver(values);
  if (!form.ok) return refuse(form.errors, values);
  const outcome = await carryOver(found, form.asked, user);
  if (!outcome.ok) return refuse(outcome.errors, values, outcome.isConflict);

  const address = planActionAddress(found.plan.code, found.action.code);
  const said = outcome.sequence === null ? "" : `?registrata=${outcome.sequence}`;
  return redirect(`${address}${said}#anno-${found.actionYear.year}`);
}

export default function CarryOverPage() {
  const { plan, action, actionYear, places, chosen, undone, draftStamp, last, today } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Action>();
  const address = planActionAddress(plan.code, action.code);
  const mayCarry = places.length > 0 && isOpen(actionYear.status);
  return (
    <>
      <Crumbs
        above={[
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
          { address, name: action.code },
        ]}
        here={`${actionYear.year}, riporto`}
      />
      <main id="contenuto" tabIndex={-1}>
        {refused && <ErrorSummary title="Il riporto non è stato salvato" errors={refused.errors} />}
        {refused?.isConflict && last && refused.typed.sequence !== String(last.sequence) && (
          <MeanwhileBox line={last} />
        )}
        <h1>
          Riporta il {actionYear.year} della {action.code}
        </h1>
        <p className="sent">{action.title}</p>
        <p>
          Situazione di oggi: <SituationOf actionYear={actionYear} />
        </p>
        {mayCarry || chosen ? (
          <form
            method="post"
            action={carryOverAddress(plan.code, action.code, actionYear.year)}
            className="cols form"
            noValidate
          >
            <div>
              <input type="hidden" name="sequence" value={last?.sequence ?? 0} />
              <CarryOverFields
                places={mayCarry ? places : []}
                {...{ chosen, undone, draftStamp }}
                typed={refused?.typed ?? {}}
                errors={refused?.errors ?? {}}
                today={today}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Salva il riporto
                </button>
                <a href={address}>Annulla e torna all’azione</a>
              </p>
            </div>
            <WhatIsCarried
              action={action}
              year={actionYear.year}
              places={mayCarry ? places : []}
              isChosen={chosen !== null}
            />
          </form>
        ) : (
          <p className="sent">
            {isOpen(actionYear.status)
              ? "Non c’è un piano successivo in cui riportarla."
              : "Questa annualità non è aperta: non c’è nulla da riportare."}{" "}
            <a href={address}>Torna all’azione</a>
          </p>
        )}
      </main>
    </>
  );
}

type Action = typeof action;

async function carriableOr404(request: Request, params: Params) {
  const user = await requireUser(request);
  const found = await actionYearOr404(params);
  if (!mayEdit(user)) throw forbidden("Riportare un’annualità nel piano successivo spetta al RTD.");
  return { user, found };
}
