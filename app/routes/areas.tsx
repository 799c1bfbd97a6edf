import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  areasAddress,
  newAreaAddress,
  newPlanActionAddress,
  planAddress,
  plansAddress,
} from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { AreaVariations } from "#app/components/edit/area-variations.tsx";
import { AreasTable } from "#app/components/edit/areas-table.tsx";
import { EditNotice } from "#app/components/edit/told-edits.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ActWords } from "#app/components/plan/act-words.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { areaVariationsOf, savedArea } from "#app/pages/edit/area-edit.server.ts";
import { planOnDay, planOr404, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = ({ params }) => [{ title: `Ambiti del piano ${params.plan} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { summary } = await planOnDay(plan, asOf.at);
  return data(
    {
      plan,
      asOf,
      areas: summary.areas.map(({ code, title, actions }) => ({ code, title, actions })),
      variations: (await areaVariationsOf(plan)).filter(({ on }) => on <= asOf.at.day),
      mayEdit: mayEdit(user) && !asOf.at.isOver,
      saved: savedArea(request),
      shortcuts: shortcutsOf(plan, asOf.today),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function AreasPage() {
  const { plan, asOf, areas, variations, mayEdit, saved, shortcuts } = useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs
        above={[
          { address: plansAddress(al), name: "Piani" },
          { address: planAddress(plan.code, { al }), name: `Piano ${plan.code}` },
        ]}
        here="Ambiti"
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Ambiti del piano {plan.code}</h1>
            <p className="sub">
              <ActWords plan={plan} />
            </p>
          </div>
          <AsOfForm path={areasAddress(plan.code)} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {saved && <EditNotice saved={saved} />}
        {areas.length === 0 ? (
          <p className="sent">
            Il piano non {al ? "aveva" : "ha"} ancora ambiti.{" "}
            {mayEdit &&
              "Ogni azione sta in un ambito: comincia da qui, con il codice che l’ambito ha nel piano."}
          </p>
        ) : (
          <AreasTable plan={plan.code} areas={areas} mayEdit={mayEdit} />
        )}
        {mayEdit && (
          <p className="noprint">
            <a href={newAreaAddress(plan.code)}>Nuovo ambito</a>
            {areas.length > 0 && (
              <>
                {" · "}
                <a href={newPlanActionAddress(plan.code)}>Nuova azione</a>
              </>
            )}
          </p>
        )}
        <AreaVariations variations={variations} />
      </main>
    </>
  );
}
