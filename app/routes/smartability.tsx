import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { smartabilityAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { drawLevels } from "#app/components/charts/draw-levels.server.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { Downloads } from "#app/components/frame/downloads.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { Figure } from "#app/components/progress/figure.tsx";
import { BlockersTable } from "#app/components/smartability/blockers-table.tsx";
import { findingSubtitle, findingTitle } from "#app/components/smartability/finding-words.tsx";
import { claimsWords } from "#app/components/unblock-claim/claim-filters.tsx";
import { LEVEL_LEGEND, LevelsCaption } from "#app/components/smartability/levels-caption.tsx";
import { LevelRowsTable } from "#app/components/smartability/level-rows-table.tsx";
import { NoProcesses } from "#app/components/smartability/no-processes.tsx";
import { NotSupposed } from "#app/components/smartability/not-supposed.tsx";
import { Ranking } from "#app/components/smartability/ranking.tsx";
import { SmartabilityFigures } from "#app/components/smartability/smartability-figures.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { count } from "#app/format.ts";
import { pastDays, smartabilityOnDay } from "#app/pages/smartability/level-chart.server.ts";
import { rankingOnDay } from "#app/pages/smartability/ranking.server.ts";
import {
  readSupposition,
  suppositionOnDay,
  withSupposed,
} from "#app/pages/smartability/supposition.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Smartabilità – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  const onDay = await smartabilityOnDay(asOf.at);
  const { rows: ranking, without } = await rankingOnDay(asOf.at);
  const supposed = await readSupposition(request, asOf.at);
  const supposition = await suppositionOnDay(asOf.at, supposed.ids, supposed.isWhole);
  const rows = withSupposed(onDay.rows, supposition);
  return data(
    {
      asOf,
      ...onDay,
      rows,
      drawing: drawLevels(rows),
      ranking,
      without,
      shortcuts: (await pastDays(asOfNow(asOf.today))).slice(-4).reverse(),
      supposed: { ...supposed, rises: supposition },
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function SmartabilityPage() {
  const { asOf, rows, figures, written, finding, blockers, claims, maps, ...page } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  const total = finding.total;
  const completate = page.supposed.names;
  return (
    <>
      <Crumbs here="Smartabilità" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Smartabilità dei processi</h1>
            {total > 0 && (
              <p className="sub">
                {count(total, "processo", "processi")} di {count(maps, "catalogo", "cataloghi")} ·{" "}
                {claimsWords(claims)}
              </p>
            )}
          </div>
          <AsOfForm
            path={smartabilityAddress()}
            kept={{ completate }}
            asOf={asOf}
            shortcuts={page.shortcuts}
          />
        </div>
        {page.supposed.rises === null && <NotSupposed {...page.supposed} />}
        {total === 0 ? (
          <NoProcesses asOf={asOf} />
        ) : (
          <>
            <SmartabilityFigures figures={figures} written={written} al={al} />
            <Figure
              id="livelli"
              title={findingTitle(finding)}
              subtitle={findingSubtitle(finding)}
              drawing={page.drawing}
              legend={LEVEL_LEGEND}
              caption={<LevelsCaption rows={rows} figures={figures} day={asOf.at.day} />}
            >
              <LevelRowsTable name="Livelli: i numeri della figura" rows={rows} />
            </Figure>
            <p className="sm noprint">
              <Downloads of="i numeri della figura" path={smartabilityAddress()} query={{ al, completate }} />
            </p>
            <Ranking {...page} rows={rows} al={al} />
            <section>
              <h2>Blocchi per tipo</h2>
              <BlockersTable {...blockers} al={al} />
            </section>
          </>
        )}
      </main>
    </>
  );
}
