import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  cessationAddress,
  officeAddress,
  officeEditAddress,
  officesAddress,
  withQuery,
} from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OfficeFields } from "#app/components/office/office-fields.tsx";
import { OfficeWords } from "#app/components/office/office-words.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { decideOffice } from "#app/domain/office/offices.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { mustEditOffices, officeOr404, possibleParents } from "#app/pages/office/office-edit.server.ts";
import { officeValues, readOffice } from "#app/pages/office/office-form.server.ts";
import { CHANGED_MEANWHILE, officeErrors } from "#app/pages/office/office-refusals.server.ts";
import { nameIn } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { askedOfficeOf, recordOffice } from "#db/office/office-edits.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Modifica ${data?.office.name ?? "ufficio"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { office, organisation } = await officeOr404(params);
  mustEditOffices(user);
  const { parent_code } = office;
  return {
    office: { ...office, parentName: parent_code === null ? null : nameIn(organisation)(parent_code) },
    prefilled: officeValues(askedOfficeOf(office)),
    seen: seenKey(askedOfficeOf(office)),
    parents: possibleParents(organisation, office),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { office, organisation } = await officeOr404(params);
  mustEditOffices(user);

  const values = Object.fromEntries(await request.formData());
  const read = readOffice(values, office.code);
  if (!read.ok) return refuse(read.errors, values);
  const saved = redirect(withQuery(officeAddress(office.code), { salvato: 1 }));
  const current = seenKey(askedOfficeOf(office));
  if (current === seenKey(read.asked)) return saved;
  if (current !== read.seen) return refuse({ seen: [CHANGED_MEANWHILE] }, values, true);
  const { offices } = organisation;
  const decision = decideOffice(read.asked, { offices, taken: null, today: today() });
  if (!decision.ok) return refuse(officeErrors(decision.refusals), values);
  const outcome = await recordOffice(db, decision.office, read.seen);
  return outcome.recorded ? saved : refuse({ seen: [CHANGED_MEANWHILE] }, values, true);
}

export default function OfficeEditPage() {
  const { office, prefilled, seen, parents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = officeAddress(office.code);
  return (
    <>
      <Crumbs
        above={[
          { address: officesAddress(), name: "Uffici" },
          { address, name: office.name },
        ]}
        here="Modifica"
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={officeEditAddress(office.code)}
          back={{ address, words: "all’ufficio" }}
          save="Salva l’ufficio"
          seen={seen}
          refused={refused}
          now={
            <p>
              <b>{office.name}</b>: <OfficeWords office={office} />. Fonte: {office.source}.
            </p>
          }
          heading={
            <>
              <h1>Modifica l’ufficio</h1>
              <p className="sent">
                {office.name} <span className="mut">({office.code})</span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                Gli uffici hanno solo un presente: il nome nuovo si legge ovunque, anche guardando un giorno
                passato. Il codice non cambia.
              </li>
              <li>
                Se fa capo a un altro ufficio, chi risponde di quello può aggiornare anche ciò che è affidato
                a questo.
              </li>
              <li>
                Quello di cui risponde resta suo. Se non esiste più, usa{" "}
                <a href={cessationAddress(office.code)}>la cessazione</a>.
              </li>
            </ul>
          }
        >
          <OfficeFields
            parents={parents}
            typed={refused?.typed ?? prefilled}
            errors={refused?.errors ?? {}}
          />
        </OrganisationForm>
      </main>
    </>
  );
}
