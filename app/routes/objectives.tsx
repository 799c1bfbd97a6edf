import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { Downloads } from "#app/components/frame/downloads.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ObjectiveFilters, PrintedObjectiveFilters } from "#app/components/objective/objective-filters.tsx";
import { ObjectiveTable } from "#app/components/objective/objective-table.tsx";
import { ObjectivesSentence, WhatIsMissing } from "#app/components/objective/objectives-sentence.tsx";
import { countObjectives } from "#app/domain/objective/objective-counts.ts";
import { ownObjectives } from "#app/domain/objective/objective-filter.ts";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";
import { newObjectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { objectivesAsked } from "#app/pages/objective/objective-filter.server.ts";
import { objectiveRow } from "#app/pages/objective/objective-rows.server.ts";
import { unlinkedActions } from "#app/pages/objective/unlinked-actions.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Obiettivi – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { all, found, filter, asked, errors, otherYear, choices } = await objectivesAsked(
    request,
    asOf,
    user,
  );
  const own = new Set(ownObjectives(found, user));
  const isFine = !asOf.error && Object.keys(errors).length === 0;
  return data(
    {
      asOf,
      asked,
      errors,
      choices,
      otherYear,
      year: filter.year,
      isEmpty: all.length === 0,
      mayEdit: !asOf.at.isOver && mayEditObjectives(user),
      counts: countObjectives(found),
      unlinked: await unlinkedActions(all, asOf.at),
      own: found.filter((one) => own.has(one)).map(objectiveRow),
      others: found.filter((one) => !own.has(one)).map(objectiveRow),
    },
    { status: isFine ? 200 : 422 },
  );
}

export default function ObjectivesPage() {
  const { asOf, asked, errors, choices, otherYear, year, counts, own, others, ...page } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs here="Obiettivi" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>{year === undefined ? "Obiettivi" : `Obiettivi del ${year}`}</h1>
            <p className="sub">PEG, PdO, PIAO e DUP, situazione {dayWith("al", asOf.at.day)}</p>
          </div>
          <AsOfForm path={objectivesAddress()} kept={asked} asOf={asOf} shortcuts={[]} />
        </div>
        {page.mayEdit && (
          <p className="sm noprint doing">
            <a href={newObjectiveAddress()}>Nuovo obiettivo</a>
          </p>
        )}
        {page.isEmpty ? (
          <p className="sent">Non c’è ancora nessun obiettivo.</p>
        ) : (
          <>
            {otherYear && <p className="sent">{otherYear}</p>}
            <ObjectivesSentence counts={counts} />
            <section aria-labelledby="obiettivi">
              <h2 id="obiettivi">Gli obiettivi</h2>
              <ObjectiveFilters al={al} asked={asked} year={year} errors={errors} choices={choices} />
              <PrintedObjectiveFilters asked={asked} choices={choices} />
              <p className="sm mut">
                <b>{count(counts.total, "obiettivo", "obiettivi")}.</b>{" "}
                <Downloads
                  of="gli obiettivi"
                  path={objectivesAddress()}
                  query={{ ...asked, anno: year ?? "tutti", al }}
                />
              </p>
              {counts.total === 0 && <p className="sent">Nessun obiettivo corrisponde ai filtri.</p>}
              {own.length > 0 && (
                <>
                  <h3>I tuoi ({formatNumber(own.length)})</h3>
                  <ObjectiveTable rows={own} caption="Gli obiettivi dei tuoi uffici" al={al} />
                </>
              )}
              {others.length > 0 && (
                <>
                  {own.length > 0 && <h3>Degli altri uffici ({formatNumber(others.length)})</h3>}
                  <ObjectiveTable rows={others} caption="Gli obiettivi" al={al} />
                </>
              )}
            </section>
            <WhatIsMissing counts={counts} unlinked={page.unlinked} />
          </>
        )}
      </main>
    </>
  );
}
