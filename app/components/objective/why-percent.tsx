import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { MovedMeasure } from "#app/domain/objective/moved-measures.ts";
import { count, formatPercent, formatWeight } from "#app/format.ts";
import { MovedLines } from "./moved-lines.tsx";

type Part = { words: string; weighed: string };

/** One addend: a step, or an annualità of a linked action. `weighed`: its weight times the part that is done. */
export type ToldAddend = {
  id: number;
  step: { ordinal: number; name: string; text: string } | null;
  year: { plan: string; code: string; title: string; year: number } | null;
  weight: number;
  done: Part;
  expected: Part;
  /** That it was done late, where it was. */
  late: string | null;
};

/** The feet of the columns, and what they come to: null where nothing weighs. */
export type ToldSums = { weight: string; done: string; expected: string; division: string | null };

type StepName = { ordinal: number; name: string };

export type Unmeasured = {
  continuous: StepName[];
  unread: StepName[];
  unwritten: StepName[];
  /** What was reported of all these: "3 effettivi, 41 volte". */
  reported: string | null;
};

export type WhyProps = {
  percent: number | null;
  addends: ToldAddend[];
  sums: ToldSums;
  unmeasured: Unmeasured;
  /** What counted once, and was retired or planned otherwise. */
  moved: MovedMeasure[];
  /** Why there is no percentage, where there is none. */
  whyNot: string | null;
  al: Day | undefined;
};

/** "Perché 60%": the figure opened to its addends, and what is not in it. */
export function WhyPercent({ percent, addends, sums, unmeasured, moved, whyNot, al }: WhyProps) {
  const name = percent === null ? "Perché non è misurabile" : `Perché ${formatPercent(percent)}`;
  return (
    <section aria-labelledby="perche">
      <h2 id="perche" className="only-print">
        {name}
      </h2>
      <details className="data why">
        <summary>{name}</summary>
        {whyNot !== null && <p>{whyNot}</p>}
        {addends.length > 0 && <Addends addends={addends} sums={sums} al={al} />}
        <MovedLines moved={moved} />
        <WhatIsNotMeasured unmeasured={unmeasured} />
      </details>
    </section>
  );
}

function Addends({ addends, sums, al }: Pick<WhyProps, "addends" | "sums" | "al">) {
  return (
    <table className="t cards addends">
      <caption>
        L’avanzamento è la somma di peso × parte fatta, divisa per la somma dei pesi
        {sums.division !== null && `: ${sums.division}`}.
      </caption>
      <thead>
        <tr>
          <th scope="col">Addendo</th>
          <th scope="col" className="n">
            Peso
          </th>
          <th scope="col" className="n">
            Fatto
          </th>
          <th scope="col" className="n">
            Peso × fatto
          </th>
          <th scope="col" className="n">
            Atteso
          </th>
          <th scope="col" className="n">
            Peso × atteso
          </th>
        </tr>
      </thead>
      <tbody>
        {addends.map((addend) => (
          <tr key={`${addend.step ? "punto" : "anno"} ${addend.id}`}>
            <th scope="row">
              <AddendName addend={addend} al={al} />
            </th>
            <td className="n" data-l="Peso">
              {formatWeight(addend.weight)}
            </td>
            <td className="n" data-l="Fatto">
              {addend.done.words}
            </td>
            <td className="n" data-l="Peso × fatto">
              {addend.done.weighed}
            </td>
            <td className="n" data-l="Atteso">
              {addend.expected.words}
            </td>
            <td className="n" data-l="Peso × atteso">
              {addend.expected.weighed}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Somma</th>
          <td className="n" data-l="Pesi">
            {sums.weight}
          </td>
          <td aria-hidden="true" />
          <td className="n" data-l="Peso × fatto">
            {sums.done}
          </td>
          <td aria-hidden="true" />
          <td className="n" data-l="Peso × atteso">
            {sums.expected}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function AddendName({ addend: { step, year, late }, al }: { addend: ToldAddend; al: Day | undefined }) {
  if (step)
    return (
      <>
        <a href={`#punto-${step.ordinal}`}>Punto {step.name}</a> <span className="cut">{step.text}</span>
        {late !== null && <span className="d sm">{late}</span>}
      </>
    );
  if (!year) return null;
  return (
    <>
      <a href={`${planActionAddress(year.plan, year.code, al)}#anno-${year.year}`}>
        {year.code}, {year.year}
      </a>{" "}
      <span className="cut">{year.title}</span>
    </>
  );
}

function WhatIsNotMeasured({
  unmeasured: { continuous, unread, unwritten, reported },
}: {
  unmeasured: Unmeasured;
}) {
  const groups: [StepName[], string][] = [
    [continuous, "su richiesta, a ogni evento o senza un giorno né un ritmo: attività continuative"],
    [unread, "con un termine non capito: resta com’è scritto"],
    [unwritten, "senza programmato nel documento"],
  ];
  const told = groups.filter(([steps]) => steps.length > 0);
  if (told.length === 0) return null;
  return (
    <>
      <p>
        <b>Non entrano nella percentuale</b>
        {reported === null
          ? ", e finora nessuno ne ha riportato nulla:"
          : ` (riportati finora: ${reported}):`}
      </p>
      <ul className="unmeasured">
        {told.map(([steps, why]) => (
          <li key={why}>
            {count(steps.length, "punto", "punti")} {why}:{" "}
            {steps.map(({ ordinal, name }, index) => (
              <span key={ordinal}>
                {index > 0 && "; "}
                <a href={`#punto-${ordinal}`}>{name}</a>
              </span>
            ))}
            .
          </li>
        ))}
      </ul>
    </>
  );
}
