import { count, joinWords } from "#app/format.ts";
import { LongText } from "./long-text.tsx";

export type CopiedStepsProps = {
  steps: { ordinal: number; name: string; text: string; planned: string | null; years: number[] }[];
};

/** The steps that a new objective begins with, as they are; those with a year in them are to be looked at once it is made. */
export function CopiedSteps({ steps }: CopiedStepsProps) {
  const dated = steps.filter(({ years }) => years.length > 0);
  if (steps.length === 0) return <p>Non ha punti da copiare.</p>;
  return (
    <>
      <p>
        Si {steps.length === 1 ? "copia" : "copiano"} {count(steps.length, "punto", "punti")}, con attività,
        programmato e pesi, così come {steps.length === 1 ? "è" : "sono"}; effettivi e collegamenti no.
      </p>
      {dated.length > 0 && (
        <details className="fld">
          <summary>
            {dated.length === 1 ? "Un punto ha" : `${dated.length} punti hanno`} un anno scritto dentro: non{" "}
            {dated.length === 1 ? "viene riscritto, guardalo" : "vengono riscritti, guardali"} dopo aver
            salvato
          </summary>
          <ul className="list">
            {dated.map(({ ordinal, name, text, planned, years }) => (
              <li key={ordinal}>
                <b>Punto {name}</b> ({joinWords(years.map(String))})
                {planned !== null && <>, programmato: «{planned}»</>}
                <div className="sm mut">
                  <LongText text={text} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
