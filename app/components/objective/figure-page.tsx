import type { Day } from "#app/domain/days.ts";
import type { FigureKind } from "#app/domain/objective/objectives.ts";
import type { Role } from "#app/domain/permissions.ts";
import { dayWith, formatPercent, momentWithArticle, quotedLast } from "#app/format.ts";
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
};

export type FigurePageProps = {
  kind: FigureKind;
  objective: { code: string; title: string };
  computed: Part[];
  last: LastFigure | null;
  today: Day;
  refused: Refused;
};

const WORDS: Record<FigureKind, { part: string; heading: string; save: string }> = {
  declared: { part: "dichiarato", heading: "Dichiara l’avanzamento", save: "Salva l’avanzamento dichiarato" },
  validated: { part: "validato", heading: "Validazione del Nucleo", save: "Salva la validazione" },
};

/** The page of a figure said of an objective, beside the one that is computed. */
export function FigurePage({ kind, objective, computed, last, today, refused }: FigurePageProps) {
  const { part, heading, save } = WORDS[kind];
  const address = objectiveAddress(objective.code);
  const { typed = {}, errors = {} } = refused ?? {};
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
          action={objectivePart(objective.code, part)}
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
              <LastWords last={last} />
            </>
          }
          aside={
            <ul className="list">
              <li>
                La cifra calcolata non cambia: questa le sta accanto, con chi l’ha scritta, quando e perché.
              </li>
              <li>Quelle di prima restano scritte: nessuna si cancella.</li>
            </ul>
          }
        >
          <FigureFields kind={kind} typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}

/** What was said last, by whom and when. */
function LastWords({ last }: { last: LastFigure | null }) {
  if (last === null) return <p>Finora non è stata scritta nessuna cifra.</p>;
  const { percent, effective_on, reason, recorded_at, author_role, author_office } = last;
  return (
    <p>
      L’ultima volta: <b>{percent === null ? "ritirata" : formatPercent(percent)}</b>{" "}
      {dayWith("dal", effective_on)}
      {reason === "" ? "." : `: ${quotedLast(reason)}`}{" "}
      <span className="mut">
        {authorLabel({ role: author_role, office: author_office })}, {momentWithArticle(recorded_at)}
      </span>
    </p>
  );
}
