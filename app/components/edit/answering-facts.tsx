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
          <b>{year}</b>, {isOpen ? "aperto" : "chiuso"}: {answeringWords(offices, isOpen)}.{" "}
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

/** "oggi ne rispondono Settore 3 (2 contributi nella storia) e Settore 4". */
export function answeringWords(offices: AnsweringYear["offices"], isOpen: boolean): string {
  if (offices.length === 0)
    return isOpen ? "oggi non ne risponde nessun ufficio" : "non ne ha risposto nessun ufficio";
  const many = offices.length > 1;
  const verb = isOpen
    ? `oggi ne ${many ? "rispondono" : "risponde"}`
    : `ne ${many ? "hanno" : "ha"} risposto`;
  const names = offices.map(({ name, contributions }) =>
    contributions === 0 ? name : `${name} (${count(contributions, "contributo", "contributi")} nella storia)`,
  );
  return `${verb} ${joinWords(names)}`;
}
