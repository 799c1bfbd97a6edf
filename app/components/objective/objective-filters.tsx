import type { Day } from "#app/domain/days.ts";
import { OBJECTIVE_KINDS } from "#app/domain/objective/objectives.ts";
import { capitalize, joinWords } from "#app/format.ts";
import { objectivesAddress } from "#app/objective-addresses.ts";
import { OBJECTIVE_KIND_CODES, OBJECTIVE_KIND_LABELS } from "#app/objective-labels.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

type Name = "anno" | "ufficio" | "tipo" | "testo";
type Asked = Partial<Record<Name, string>>;

export type ObjectiveChoices = {
  years: number[];
  offices: { code: string; name: string; depth: number }[];
};

function choicesOf({ years, offices }: ObjectiveChoices) {
  return [
    {
      name: "anno" as const,
      label: "Anno",
      all: "In corso, o l’ultimo",
      options: [["tutti", "Tutti"], ...years.map((year) => [String(year), String(year)])] as [
        string,
        string,
      ][],
    },
    {
      name: "ufficio" as const,
      label: "Ufficio",
      all: "Tutti",
      options: offices.map(({ code, name, depth }): [string, string] => [
        code,
        `${"\u2003".repeat(depth)}${name}`,
      ]),
    },
    {
      name: "tipo" as const,
      label: "Tipo",
      all: "Tutti",
      options: OBJECTIVE_KINDS.map((kind): [string, string] => [
        OBJECTIVE_KIND_CODES[kind],
        capitalize(OBJECTIVE_KIND_LABELS[kind]),
      ]),
    },
  ];
}

/** The filters of the list of objectives: a form that only builds an address. On the phone it is closed and says what is active. */
export function ObjectiveFilters({
  al,
  asked,
  year,
  errors,
  choices,
}: {
  al: Day | undefined;
  asked: Asked;
  /** The year that is shown, also where none was asked for. */
  year: number | undefined;
  errors: Asked;
  choices: ObjectiveChoices;
}) {
  const active = Object.keys(asked).length;
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${objectivesAddress()}#obiettivi`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        {choicesOf(choices).map((choice) => (
          <FilterChoice
            key={choice.name}
            {...choice}
            asked={asked[choice.name] ?? (choice.name === "anno" && year ? String(year) : "")}
            error={errors[choice.name]}
          />
        ))}
        <div className="f-testo">
          <label htmlFor="f-testo">Parole nel testo</label>
          <input className="fi" id="f-testo" name="testo" type="search" defaultValue={asked.testo} />
        </div>
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={objectivesAddress({ al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}

/** On paper, where the form of the filters is not: which of them the list answers to, in the words of the form. */
export function PrintedObjectiveFilters({ asked, choices }: { asked: Asked; choices: ObjectiveChoices }) {
  const chosen = choicesOf(choices).flatMap(({ name, label, options }) => {
    const words = options.find(([value]) => value === asked[name])?.[1];
    return words === undefined ? [] : [`${label.toLowerCase()} «${words.trim()}»`];
  });
  const parts = asked.testo ? [...chosen, `parole «${asked.testo}»`] : chosen;
  return parts.length === 0 ? null : <p className="only-print">Filtri: {joinWords(parts)}.</p>;
}
