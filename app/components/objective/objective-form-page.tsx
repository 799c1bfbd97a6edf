import type { ReactNode } from "react";
import type { Day } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { GroundsFields } from "../edit/grounds-fields.tsx";
import { Crumbs } from "../frame/crumbs.tsx";
import { OrganisationForm, type Refused } from "../office/organisation-form.tsx";
import { ObjectiveNow, type ObjectiveNowProps } from "./objective-now.tsx";

export type ObjectiveFormPageProps = {
  objective: ObjectiveNowProps["objective"] & { code: string; lastEdit: number };
  /** The last edits of the objective, of which those that the person has not seen are told. */
  edits: ObjectiveNowProps["since"];
  action: string;
  here: string;
  heading: string;
  save: string;
  refused: Refused;
  today: Day;
  /** What saving changes, and what it does not, beside the day from which it holds. */
  aside: ReactNode;
  children: ReactNode;
};

/** The page of an edit of an objective or of what hangs on it: where it is, the fields, why and by which act. */
export function ObjectiveFormPage(props: ObjectiveFormPageProps) {
  const { objective, edits, action, here, heading, save, refused, today, aside, children } = props;
  const { typed = {}, errors = {} } = refused ?? {};
  const address = objectiveAddress(objective.code);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: objective.code },
        ]}
        here={here}
      />
      <main id="contenuto" tabIndex={-1}>
        <OrganisationForm
          action={action}
          back={{ address, words: "all’obiettivo" }}
          save={save}
          seen={String(objective.lastEdit)}
          refused={refused}
          now={
            <ObjectiveNow
              objective={objective}
              since={edits.filter(({ edit }) => edit > Number(typed.seen ?? 0))}
            />
          }
          heading={
            <>
              <h1>{heading}</h1>
              <p className="sent">
                {objective.title} <span className="mut">({objective.code})</span>
              </p>
            </>
          }
          aside={
            <ul className="list">
              <li>
                Vale da oggi, {formatDay(today)}: chi guarda un giorno passato trova com’era. Resta scritto
                con il motivo e il tuo ruolo.
              </li>
              {aside}
            </ul>
          }
        >
          {children}
          <GroundsFields typed={typed} errors={errors} today={today} />
        </OrganisationForm>
      </main>
    </>
  );
}
