import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newAreaAddress, newPlanActionAddress, planAddress, plansAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { AreaVariations } from "#app/components/edit/area-variations.tsx";
import { AreasTable } from "#app/components/edit/areas-table.tsx";
import { EditNotice } from "#app/components/edit/told-edits.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ActWords } from "#app/components/plan/act-words.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { areaVariationsOf, savedArea } from "#app/pages/edit/area-edit.server.ts";
import { planOnDay, planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = ({ params }) => [{ title: `Ambiti del piano ${params.plan} – Rotta` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  const { summary } = await planOnDay(plan, asOfNow(today()));
  return {
    plan,
    areas: summary.areas.map(({ code, title, actions }) => ({ code, title, actions })),
    variations: await areaVariationsOf(plan),
    mayEdit: mayEdit(user),
    saved: savedArea(request),
  };
}

export default function AreasPage() {
  const { plan, areas, variations, mayEdit, saved } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs
        above={[
          { address: plansAddress(), name: "Piani" },
          { address: planAddress(plan.code), name: `Piano ${plan.code}` },
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
        </div>
        {saved && <EditNotice saved={saved} />}
        {areas.length === 0 ? (
          <p className="sent">
            Il piano non ha ancora ambiti.{" "}
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
