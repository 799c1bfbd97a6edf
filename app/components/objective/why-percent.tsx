import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { ObjectiveProgress } from "#app/domain/objective/objective-progress.ts";
import { count, formatPercent, formatWeight } from "#app/format.ts";
import { numberWords } from "#app/objective-sentences.ts";

type Part = { words: string; value: number };

/** One addend: a step, or an annualità of a linked action. `value`: its weight times the part that is done. */
export type ToldAddend = {
  id: number;
  step: { ordinal: number; name: string; text: string } | null;
  year: { plan: string; code: string; title: string; year: number } | null;
  weight: number;
  done: Part;
  expected: Part;
};

type StepName = { ordinal: number; name: string };

export type Unmeasured = {
  continuous: StepName[];
  unread: StepName[];
  unwritten: StepName[];
  /** What was reported of all these: "3 effettivi, 41 volte". */
  reported: string | null;
};

export type WhyProps = {
  progress: Pick<ObjectiveProgress, "percent" | "weight" | "done" | "expected">;
  addends: ToldAddend[];
  unmeasured: Unmeasured;
  /** Why there is no percentage, where there is none. */
  whyNot: string | null;
  al: Day | undefined;
};

/** "Perché 60%": the figure opened to its addends, and what is not in it. */
export function WhyPercent({ progress, addends, unmeasured, whyNot, al }: WhyProps) {
  const name =
    progress.percent === null ? "Perché non è misurabile" : `Perché ${formatPercent(progress.percent)}`;
  return (
    <section aria-labelledby="perche">
      <h2 id="perche" className="only-print">
        {name}
      </h2>
      <details className="data why">
        <summary>{name}</summary>
        {whyNot !== null && <p>{whyNot}</p>}
        {addends.length > 0 && <Addends progress={progress} addends={addends} al={al} />}
        <WhatIsNotMeasured unmeasured={unmeasured} />
      </details>
    </section>
  );
}

function Addends({ progress, addends, al }: Pick<WhyProps, "progress" | "addends" | "al">) {
  return (
    <table className="t cards addends">
      <caption>
        L’avanzamento è la somma di peso × parte fatta, divisa per la somma dei pesi:{" "}
        {numberWords(progress.done)} diviso {numberWords(progress.weight)}.
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
            Vale
          </th>
          <th scope="col" className="n">
            Atteso
          </th>
          <th scope="col" className="n">
            Varrebbe
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
            <td className="n" data-l="Vale">
              {numberWords(addend.done.value)}
            </td>
            <td className="n" data-l="Atteso">
              {addend.expected.words}
            </td>
            <td className="n" data-l="Varrebbe">
              {numberWords(addend.expected.value)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Somma</th>
          <td className="n" data-l="Pesi">
            {numberWords(progress.weight)}
          </td>
          <td aria-hidden="true" />
          <td className="n" data-l="Vale">
            {numberWords(progress.done)}
          </td>
          <td aria-hidden="true" />
          <td className="n" data-l="Varrebbe">
            {numberWords(progress.expected)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function AddendName({ addend: { step, year }, al }: { addend: ToldAddend; al: Day | undefined }) {
  if (step)
    return (
      <>
        <a href={`#punto-${step.ordinal}`}>Punto {step.name}</a> <span className="cut">{step.text}</span>
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
