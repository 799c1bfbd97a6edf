import { joinWords } from "#app/format.ts";
import { yearsWords } from "#app/objective-sentences.ts";

export type ToldLink = {
  isUndone: boolean;
  objective: { code: string; title: string; first_year: number; last_year: number };
  action: { plan: string; code: string; years: number[] };
  year: number | null;
  /** Of the years that it names, those that count for the objective. */
  counted: number[];
};

/** What was just linked or undone, said once where the person lands, with what of it counts. */
export function LinkNotice({ link }: { link: ToldLink }) {
  const { isUndone, objective, action, year } = link;
  const what = year === null ? `l’azione ${action.code}` : `l’annualità ${year} dell’azione ${action.code}`;
  return (
    <p className="saved" role="status">
      <b>{isUndone ? "Collegamento sciolto" : "Collegamento salvato"}:</b> «{objective.title}» e {what} del
      piano {action.plan}. {isUndone ? "Non conta più nell’avanzamento dell’obiettivo." : countedWords(link)}
    </p>
  );
}

function countedWords({ objective, action, year, counted }: ToldLink): string {
  if (year === null && action.years.length === 0)
    return "L’azione non ha annualità: il collegamento si vede, e non conta nell’avanzamento.";
  if (counted.length === 0) {
    const which = year === null ? "Le sue annualità sono tutte" : `Il ${year} è`;
    return `${which} fuori dagli anni dell’obiettivo (${yearsWords(objective)}): il collegamento si vede, e non conta nell’avanzamento.`;
  }
  const [verb, name] = counted.length === 1 ? ["conta", "l’annualità"] : ["contano", "le annualità"];
  return `Nell’avanzamento ${verb} ${name} ${joinWords(counted.map(String))}.`;
}
