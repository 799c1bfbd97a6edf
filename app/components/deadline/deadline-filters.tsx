import { DEADLINE_KIND_CODES, DEADLINE_KIND_LABELS } from "#app/deadline-labels.ts";
import type { Day } from "#app/domain/days.ts";
import { DEADLINE_KINDS } from "#app/domain/deadline/deadlines.ts";
import { joinWords } from "#app/format.ts";
import { deadlinesAddress } from "#app/objective-addresses.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

type Name = "anno" | "ufficio" | "tipo";
/** `al`: the past day that links and the form keep. */
export type DeadlinesAskedFor = Partial<Record<Name, string>> & { al?: Day };

export type DeadlineChoices = {
  years: number[];
  offices: { code: string; name: string; depth: number }[];
  hasOwn: boolean;
};

function choicesOf({ years, offices, hasOwn }: DeadlineChoices) {
  const all: [string, string][] = hasOwn ? [["tutti", "Tutti gli uffici"]] : [];
  return [
    {
      name: "anno" as const,
      label: "Anno",
      all: "In corso",
      options: years.map((year): [string, string] => [String(year), String(year)]),
    },
    {
      name: "ufficio" as const,
      label: "Ufficio",
      all: hasOwn ? "I miei uffici" : "Tutti gli uffici",
      options: [
        ...all,
        ...offices.map(({ code, name, depth }): [string, string] => [
          code,
          `${"\u2003".repeat(depth)}${name}`,
        ]),
      ],
    },
    {
      name: "tipo" as const,
      label: "Tipo",
      all: "Tutti",
      options: DEADLINE_KINDS.map((kind): [string, string] => [
        DEADLINE_KIND_CODES[kind],
        DEADLINE_KIND_LABELS[kind],
      ]),
    },
  ];
}

/** The filters of the deadlines: a form that only builds an address. On the phone it is closed and says what is active. */
export function DeadlineFilters({
  asked,
  errors,
  choices,
  withDone,
}: {
  asked: DeadlinesAskedFor;
  errors: Partial<Record<Name, string>>;
  choices: DeadlineChoices;
  withDone: boolean;
}) {
  const { al, ...filters } = asked;
  const active = Object.keys(filters).length + (withDone ? 1 : 0);
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={deadlinesAddress()} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        {choicesOf(choices).map((choice) => (
          <FilterChoice
            key={choice.name}
            {...choice}
            asked={asked[choice.name] ?? ""}
            error={errors[choice.name]}
          />
        ))}
        <div className="f-fatte">
          <label>
            <input type="checkbox" name="fatte" value="si" defaultChecked={withDone} /> Anche quelle fatte
          </label>
        </div>
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={deadlinesAddress({ al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}

/** On paper, where the form of the filters is not: which of them the list answers to. */
export function PrintedDeadlineFilters({
  asked,
  choices,
}: {
  asked: DeadlinesAskedFor;
  choices: DeadlineChoices;
}) {
  const chosen = choicesOf(choices).flatMap(({ name, label, options }) => {
    const words = options.find(([value]) => value === asked[name])?.[1];
    return words === undefined ? [] : [`${label.toLowerCase()} «${words.trim()}»`];
  });
  return chosen.length === 0 ? null : <p className="only-print">Filtri: {joinWords(chosen)}.</p>;
}
