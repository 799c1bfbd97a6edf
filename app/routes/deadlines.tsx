import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { DeadlineFilters, PrintedDeadlineFilters } from "#app/components/deadline/deadline-filters.tsx";
import { DeadlinesHead } from "#app/components/deadline/deadlines-head.tsx";
import { LateBox } from "#app/components/deadline/late-box.tsx";
import { LegalList } from "#app/components/deadline/legal-list.tsx";
import { Months } from "#app/components/deadline/months.tsx";
import { RhythmList } from "#app/components/deadline/rhythm-list.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { legalDeadlines } from "#app/domain/deadline/legal-deadlines.ts";
import { mayKeepCalendar } from "#app/domain/permissions.ts";
import { deadlinesAddress } from "#app/objective-addresses.ts";
import { hasOwn, readDeadlinesAsked, yearChoices } from "#app/pages/deadline/deadline-filter.server.ts";
import { deadlinesOn, deadlinesOnPage } from "#app/pages/deadline/deadlines.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Scadenze – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { at, al } = asOf;
  const { filter, asked, errors, officeName, offices } = await readDeadlinesAsked(request, user, at.day);
  const { year, kind, isOwn, withDone, isLateOpened } = filter;
  const all = await deadlinesOn(at);
  return data(
    {
      ...(await deadlinesOnPage(filter, user, asOf)),
      ...{ year, kind, isOwn, withDone, isLateOpened, errors, officeName },
      asOf,
      asked: { ...asked, ...(al && { al }) },
      choices: { years: yearChoices(all, { year, today: at.day }), offices, hasOwn: hasOwn(user) },
      legal: legalDeadlines(),
      mayKeepCalendar: mayKeepCalendar(user),
      today: at.day,
    },
    { status: !asOf.error && Object.keys(errors).length === 0 ? 200 : 422 },
  );
}

export default function DeadlinesPage() {
  const page = useLoaderData<typeof loader>();
  const { asked, errors, choices, year, today, withDone, late, lateBefore, isLateOpened, asOf } = page;
  const { al, ...filters } = asked;
  const kept = { ...filters, ...(withDone && { fatte: "si" }) };
  return (
    <>
      <Crumbs here="Scadenze" />
      <main id="contenuto" tabIndex={-1}>
        <DeadlinesHead {...page} />
        <AsOfForm path={deadlinesAddress()} kept={kept} asOf={asOf} shortcuts={[]} />
        <DeadlineFilters asked={asked} errors={errors} choices={choices} withDone={withDone} />
        <PrintedDeadlineFilters asked={asked} choices={choices} />
        <LateBox late={late} before={lateBefore} asked={asked} isOpened={isLateOpened} today={today} />
        <Months months={page.months} year={year} today={today} asked={asked} withDone={withDone} />
        <RhythmList rhythms={page.rhythms} al={al} />
        <LegalList legal={page.legal} />
      </main>
    </>
  );
}
