import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import type { Role } from "#app/domain/permissions.ts";
import { dayWith, formatPercent, joinWords, momentWithArticle, quotedLast } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { objectiveAddress, objectivePart, objectivesAddress } from "#app/objective-addresses.ts";
import type { Part } from "#app/sentence-parts.ts";
import { Crumbs } from "../frame/crumbs.tsx";
import { OrganisationForm, type Refused } from "../office/organisation-form.tsx";
import { Sentence } from "../work-process/sentence.tsx";
import { FigureFields } from "./figure-fields.tsx";

type LastFigure = {
  id: number;
  percent: number | null;
  effective_on: Day;
  reason: string;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  act_organ: string | null;
  act_number: string | null;
  act_on: Day | null;
};

export type FigurePageProps = {
  kind: FigureKind;
  /** With the names of its offices. */
  objective: { code: string; title: string; offices: string[] };
  computed: Part[];
  last: LastFigure | null;
  /** The figure that is being put right, where it is a rettifica. */
  wrong: LastFigure | null;
  today: Day;
  refused: Refused;
};

const WORDS: Record<FigureKind, { part: string; heading: string; save: string }> = {
  declared: { part: "dichiarato", heading: "Dichiara l’avanzamento", save: "Salva l’avanzamento dichiarato" },
  validated: { part: "validato", heading: "Validazione del Nucleo", save: "Salva la validazione" },
};

const CORRECTION: Record<FigureKind, string> = {
  declared: "Rettifica l’avanzamento dichiarato",
  validated: "Rettifica la validazione del Nucleo",
};

/** What the page is of: a figure to say, or one to put right. */
function wordsOf({ kind, wrong }: FigurePageProps) {
  const { part, heading, save } = WORDS[kind];
  if (wrong === null) return { parts: [part], heading, save };
  return { parts: ["cifre", wrong.id, "rettifica"], heading: CORRECTION[kind], save: "Salva la rettifica" };
}

/** The page of a figure said of an objective, beside the one that is computed. */
export function FigurePage(props: FigurePageProps) {
  const { kind, objective, computed, last, wrong, today, refused } = props;
  const { parts, heading, save } = wordsOf(props);
  const address = objectiveAddress(objective.code);
  const { typed = wrong ? valuesOf(wrong) : {}, errors = {} } = refused ?? {};
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: objective.code },
        ]}
        here={heading}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={objectivePart(objective.code, ...parts)}
          back={{ address, words: "all’obiettivo" }}
          save={save}
          seen={String(last?.id ?? 0)}
          refused={refused}
          now={<LastWords last={last} />}
          heading={
            <>
              <h1>{heading}</h1>
              <p className="sent">
                {objective.title} <span className="mut">({objective.code})</span>
              </p>
              <p>
                <Sentence parts={computed} al={undefined} />
              </p>
              {wrong === null ? (
                <LastWords last={last} />
              ) : (
                <FigureWords figure={wrong} lead="Da rettificare" />
              )}
              {kind === "declared" && objective.offices.length > 1 && (
                <p>
                  La cifra è una sola: chi la dichiara lo fa per tutti gli uffici dell’obiettivo,{" "}
                  {joinWords(objective.offices)}.
                </p>
              )}
            </>
          }
          aside={
            <ul className="list">
              <li>
                La cifra calcolata non cambia: questa le sta accanto, con chi l’ha scritta, quando e perché.
              </li>
              <li>
                {wrong === null
                  ? "Quelle di prima restano scritte: nessuna si cancella."
                  : "Quella sbagliata resta scritta, barrata, con il motivo: da adesso conta questa, anche per i giorni passati."}
              </li>
            </ul>
          }
        >
          <FigureFields {...{ kind, typed, errors, today }} isCorrection={wrong !== null} />
        </OrganisationForm>
      </main>
    </>
  );
}

/** What was said last, by whom and when. */
function LastWords({ last }: { last: LastFigure | null }) {
  if (last === null) return <p>Finora non è stata scritta nessuna cifra.</p>;
  return <FigureWords figure={last} lead="L’ultima volta" />;
}

function FigureWords({ figure, lead }: { figure: LastFigure; lead: string }) {
  const { percent, effective_on, reason, recorded_at, author_role, author_office } = figure;
  return (
    <p>
      {lead}: <b>{percent === null ? "ritirata" : formatPercent(percent)}</b> {dayWith("dal", effective_on)}
      {reason === "" ? "." : `: ${quotedLast(reason)}`}{" "}
      <span className="mut">
        {authorLabel({ role: author_role, office: author_office })}, {momentWithArticle(recorded_at)}
      </span>
    </p>
  );
}

/** The fields filled with what the wrong figure says; why it is put right is still to be said. */
function valuesOf({
  percent,
  effective_on,
  act_organ,
  act_number,
  act_on,
}: LastFigure): Record<string, string> {
  return {
    percent: percent === null ? "" : String(percent),
    effectiveOn: effective_on,
    actOrgan: act_organ ?? "",
    actNumber: act_number ?? "",
    actOn: act_on ?? "",
  };
}
