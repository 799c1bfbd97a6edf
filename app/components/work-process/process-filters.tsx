import { withQuery } from "#app/addresses.ts";
import { BLOCKER_KINDS } from "#app/domain/level/blockers.ts";
import { LEVELS } from "#app/domain/level/levels.ts";
import {
  BLOCKER_KIND_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
  RISK_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { RISKS } from "#app/domain/work-process/work-processes.ts";
import { FIGURES } from "#app/domain/smartability.ts";
import { capitalize, joinWords } from "#app/format.ts";
import { BLOCKER_KIND_LABEL, FIGURE_LABEL, LEVEL_LABEL, RISK_LABEL } from "#app/process-labels.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

type ProcessFilterName =
  | "catalogo"
  | "area"
  | "ufficio"
  | "livello"
  | "scritto"
  | "blocco"
  | "figura"
  | "cartaceo"
  | "rischio"
  | "testo";

export type ProcessChoices = {
  maps: { code: string; title: string }[];
  areas: { map: string; name: string }[];
  offices: { code: string; name: string; depth: number }[];
};

type Asked = Partial<Record<ProcessFilterName, string>>;
type Choice = {
  name: Exclude<ProcessFilterName, "testo">;
  label: string;
  all: string;
  options: [value: string, words: string][];
};

function choicesOf({ maps, areas, offices }: ProcessChoices): Choice[] {
  return [
    {
      name: "catalogo",
      label: "Catalogo",
      all: "Tutti",
      options: maps.map(({ code, title }) => [code, `${code} ${title}`]),
    },
    {
      name: "area",
      label: "Area",
      all: "Tutte",
      options: areas.map(({ map, name }) => [name, `${name} (${map})`]),
    },
    {
      name: "ufficio",
      label: "Ufficio",
      all: "Tutti",
      options: offices.map(({ code, name, depth }) => [code, `${"\u2003".repeat(depth)}${name}`]),
    },
    { name: "livello", label: "Livello oggi", all: "Tutti", options: levelOptions() },
    { name: "scritto", label: "Livello scritto", all: "Tutti", options: levelOptions() },
    {
      name: "blocco",
      label: "Tipo di blocco",
      all: "Tutti",
      options: BLOCKER_KINDS.map((kind) => [BLOCKER_KIND_CODE[kind], capitalize(BLOCKER_KIND_LABEL[kind])]),
    },
    {
      name: "figura",
      label: "Sbloccabile",
      all: "Tutti",
      options: FIGURES.map((figure) => [FIGURE_CODE[figure], capitalize(FIGURE_LABEL[figure])]),
    },
    {
      name: "cartaceo",
      label: "Cartaceo",
      all: "Tutti",
      options: [
        ["si", "Sì"],
        ["no", "No"],
      ],
    },
    {
      name: "rischio",
      label: "Rischio",
      all: "Tutti",
      options: RISKS.map((risk) => [RISK_CODE[risk], capitalize(RISK_LABEL[risk])]),
    },
  ];
}

function levelOptions(): [string, string][] {
  return LEVELS.map((level) => [LEVEL_CODE[level], capitalize(LEVEL_LABEL[level])]);
}

/** The filters of the list of processes: a form that only builds an address. On the phone it is closed and says what is active. */
export function ProcessFilters({
  path,
  al,
  asked,
  errors,
  choices,
}: {
  path: string;
  al: string | undefined;
  asked: Asked;
  errors: Asked;
  choices: ProcessChoices;
}) {
  const active = Object.keys(asked).length;
  return (
    <details className="filters many wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${path}#processi`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        {choicesOf(choices).map((choice) => (
          <FilterChoice
            key={choice.name}
            {...choice}
            label={choice.name === "livello" && al ? "Livello quel giorno" : choice.label}
            asked={asked[choice.name] ?? ""}
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
        {active > 0 && <a href={withQuery(path, { al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}

/** On paper, where the form of the filters is not: which of them the list answers to, in the words of the form. */
export function PrintedProcessFilters({ asked, choices }: { asked: Asked; choices: ProcessChoices }) {
  const chosen = choicesOf(choices).flatMap(({ name, label, options }) => {
    const words = options.find(([value]) => value === asked[name])?.[1];
    return words === undefined ? [] : [`${label.toLowerCase()} «${words.trim()}»`];
  });
  const parts = asked.testo ? [...chosen, `parole «${asked.testo}»`] : chosen;
  return parts.length === 0 ? null : <p className="only-print">Filtri: {joinWords(parts)}.</p>;
}
