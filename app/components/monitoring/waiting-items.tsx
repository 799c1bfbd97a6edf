import { count } from "#app/format.ts";
import { ContinuousSteps } from "./continuous-steps.tsx";
import { ItemsTable, type Choice } from "./items-table.tsx";
import type { ToldItem } from "./item-words.tsx";

/** What an office still has to confirm or change: annualità, measured points, continuative activities. */
export function WaitingItems({
  items,
  choice,
  isClosed = false,
}: {
  items: ToldItem[];
  choice: Choice | null;
  isClosed?: boolean;
}) {
  const years = items.filter(({ year }) => year !== null);
  const steps = items.filter(({ step }) => step !== null && step.measure.kind !== "continuous");
  const continuous = items.filter(({ step }) => step?.measure.kind === "continuous");
  return (
    <>
      {years.length > 0 && (
        <ItemsTable
          caption={<Caption name="Annualità del piano" number={years.length} isClosed={isClosed} />}
          items={years}
          choice={choice}
        />
      )}
      {steps.length > 0 && (
        <ItemsTable
          caption={
            <Caption name="Punti di obiettivi con un termine" number={steps.length} isClosed={isClosed} />
          }
          items={steps}
          choice={choice}
        />
      )}
      {continuous.length > 0 && (
        <section aria-labelledby="continuative">
          <h3 id="continuative">Attività continuative</h3>
          <ContinuousSteps items={continuous} choice={choice} />
        </section>
      )}
    </>
  );
}

function Caption({ name, number, isClosed }: { name: string; number: number; isClosed: boolean }) {
  return (
    <>
      <b>{name}</b>:{" "}
      {isClosed
        ? count(number, "rimasta senza risposta alla chiusura", "rimaste senza risposta alla chiusura")
        : `${number} da confermare o cambiare`}
    </>
  );
}
