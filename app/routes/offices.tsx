import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newGroupAddress, newOfficeAddress, officeAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { GroupsList } from "#app/components/office/groups-list.tsx";
import { CessationWords } from "#app/components/office/office-words.tsx";
import { OrganisationTable } from "#app/components/office/organisation-table.tsx";
import { STALE_AFTER_DAYS } from "#app/domain/plan/freshness.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { count, dayWith } from "#app/format.ts";
import { officesOnDay } from "#app/pages/office/offices.server.ts";
import { shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Uffici – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { plan, ...organisation } = await officesOnDay(asOf.at);
  return data(
    {
      ...organisation,
      plan: plan?.code,
      asOf,
      shortcuts: plan ? shortcutsOf(plan, asOf.today) : [],
      mayEdit: mayEdit(user) && !asOf.at.isOver,
      isSaved: new URL(request.url).searchParams.has("salvato"),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function OfficesPage() {
  const { offices, ceased, groups, plan, asOf, shortcuts, mayEdit, isSaved } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs here="Uffici" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Uffici</h1>
            <p className="sub">
              {plan ? `Le annualità del piano ${plan} di cui rispondono` : "Non c’è un piano adottato"},
              situazione {dayWith("al", asOf.at.day)}
            </p>
          </div>
          <AsOfForm path="/uffici" asOf={asOf} shortcuts={shortcuts} />
        </div>
        {isSaved && (
          <p className="saved" role="status">
            <b>Salvato.</b>
          </p>
        )}
        <div className="cols">
          <section aria-labelledby="organizzazione">
            <h2 id="organizzazione">Organizzazione</h2>
            {offices.length === 0 ? (
              <p className="sent">Non ci sono ancora uffici.</p>
            ) : (
              <>
                <OrganisationTable rows={offices} al={asOf.al} mayEdit={mayEdit} />
                <p className="sm mut">
                  Annualità di cui l’ufficio risponde in proprio, anche attraverso un gruppo: una con più
                  uffici conta per ciascuno, e le righe non si sommano. Ferme: senza aggiornamenti da più di{" "}
                  {STALE_AFTER_DAYS} giorni, quelle in ritardo a parte. L’organizzazione è quella di oggi.
                </p>
              </>
            )}
            {mayEdit && (
              <p className="noprint">
                <a href={newOfficeAddress()}>Nuovo ufficio</a>
              </p>
            )}
          </section>
          <div className="aside">
            <section aria-labelledby="gruppi">
              <h2 id="gruppi">Gruppi</h2>
              {groups.length === 0 ? (
                <p className="sm mut">
                  Nessuno. Un gruppo nomina insieme gli uffici che rispondono delle stesse azioni.
                </p>
              ) : (
                <GroupsList groups={groups} al={asOf.al} mayEdit={mayEdit} />
              )}
              {mayEdit && offices.length > 0 && (
                <p className="noprint">
                  <a href={newGroupAddress()}>Nuovo gruppo</a>
                </p>
              )}
            </section>
            {ceased.length > 0 && (
              <section aria-labelledby="cessati">
                <h2 id="cessati">Uffici cessati</h2>
                <ul className="list">
                  {ceased.map(({ code, name, ceased_on, successor_code, successorName, figures }) => (
                    <li key={code} id={code}>
                      <a href={officeAddress(code, asOf.al)}>{name}</a>
                      <span className="sm d">
                        <CessationWords
                          on={ceased_on!}
                          successor={successor_code ? { code: successor_code, name: successorName! } : null}
                          al={asOf.al}
                        />
                        {figures &&
                          `. Resta scritto su ${count(figures.total, "annualità", "annualità")} del piano ${plan}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      </main>
    </>
  );
}
