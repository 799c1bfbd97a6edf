import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { DeadlineFilters, PrintedDeadlineFilters } from "#app/components/deadline/deadline-filters.tsx";
import { DeadlinesHead } from "#app/components/deadline/deadlines-head.tsx";
import { LateBox } from "#app/components/deadline/late-box.tsx";
import { LegalList } from "#app/components/deadline/legal-list.tsx";
import { Months } from "#app/components/deadline/months.tsx";
import { RhythmList } from "#app/components/deadline/rhythm-list.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { legalDeadlines } from "#app/domain/deadline/legal-deadlines.ts";
import { mayKeepCalendar } from "#app/domain/permissions.ts";
import { hasOwn, readDeadlinesAsked, yearChoices } from "#app/pages/deadline/deadline-filter.server.ts";
import { deadlinesNow, deadlinesOnPage } from "#app/pages/deadline/deadlines.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = () => [{ title: "Scadenze – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { filter, asked, errors, officeName, offices } = await readDeadlinesAsked(request, user, today());
  const { year, kind, isOwn, withDone, isLateOpened } = filter;
  const all = await deadlinesNow(asOfNow(today()));
  return data(
    {
      ...(await deadlinesOnPage(filter, user, today())),
      ...{ year, kind, isOwn, withDone, isLateOpened, asked, errors, officeName },
      choices: { years: yearChoices(all, { year, today: today() }), offices, hasOwn: hasOwn(user) },
      legal: legalDeadlines(),
      mayKeepCalendar: mayKeepCalendar(user),
      today: today(),
    },
    { status: Object.keys(errors).length === 0 ? 200 : 422 },
  );
}

export default function DeadlinesPage() {
  const page = useLoaderData<typeof loader>();
  const { asked, errors, choices, year, today, withDone, late, lateBefore, isLateOpened } = page;
  return (
    <>
      <Crumbs here="Scadenze" />
      <main id="contenuto" tabIndex={-1}>
        <DeadlinesHead {...page} />
        <DeadlineFilters asked={asked} errors={errors} choices={choices} withDone={withDone} />
        <PrintedDeadlineFilters asked={asked} choices={choices} />
        <LateBox late={late} before={lateBefore} asked={asked} isOpened={isLateOpened} today={today} />
        <Months months={page.months} year={year} today={today} asked={asked} withDone={withDone} />
        <RhythmList rhythms={page.rhythms} />
        <LegalList legal={page.legal} />
      </main>
    </>
  );
}
