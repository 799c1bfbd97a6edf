import { capitalize, formatNumber, joinWords } from "#app/format.ts";
import { yearsWords } from "#app/objective-sentences.ts";
import { FieldError } from "../form/field.tsx";
import { Marked } from "../search/marked.tsx";

/** An action, or an objective, that may be chosen: `linked`: the links that there are already, null for the whole action. */
export type LinkTarget = {
  value: string;
  name: string;
  title: string;
  about: string;
  years: number[];
  objective: { first_year: number; last_year: number };
  counted: number[];
  linked: (number | null)[];
};

export type LinkTargets = {
  words: string[];
  groups: { title: string; total: number; targets: LinkTarget[] }[];
};

/** What was found, one to be chosen, each with what a link to it would count. */
export function LinkTargetFields({
  legend,
  targets: { words, groups },
  chosen,
  error,
  existing,
}: {
  legend: string;
  targets: LinkTargets;
  chosen: string | undefined;
  error: string | undefined;
  existing: string | undefined;
}) {
  return (
    <fieldset
      className={`fld${error ? " bad" : ""}`}
      id="target"
      tabIndex={-1}
      aria-describedby={error ? "target-errore" : undefined}
    >
      <legend>{legend}</legend>
      {error && (
        <FieldError id="target-errore">
          {error}
          {existing !== undefined && (
            <>
              . <a href={existing}>Apri il collegamento che c’è</a>
            </>
          )}
        </FieldError>
      )}
      {groups.length === 0 && (
        <p className="mut">
          {words.length === 0
            ? "Si sceglie tra ciò che la ricerca trova: scrivi una o più parole, o un codice, e cerca."
            : "La ricerca non trova nulla: prova con meno parole, o con una parte di parola."}
        </p>
      )}
      {groups.map(({ title, total, targets }) => (
        <div key={title}>
          <p className="h">
            <b>{title}</b>
            {total > targets.length &&
              `: i primi ${targets.length} di ${formatNumber(total)}, aggiungi una parola`}
          </p>
          <div className="radios">
            {targets.map((target) => (
              <TargetChoice
                key={target.value}
                target={target}
                words={words}
                isChosen={target.value === chosen}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

function TargetChoice({
  target,
  words,
  isChosen,
}: {
  target: LinkTarget;
  words: string[];
  isChosen: boolean;
}) {
  const { value, name, title, about, linked } = target;
  return (
    <div className="rd">
      <input type="radio" name="target" id={`target-${value}`} value={value} defaultChecked={isChosen} />
      <label htmlFor={`target-${value}`}>
        <b>
          <Marked text={name} words={words} />
        </b>{" "}
        <Marked text={title} words={words} />
        <i>
          <Marked text={about} words={words} />
          {about !== "" && ". "}
          {countsWords(target)}
          {linked.length > 0 && ` Già collegati: ${joinWords(linked.map(linkedWords))}.`}
        </i>
      </label>
    </div>
  );
}

/** "Annualità 2022, 2023 e 2024: conta 2024, le altre sono fuori dagli anni dell’obiettivo (2024)." */
function countsWords({ years, objective, counted }: LinkTarget): string {
  if (years.length === 0) return "Senza annualità: il collegamento si vede e non conta.";
  const all = `${capitalize(annualitaWords(years))}: `;
  if (counted.length === years.length) return `${all}${years.length === 1 ? "conta" : "contano tutte"}.`;
  const theirs = `fuori dagli anni dell’obiettivo (${yearsWords(objective)})`;
  if (counted.length === 0) return `${all}${theirs}, il collegamento si vede e non conta.`;
  const verb = counted.length === 1 ? "conta" : "contano";
  return `${all}${verb} ${joinWords(counted.map(String))}, il resto è ${theirs}.`;
}

function annualitaWords(years: readonly number[]): string {
  return `annualità ${joinWords(years.map(String))}`;
}

function linkedWords(year: number | null): string {
  return year === null ? "tutta l’azione" : String(year);
}
