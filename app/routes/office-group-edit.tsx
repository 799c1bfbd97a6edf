import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { groupAddress, officesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { GroupFields } from "#app/components/office/group-fields.tsx";
import { OrganisationForm } from "#app/components/office/organisation-form.tsx";
import { decideGroup } from "#app/domain/office/office-groups.ts";
import { seenKey } from "#app/domain/desk/seen.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { count, joinWords } from "#app/format.ts";
import {
  activeOffices,
  groupOr404,
  heldThroughGroup,
  mustEditOffices,
} from "#app/pages/office/office-edit.server.ts";
import { groupValues, readGroup } from "#app/pages/office/office-form.server.ts";
import { CHANGED_MEANWHILE, groupErrors } from "#app/pages/office/office-refusals.server.ts";
import { nameIn } from "#app/pages/office/organisation.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { askedGroupOf, recordGroup } from "#db/office/office-edits.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Gruppo ${data?.group.name ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { group, organisation } = await groupOr404(params);
  mustEditOffices(user);
  return {
    group: { ...group, members: group.offices.map(nameIn(organisation)) },
    offices: activeOffices(organisation),
    held: await heldThroughGroup(group.code),
    prefilled: groupValues(askedGroupOf(group)),
    seen: seenKey(askedGroupOf(group)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { group, organisation } = await groupOr404(params);
  mustEditOffices(user);

  const values = Object.fromEntries(await request.formData());
  const read = readGroup(values, group.code);
  if (!read.ok) return refuse(read.errors, values);
  const { offices, groups } = organisation;
  const decision = decideGroup(read.asked, {
    offices,
    groups: groups.map(({ code }) => code),
    taken: null,
    today: today(),
  });
  const saved = redirect(`${officesAddress()}?salvato=1#${group.code}`);
  const current = seenKey(askedGroupOf(group));
  if (decision.ok && current === seenKey(decision.group)) return saved;
  if (current !== read.seen) return refuse({ seen: [CHANGED_MEANWHILE] }, values, true);
  if (!decision.ok) return refuse(groupErrors(decision.refusals, nameIn(organisation)), values);
  const outcome = await recordGroup(db, decision.group, read.seen);
  return outcome.recorded ? saved : refuse({ seen: [CHANGED_MEANWHILE] }, values, true);
}

export default function OfficeGroupEditPage() {
  const { group, offices, held, prefilled, seen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ address: officesAddress(), name: "Uffici" }]} here={group.name} />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={groupAddress(group.code)}
          back={{ address: officesAddress(), words: "agli uffici" }}
          save="Salva il gruppo"
          seen={seen}
          refused={refused}
          now={
            <p>
              <b>{group.name}</b>: {joinWords(group.members)}. Fonte: {group.source}.
            </p>
          }
          heading={
            <>
              <h1>Modifica il gruppo</h1>
              <p className="sent">
                {group.name} <span className="mut">({group.code})</span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                <HeldThrough {...held} />
              </li>
              <li>
                La nuova composizione vale per le annualità che si aggiungono, e per i piani che si adottano,
                da oggi in poi.
              </li>
              <li>Contiene solo uffici attivi: non altri gruppi, e mai sé stesso.</li>
            </ul>
          }
        >
          <GroupFields offices={offices} typed={refused?.typed ?? prefilled} errors={refused?.errors ?? {}} />
        </OrganisationForm>
      </main>
    </>
  );
}

/** R10: the offices of an annualità were written down when its plan was adopted, or it was added. */
function HeldThrough({ total, open }: { total: number; open: number }) {
  if (total === 0) return <>Oggi nessuna annualità di un piano adottato è affidata a questo gruppo.</>;
  return (
    <>
      <b>{count(total, "annualità è affidata", "annualità sono affidate")}</b> oggi a questo gruppo nei piani
      adottati, {open} ancora {open === 1 ? "aperta" : "aperte"}: gli uffici che ne rispondono furono scritti
      all’adozione e <b>non cambiano</b>. Si cambiano dalla pagina di ciascuna azione.
    </>
  );
}
