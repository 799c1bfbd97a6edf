import { joinWords } from "#app/format.ts";
import { objectivePart } from "#app/objective-addresses.ts";

export type SavedObjectiveProps = {
  code: string;
  saved:
    | "nothing"
    | {
        edit: number;
        retired: string[];
        understood: { name: string; sentence: string }[];
        toLookAt: { ordinal: number; name: string; years: number[] }[];
      };
};

/** What was just saved, said once where the person lands: with what was understood of a programmato, and what is left to look at. */
export function SavedObjective({ code, saved }: SavedObjectiveProps) {
  if (saved === "nothing")
    return (
      <p className="saved" role="status">
        Era già così: non c’era nulla da cambiare, e nulla è stato scritto.
      </p>
    );
  return (
    <div className="saved" role="status">
      <p>
        <b>Salvato.</b> È la modifica {saved.edit}.
        {saved.retired.map((name) => (
          <span key={name}> Il punto {name} è ritirato: da oggi non entra più nell’avanzamento.</span>
        ))}
      </p>
      {saved.understood.map(({ name, sentence }) => (
        <p key={name}>
          <b>Punto {name}.</b> {sentence}
        </p>
      ))}
      {saved.toLookAt.length > 0 && (
        <>
          <p>Questi punti nominano un anno che non è dell’obiettivo, e non sono stati riscritti:</p>
          <ul>
            {saved.toLookAt.map(({ ordinal, name, years }) => (
              <li key={ordinal}>
                <a href={objectivePart(code, "punti", ordinal, "modifica")}>punto {name}</a> (
                {joinWords(years.map(String))})
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
