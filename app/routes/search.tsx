import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { FieldError } from "#app/components/form/field.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { ObjectiveResults } from "#app/components/search/objective-results.tsx";
import { ProcessResults } from "#app/components/search/process-results.tsx";
import { PlanResults } from "#app/components/search/plan-results.tsx";
import type { Day } from "#app/domain/days.ts";
import { LONGEST_SEARCH } from "#app/domain/search.ts";
import { count, dayWith, joinWords } from "#app/format.ts";
import { planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { plansOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { searchOnDay } from "#app/pages/search.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.q ? `Cerca «${data.q.slice(0, 60)}» – Rotta` : "Cerca – Rotta" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const query = new URL(request.url).searchParams;
  const q = query.get("q")?.trim() ?? "";
  const plan = query.get("piano") ? await planOr404(query.get("piano")!) : undefined;
  const asOf = readAsOf(request);
  const isTooLong = q.length > LONGEST_SEARCH;

  const { jump, words, results, processes, objectives } = await searchOnDay(
    isTooLong ? "" : q,
    asOf,
    plan?.code,
  );
  if (jump !== undefined) return redirect(jump);
  const isFine = !asOf.error && !isTooLong;
  const outsidePlans = processes.total + objectives.total;
  const isEmpty = (await plansOnDay(asOf.at.day)).length === 0 && outsidePlans === 0;
  return data(
    { q, plan: plan?.code, asOf, isTooLong, isEmpty, words, results, processes, objectives },
    { status: isFine ? 200 : 422 },
  );
}

export default function SearchPage() {
  const { q, plan, asOf, isTooLong, isEmpty, words, results, processes, objectives } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  const total = results.reduce((sum, one) => sum + one.total, 0);
  const kept = { ...(q && { q }), ...(plan && { piano: plan }) };
  return (
    <>
      <Crumbs here="Cerca" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <h1>{words.length > 0 ? `Cerca «${q}»` : "Cerca"}</h1>
          <AsOfForm path={searchAddress()} kept={kept} asOf={asOf} shortcuts={[]} />
        </div>
        {isTooLong && (
          <div className="fld bad">
            <FieldError id="cerca-errore">
              La ricerca è troppo lunga: bastano poche parole, al massimo {LONGEST_SEARCH} caratteri.
            </FieldError>
          </div>
        )}
        {!isTooLong && !isEmpty && words.length === 0 && (
          <p className="sent">
            Scrivi nella casella in alto una o più parole, in qualunque ordine e anche senza accenti, oppure
            il codice di un’azione, di un processo o di un obiettivo: «4.3.6» la apre, «4.3.6 2021-2023» apre
            quella del piano 2021-2023.
          </p>
        )}
        {isEmpty && <p className="sent">Non c’è ancora un piano in cui cercare.</p>}
        {words.length > 0 && !isEmpty && (
          <Total
            actions={total}
            plans={results.length}
            processes={processes.total}
            objectives={objectives.total}
            plan={plan}
            day={asOf.at.day}
          />
        )}
        {results.map((result) => (
          <PlanResults
            key={result.plan.code}
            {...result}
            words={words}
            asked={{ q, al }}
            isAlone={results.length === 1 && processes.total + objectives.total === 0}
          />
        ))}
        {objectives.total > 0 && <ObjectiveResults {...objectives} words={words} asked={{ q, al }} />}
        {processes.total > 0 && <ProcessResults {...processes} words={words} asked={{ q, al }} />}
        {plan && words.length > 0 && (
          <p className="sm">
            <a href={searchAddress({ q, al })}>Cerca in tutti i piani</a>
          </p>
        )}
      </main>
    </>
  );
}

type TotalProps = {
  actions: number;
  plans: number;
  processes: number;
  objectives: number;
  plan?: string;
  day: Day;
};

function Total({ actions, plans, processes, objectives, plan, day }: TotalProps) {
  const where = plan === undefined ? "" : ` nel piano ${plan}`;
  if (actions + processes + objectives === 0) {
    return (
      <p className="sent">
        {plan === undefined
          ? "Nessuna azione, nessun obiettivo e nessun processo contengono"
          : `Nessuna azione${where} contiene`}{" "}
        queste parole {dayWith("al", day)}. Prova con meno parole, o con una parte di parola: «accessib» trova
        «accessibilità» e «accessibile».
      </p>
    );
  }
  const inPlans = plan === undefined ? ` in ${count(plans, "piano", "piani")}` : where;
  const found = [
    ...(actions > 0 ? [`${count(actions, "azione", "azioni")}${inPlans}`] : []),
    ...(objectives > 0 ? [count(objectives, "obiettivo", "obiettivi")] : []),
    ...(processes > 0 ? [count(processes, "processo", "processi")] : []),
  ];
  return (
    <p className="lede">
      <b>{joinWords(found)}</b>, situazione {dayWith("al", day)}.
    </p>
  );
}
