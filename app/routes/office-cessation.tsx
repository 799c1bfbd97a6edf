import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cessationAddress, officeAddress, officesAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { GroundsFields } from "#app/components/edit/grounds-fields.tsx";
import { Field } from "#app/components/form/field.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { HeldList } from "#app/components/office/held-list.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";
import { decideCessation, isEmptyHanded } from "#app/domain/office/office-cessation.ts";
import { isActive } from "#app/domain/office/offices.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { formatDay } from "#app/format.ts";
import { followsAForm } from "#app/http.server.ts";
import { activeOffices, mustEditOffices, officeOr404 } from "#app/pages/office/office-edit.server.ts";
import { readCessation } from "#app/pages/office/office-form.server.ts";
import { CHANGED_MEANWHILE, cessationErrors } from "#app/pages/office/office-refusals.server.ts";
import { groundsErrors } from "#app/pages/edit/plan-action-refusals.server.ts";
import { authorOf, requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordCessation } from "#db/office/office-cessation.ts";
import { findHoldings } from "#db/office/office-holdings.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cessazione di ${data?.office.name ?? "un ufficio"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { office, organisation } = await officeOr404(params);
  mustEditOffices(user);
  if (!followsAForm(request) && !isActive(office, today())) throw redirect(officeAddress(office.code));
  const holdings = await findHoldings(db, office, today());
  return {
    office,
    holdings,
    seen: seenKey(holdings),
    isEmpty: isEmptyHanded(holdings),
    successors: activeOffices(organisation, office.code),
    today: today(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { office, organisation } = await officeOr404(params);
  mustEditOffices(user);

  const values = Object.fromEntries(await request.formData());
  const read = readCessation(values);
  if (!read.ok) return refuse(read.errors, values);
  const { successor, grounds } = read.asked;
  const saved = redirect(withQuery(officeAddress(office.code), { salvato: 1 }));
  const isDone = !isActive(office, today()) && office.successor_code === successor;
  if (isDone) return saved;
  const holdings = await findHoldings(db, office, today());
  const asked = { office: office.code, successor };
  const decision = decideCessation(asked, { offices: organisation.offices, holdings, today: today() });
  const why = decideGrounds(grounds, { isAdopted: true, today: today() });
  if (!decision.ok || !why.ok)
    return refuse(
      { ...(decision.ok ? {} : cessationErrors(decision)), ...(why.ok ? {} : groundsErrors(why)) },
      values,
    );
  const by = authorOf(user);
  const outcome = await recordCessation(
    db,
    { ...asked, seen: read.seen, today: today() },
    { by, ...why.grounds },
  );
  return outcome.recorded ? saved : refuse({ seen: [CHANGED_MEANWHILE] }, values, true);
}

export default function OfficeCessationPage() {
  const { office, holdings, seen, isEmpty, successors, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed = {}, errors = {} } = refused ?? {};
  const address = officeAddress(office.code);
  return (
    <>
      <Crumbs
        above={[
          { address: officesAddress(), name: "Uffici" },
          { address, name: office.name },
        ]}
        here="Cessazione"
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={cessationAddress(office.code)}
          back={{ address, words: "all’ufficio" }}
          save="Registra la cessazione"
          seen={seen}
          refused={refused}
          now={<p>L’elenco di ciò che passa al successore è di adesso: rileggilo prima di confermare.</p>}
          heading={
            <>
              <h1>Cessazione di {office.name}</h1>
              <p className="sent">
                Da oggi, {formatDay(today)}, l’ufficio non c’è più. Non si torna indietro da qui.
              </p>
            </>
          }
          aside={
            <>
              <HeldList holdings={holdings} />
              <ul className="list">
                <li>
                  Chi guarda un giorno passato trova ancora questo ufficio. I contributi che ha comunicato
                  restano nella storia; da oggi li comunica il successore, che finché non lo fa conta come da
                  avviare: le proposte al RTD possono cambiare.
                </li>
                <li>
                  Dove il successore rispondeva già, non è scritto due volte: se erano in due, resta solo lui
                  e l’annualità non è più condivisa.
                </li>
              </ul>
            </>
          }
        >
          <Field
            name="successor"
            label="A chi passa ciò di cui risponde"
            hint={
              isEmpty
                ? "facoltativo: nulla di ciò che gli è affidato lo chiede"
                : "un ufficio attivo, anche uno che oggi gli fa capo"
            }
            errors={errors.successor}
          >
            {(field) => (
              <select {...field} className="fi wide" defaultValue={typed.successor ?? ""}>
                <option value="">{isEmpty ? "A nessuno" : "Scegli l’ufficio"}</option>
                {successors.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
