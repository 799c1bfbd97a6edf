import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newGroupAddress, newOfficeAddress, officesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { GroupFields } from "#app/components/office/group-fields.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { decideGroup } from "#app/domain/office/office-groups.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { activeOffices, mustEditOffices, takenCodes } from "#app/pages/office/office-edit.server.ts";
import { readGroup } from "#app/pages/office/office-form.server.ts";
import { groupErrors } from "#app/pages/office/office-refusals.server.ts";
import { findOrganisation, nameIn } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { askedGroupOf, recordNewGroup } from "#db/office/office-edits.ts";

export const meta: MetaFunction = () => [{ title: "Nuovo gruppo – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  mustEditOffices(user);
  return { offices: activeOffices(await findOrganisation()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  mustEditOffices(user);
  const organisation = await findOrganisation();

  const values = Object.fromEntries(await request.formData());
  const read = readGroup(values);
  if (!read.ok) return refuse(read.errors, values);
  const { offices, groups } = organisation;
  const decision = decideGroup(read.asked, {
    offices,
    groups: groups.map(({ code }) => code),
    taken: takenCodes(organisation),
    today: today(),
  });
  const saved = redirect(`${officesAddress()}?salvato=1#${read.asked.code}`);
  if (!decision.ok) {
    const same = groups.find(({ code }) => code === read.asked.code);
    if (same && seenKey(askedGroupOf(same)) === seenKey(read.asked)) return saved;
    return refuse(groupErrors(decision.refusals, nameIn(organisation)), values);
  }
  const outcome = await recordNewGroup(db, decision.group);
  const taken = { field: "code", reason: "code-taken" } as const;
  return outcome.recorded ? saved : refuse(groupErrors([taken], nameIn(organisation)), values);
}

export default function OfficeGroupNewPage() {
  const { offices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ address: officesAddress(), name: "Uffici" }]} here="Nuovo gruppo" />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={newGroupAddress()}
          back={{ address: officesAddress(), words: "agli uffici" }}
          save="Salva il gruppo"
          refused={refused}
          heading={<h1>Nuovo gruppo</h1>}
          aside={
            <ul className="list">
              <li>
                Un gruppo nomina insieme più uffici: un’azione affidata al gruppo è di ciascuno di loro.
              </li>
              <li>Contiene solo uffici attivi: non altri gruppi, e mai sé stesso.</li>
              {offices.length === 0 && (
                <li>
                  Non ci sono ancora uffici: <a href={newOfficeAddress()}>aggiungine uno</a> prima.
                </li>
              )}
            </ul>
          }
        >
          <GroupFields isNew offices={offices} typed={refused?.typed ?? {}} errors={refused?.errors ?? {}} />
        </OrganisationForm>
      </main>
    </>
  );
}
