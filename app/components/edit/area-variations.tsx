import type { Day } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { EditGrounds, type ToldEdit } from "./told-edits.tsx";

export type AreaVariation = Omit<ToldEdit, "changes"> & {
  code: string;
  from: string | null;
  to: string;
  on: Day;
};

/** How the areas of a plan have changed since it was adopted, newest first (R12). */
export function AreaVariations({ variations }: { variations: AreaVariation[] }) {
  if (variations.length === 0) return null;
  return (
    <section aria-labelledby="modifiche">
      <h2 id="modifiche">Modifiche agli ambiti</h2>
      <ol className="hist">
        {variations.map((variation) => (
          <li key={variation.edit} id={`modifica-${variation.edit}`}>
            <time dateTime={variation.on}>{formatDay(variation.on)}</time> ·{" "}
            {variation.from === null ? (
              <>
                aggiunto l’ambito {variation.code} <b>«{variation.to}»</b>.
              </>
            ) : (
              <>
                ambito {variation.code}: da «{variation.from}» a <b>«{variation.to}»</b>.
              </>
            )}
            <EditGrounds edit={variation} />
          </li>
        ))}
      </ol>
    </section>
  );
}
