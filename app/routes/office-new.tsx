import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newOfficeAddress, officeAddress, officesAddress, withQuery } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OfficeFields } from "#app/components/office/office-fields.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { decideOffice } from "#app/domain/office/offices.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { mustEditOffices, possibleParents, takenCodes } from "#app/pages/office/office-edit.server.ts";
import { readOffice } from "#app/pages/office/office-form.server.ts";
import { officeErrors } from "#app/pages/office/office-refusals.server.ts";
import { findOrganisation } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { askedOfficeOf, recordNewOffice } from "#db/office/office-edits.ts";

export const meta: MetaFunction = () => [{ title: "Nuovo ufficio – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  mustEditOffices(user);
  return { parents: possibleParents(await findOrganisation()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  mustEditOffices(user);
  const organisation = await findOrganisation();

  const values = Object.fromEntries(await request.formData());
  const read = readOffice(values);
  if (!read.ok) return refuse(read.errors, values);
  const saved = redirect(withQuery(officeAddress(read.asked.code), { salvato: 1 }));
  const same = organisation.offices.find(({ code }) => code === read.asked.code);
  if (same && seenKey(askedOfficeOf(same)) === seenKey(read.asked)) return saved;
  const { offices } = organisation;
  const decision = decideOffice(read.asked, { offices, taken: takenCodes(organisation), today: today() });
  if (!decision.ok) return refuse(officeErrors(decision.refusals), values);
  const outcome = await recordNewOffice(db, decision.office);
  if (!outcome.recorded) return refuse(officeErrors([{ field: "code", reason: "code-taken" }]), values);
  return saved;
}

export default function OfficeNewPage() {
  const { parents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ address: officesAddress(), name: "Uffici" }]} here="Nuovo ufficio" />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={newOfficeAddress()}
          back={{ address: officesAddress(), words: "agli uffici" }}
          save="Salva l’ufficio"
          refused={refused}
          heading={<h1>Nuovo ufficio</h1>}
          aside={
            <ul className="list">
              <li>Da oggi può rispondere di azioni, far parte di gruppi, avere uffici che gli fanno capo.</li>
              <li>
                Non risponde ancora di nulla: gli si affida un’azione dalla pagina dei suoi responsabili.
              </li>
            </ul>
          }
        >
          <OfficeFields isNew parents={parents} typed={refused?.typed ?? {}} errors={refused?.errors ?? {}} />
        </OrganisationForm>
      </main>
    </>
  );
}
