import { actionYearOfficesAddress } from "#app/addresses.ts";
import { count, joinWords } from "#app/format.ts";

export type AnsweringYear = {
  year: number;
  isOpen: boolean;
  offices: { code: string; name: string; contributions: number }[];
};

/** Who answers for each annualità today, and what they have reported: it stays, whoever answers from now on (R10). */
export function AnsweringFacts({
  plan,
  code,
  years,
  isAdopted,
}: {
  plan: string;
  code: string;
  years: AnsweringYear[];
  /** Before adoption the offices follow the responsibles, and none is chosen by hand. */
  isAdopted: boolean;
}) {
  return (
    <>
      {years.map(({ year, isOpen, offices }) => (
        <li key={year}>
          <b>{year}</b>, {isOpen ? "aperto: oggi ne risponde" : "chiuso: ne ha risposto"}{" "}
          {officesWords(offices)}.{" "}
          {isAdopted && (
            <a href={actionYearOfficesAddress(plan, code, year)}>
              Aggiungi o togli un ufficio<span className="sr"> del {year}</span>
            </a>
          )}
        </li>
      ))}
    </>
  );
}

/** "Settore 3 (2 contributi riferiti) e Settore 4". */
export function officesWords(offices: AnsweringYear["offices"]): string {
  if (offices.length === 0) return "nessun ufficio";
  return joinWords(
    offices.map(({ name, contributions }) =>
      contributions === 0
        ? name
        : `${name} (${count(contributions, "contributo riferito", "contributi riferiti")}, che restano nella storia)`,
    ),
  );
}
