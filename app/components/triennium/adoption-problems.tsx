import type { ReactNode } from "react";
import { carryOverAddress, planActionAddress, planActionEditAddress } from "#app/addresses.ts";
import type { AdoptionProblem } from "#app/domain/triennium/plan-adoption.ts";
import { count } from "#app/format.ts";
import { STATUS_LABEL } from "#app/labels.ts";

/** What keeps a draft from being adopted, each with a link to where it is put right. */
export function AdoptionProblems({ plan, problems }: { plan: string; problems: AdoptionProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section className="box warn" aria-labelledby="manca">
      <h2 id="manca">
        Prima dell’adozione: {count(problems.length, "cosa da mettere a posto", "cose da mettere a posto")}
      </h2>
      <ul className="list">
        {problems.map((problem, index) => (
          <li key={index}>
            <Problem plan={plan} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problem({ plan, problem }: { plan: string; problem: AdoptionProblem }): ReactNode {
  switch (problem.reason) {
    case "no-actions":
      return "La bozza non ha nessuna azione.";
    case "no-responsibles":
      return <>{responsibles(plan, problem.code)} non ha un responsabile: scegli chi ne risponde.</>;
    case "nobody-answers":
      return (
        <>
          {responsibles(plan, problem.code)} non ha più chi ne risponde: i suoi responsabili sono uffici
          cessati senza un successore. Scegline altri.
        </>
      );
    case "no-years":
      return <>{action(plan, problem.code)} non ha nessuna annualità.</>;
    case "year-outside-the-plan":
      return (
        <>
          {action(plan, problem.code)} ha un’annualità nel {problem.year}, che non è un anno del piano.
        </>
      );
    case "source-is-closed":
      return (
        <>
          {carried(problem)} nel frattempo è {STATUS_LABEL[problem.status]}: non c’è più nulla da riportare.
        </>
      );
    case "source-is-gone":
      return <>{carried(problem)} non c’è più: toglila da ciò che si riporta.</>;
    case "target-is-gone":
      return <>{carried(problem)} è riportata in un anno che la bozza non ha più: scegline un altro.</>;
  }
}

function action(plan: string, code: string) {
  return <a href={planActionAddress(plan, code)}>L’azione {code}</a>;
}

function responsibles(plan: string, code: string) {
  return <a href={planActionEditAddress(plan, code, "responsabili")}>L’azione {code}</a>;
}

function carried({ plan, code, year }: { plan: string; code: string; year: number }) {
  return (
    <a href={carryOverAddress(plan, code, year)}>
      {code}, {year} del piano {plan}
    </a>
  );
}
