import type { ReactNode } from "react";
import type { StepStanding } from "#app/domain/objective/step-standing.ts";
import { formatWeight } from "#app/format.ts";
import { objectivePart, stepReportAddress, stepReportPart } from "#app/objective-addresses.ts";
import { Glyph, type GlyphName } from "../situation.tsx";
import { LongText } from "./long-text.tsx";
import { StepReports, type ToldReport } from "./step-reports.tsx";

/** A step as it is told: what was planned, as written and as understood, how it stands, what was reported. */
export type ToldStep = {
  ordinal: number;
  name: string;
  heading: string | null;
  text: string;
  planned: string | null;
  isShared: boolean;
  isUnread: boolean;
  weight: number;
  terms: string[];
  standing: StepStanding;
  standingWords: string;
  done: string | null;
  reports: ToldReport[];
};

export type ToldActivity = {
  id: number | null;
  number: string | null;
  title: string | null;
  text: string | null;
  steps: ToldStep[];
};

/**
 * What may be done on the steps of an objective, the reports that may be put right, and what is open in the place of one step: its form (`?punto=3`),
 * or what was just recorded of it.
 */
export type StepDoing = {
  mayReport: boolean;
  correctable: readonly number[];
  open: { ordinal: number; form: ReactNode; isForm: boolean } | null;
};

/** The steps of an objective, activity by activity: one table, so that its columns stand under one another and its head is repeated on paper. */
export function StepsTable({
  code,
  activities,
  doing,
}: {
  code: string;
  activities: ToldActivity[];
  doing: StepDoing;
}) {
  return (
    <table className="t cards steps">
      <caption className="sr">I punti delle attività: programmato, termine, effettivo</caption>
      <thead>
        <tr>
          <th scope="col" className="c-code">
            Punto
          </th>
          <th scope="col">Che cosa</th>
          <th scope="col" className="c-planned">
            Programmato
          </th>
          <th scope="col" className="c-term">
            Termine
          </th>
          <th scope="col" className="c-done">
            Effettivo
          </th>
        </tr>
      </thead>
      {activities.map((activity) => (
        <tbody key={activity.id ?? 0}>
          <ActivityHead activity={activity} />
          {activity.steps.map((step) => (
            <StepRow key={step.ordinal} code={code} step={step} doing={doing} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function ActivityHead({ activity: { id, number, title, text } }: { activity: ToldActivity }) {
  if (id === null) return null;
  const name = [number, title].filter((one) => one !== null).join(" · ");
  return (
    <tr className="activity">
      <th scope="rowgroup" colSpan={5}>
        <h3>{name === "" ? "Attività senza intestazione nel documento" : name}</h3>
        {text !== null && <p>{text}</p>}
      </th>
    </tr>
  );
}

const GLYPHS: Partial<Record<StepStanding, GlyphName>> = { done: "completed-declared", late: "late" };

function StepRow({ code, step, doing }: { code: string; step: ToldStep; doing: StepDoing }) {
  const glyph = GLYPHS[step.standing];
  const isOpen = doing.open?.ordinal === step.ordinal;
  const correction = (report: number) =>
    doing.correctable.includes(report) ? stepReportPart(code, step.ordinal, report, "rettifica") : undefined;
  return (
    <>
      <tr id={`punto-${step.ordinal}`}>
        <th scope="row">
          {step.name}
          {step.weight !== 1 && <span className="mut sm d">peso {formatWeight(step.weight)}</span>}
        </th>
        <td>
          {step.heading !== null && <b className="d">{step.heading}</b>}
          <LongText text={step.text} />
        </td>
        <td data-l="Programmato">
          {step.planned === null ? <span className="mut">non scritto</span> : `«${step.planned}»`}
          {step.isShared && <span className="mut sm d">termine comune a più punti</span>}
        </td>
        <td data-l="Termine">
          {step.terms.map((words) => (
            <span key={words} className={step.isUnread ? "d mut" : "d"}>
              {words}
            </span>
          ))}
          <span className={`d sm k-${step.standing}`}>
            {glyph && <Glyph of={glyph} />} {step.standingWords}
          </span>
        </td>
        <td data-l="Effettivo">
          {step.done !== null && <b className="d">{step.done}</b>}
          <StepReports reports={step.reports} correction={correction} />
          {doing.mayReport && !(isOpen && doing.open!.isForm) && (
            <a className="noprint" href={stepReportAddress(code, step.ordinal)}>
              Riporta l’effettivo<span className="sr"> del punto {step.name}</span>
            </a>
          )}
          {doing.mayReport && <StepEditLinks code={code} step={step} />}
        </td>
      </tr>
      {isOpen && (
        <tr className="open noprint">
          <td colSpan={5}>{doing.open!.form}</td>
        </tr>
      )}
    </>
  );
}

/** Where a step is edited or retired, by who keeps it. */
function StepEditLinks({ code, step }: { code: string; step: ToldStep }) {
  const of = <span className="sr"> il punto {step.name}</span>;
  return (
    <span className="noprint sm d">
      <a href={objectivePart(code, "punti", step.ordinal, "modifica")}>Modifica{of}</a>
      {" · "}
      <a href={objectivePart(code, "punti", step.ordinal, "ritiro")}>Ritira{of}</a>
    </span>
  );
}
