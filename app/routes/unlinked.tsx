import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import {
  ActionsWithoutObjectives,
  ObjectivesWithoutActions,
  UnreadTerms,
} from "#app/components/objective/unlinked-lists.tsx";
import { UnlinkedFilter } from "#app/components/objective/unlinked-filter.tsx";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { dayWith } from "#app/format.ts";
import { objectivesAddress, unlinkedAddress } from "#app/objective-addresses.ts";
import { unlinkedAsked } from "#app/pages/objective/unlinked.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Collegamenti tra obiettivi e azioni – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const lists = await unlinkedAsked(request, asOf);
  const isFine = !asOf.error && !lists.error;
  return data(
    { asOf, mayLink: mayEditObjectives(user) && !asOf.at.isOver, ...lists },
    { status: isFine ? 200 : 422 },
  );
}

export default function UnlinkedPage() {
  const { asOf, mayLink, asked, office, error, offices, objectives, plans, unread, total } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: objectivesAddress({ al }), name: "Obiettivi" }]} here="Collegamenti" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Collegamenti tra obiettivi e azioni</h1>
            <p className="sub">
              Che cosa non è collegato e che cosa non si è potuto leggere{office && `, ${office}`}, situazione{" "}
              {dayWith("al", asOf.at.day)}
            </p>
          </div>
          <AsOfForm
            path={unlinkedAddress()}
            kept={asked ? { ufficio: asked } : {}}
            asOf={asOf}
            shortcuts={[]}
          />
        </div>
        <p className="sent">
          Un obiettivo senza azioni e un’azione senza obiettivi sono legittimi: qui si vedono, per decidere.
        </p>
        <UnlinkedFilter {...{ asked, error, offices, al }} />
        <ObjectivesWithoutActions {...{ objectives, total, mayLink, al }} />
        <section aria-labelledby="senza-obiettivi">
          <h2 id="senza-obiettivi">Azioni senza obiettivi</h2>
          {plans.length === 0 && <p className="mut">Non c’è un piano adottato.</p>}
          {plans.map((plan) => (
            <ActionsWithoutObjectives key={plan.code} {...{ plan, mayLink, al }} />
          ))}
        </section>
        <UnreadTerms steps={unread} al={al} />
      </main>
    </>
  );
}
