import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ProcessBlockers } from "#app/components/work-process/process-blockers.tsx";
import { LevelBox } from "#app/components/work-process/level-box.tsx";
import { LevelStory } from "#app/components/work-process/level-story.tsx";
import { ProcessEdits } from "#app/components/work-process/process-edits.tsx";
import { ProcessLinks } from "#app/components/work-process/process-links.tsx";
import { ProcessSource } from "#app/components/work-process/process-source.tsx";
import { RecordedNotice } from "#app/components/unblock-claim/recorded-notice.tsx";
import { UnlockFigure } from "#app/components/work-process/unlock-figure.tsx";
import { mayAnswerTurn, mayDecideClaims, mayEdit, mayProposeClaim } from "#app/domain/permissions.ts";
import { namedStory } from "#app/pages/work-process/level-story.server.ts";
import { toldProcessEdits } from "#app/pages/work-process/process-history.server.ts";
import { recordedNotice } from "#app/pages/unblock-claim/recorded-notice.server.ts";
import { claimedActionsOnDay, peopleByProcess } from "#app/pages/work-process/smartability.server.ts";
import { quoteOf, toldBlockers, yearsAsked } from "#app/pages/work-process/told-blockers.server.ts";
import { unlockFigure, workProcessOr404 } from "#app/pages/work-process/work-process-page.server.ts";
import { levelSentence } from "#app/process-sentences.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";
import { findWorkProcessSource } from "#db/work-process/work-processes.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Processo"} (${data?.process.code ?? ""}) – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { process, onDay, areas, offices } = await workProcessOr404(params.code, asOf.at);
  const known = { actions: await claimedActionsOnDay(asOf.at), at: asOf.at };
  const source = await findWorkProcessSource(db, process.id);
  const blockers = await toldBlockers(onDay, quoteOf(process.level_as_written, source.as_written), known);
  const ofOffices = { offices: offices.map(({ code }) => code) };
  const isNow = !asOf.at.isOver;
  return data(
    {
      asOf,
      process,
      title: process.activity ?? process.name,
      areas,
      offices,
      level: onDay.level,
      kinds: onDay.blockers.filter(({ state }) => state !== "removed").map(({ kind }) => kind),
      sentence: levelSentence(onDay, known),
      blockers,
      years: yearsAsked(blockers),
      figure: await unlockFigure(onDay, known),
      story: await namedStory(process.id, known),
      edits: await toldProcessEdits(process, asOf.at.day),
      source,
      people: (await peopleByProcess()).get(process.id) ?? [],
      isDemonstration: (await findSetting(db, "demonstration_day")) !== undefined,
      links: {
        process: process.code,
        mayPropose: isNow && mayProposeClaim(user, ofOffices),
        mayDecide: isNow && mayDecideClaims(user),
        mayEdit: isNow && mayEdit(user),
      },
      mayAnswer: isNow && mayAnswerTurn(user, ofOffices),
      recorded: await recordedNotice(request, user, process, asOf.at),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function WorkProcessPage() {
  const { asOf, process, title, areas, level, kinds, sentence, blockers, years, figure, ...page } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs
        above={[
          { address: workProcessesAddress({ al }), name: "Processi" },
          { address: workProcessesAddress({ catalogo: process.map, al }), name: process.map_title },
        ]}
        here={process.code}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div className="title">
            <p className="sub">
              {process.activity === null ? "Processo" : `Processo: ${process.name}`}
              {areas.length > 0 && ` · ${areas.join(", ")}`} · {process.map_title}
            </p>
            <h1>{title}</h1>
          </div>
          <AsOfForm path={workProcessAddress(process.code)} asOf={asOf} shortcuts={[]} />
        </div>
        {page.recorded && <RecordedNotice recorded={page.recorded} />}
        <LevelBox level={level} kinds={kinds} sentence={sentence} al={al} />
        {blockers.length > 0 && (
          <section aria-labelledby="blocchi">
            <h2 id="blocchi">Che cosa blocca e chi lo toglie</h2>
            <ProcessBlockers blockers={blockers} years={years} links={page.links} al={al} />
          </section>
        )}
        {page.links.mayEdit && <ProcessLinks code={process.code} />}
        {figure && <UnlockFigure {...figure} />}
        <div className="cols even">
          <div>
            <section aria-labelledby="storia">
              <h2 id="storia">Storia del livello</h2>
              <LevelStory
                entries={page.story}
                levelAsWritten={process.level_as_written}
                mayAnswer={page.mayAnswer}
              />
            </section>
            <ProcessEdits edits={page.edits} />
          </div>
          <ProcessSource
            process={process}
            source={page.source}
            areas={areas}
            offices={page.offices}
            people={page.people}
            isDemonstration={page.isDemonstration}
            al={al}
          />
        </div>
      </main>
    </>
  );
}
