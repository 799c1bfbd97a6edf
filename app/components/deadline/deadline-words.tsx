import { planActionAddress } from "#app/addresses.ts";
import { LEGAL_WORDS } from "#app/deadline-labels.ts";
import { verifiedWords } from "#app/deadline-sentences.ts";
import { type Day, daysBetween } from "#app/domain/days.ts";
import type { LegalDay } from "#app/domain/deadline/legal-deadlines.ts";
import { count, dayWith, formatDay } from "#app/format.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";
import type { ToldDeadline } from "./deadline-table.tsx";

/** What falls due, the way to it, and what explains it on a second line. */
export function DeadlineName({ deadline }: { deadline: ToldDeadline }) {
  if (deadline.kind === "legal") return <LegalName legal={deadline.legal} />;
  if (deadline.kind === "round") return <b>Giro di monitoraggio: {deadline.title}</b>;
  if (deadline.kind === "step") return <StepName deadline={deadline} />;
  const { plan, code, year, title, al } = deadline;
  return (
    <>
      <a href={`${planActionAddress(plan, code, al)}#anno-${year}`}>
        <b>
          {code}, {year}
        </b>{" "}
        · {title}
      </a>
      <span className="mut sm d">annualità del piano {plan}</span>
    </>
  );
}

function StepName({ deadline }: { deadline: Extract<ToldDeadline, { kind: "step" }> }) {
  const { objective, ordinal, name, step, title, period, planned, al } = deadline;
  const reported = period && period.from !== period.until ? [periodWords(period)] : [];
  return (
    <>
      <a href={`${objectiveAddress(objective, al)}#punto-${ordinal}`}>
        <b>
          {objective}, punto {name}
        </b>{" "}
        · {step}
      </a>
      <span className="mut sm d">
        {[title, ...reported, ...(planned ? [`programmato «${planned}»`] : [])].join(" · ")}
      </span>
    </>
  );
}

function periodWords({ from, until }: { from: Day; until: Day }): string {
  return `periodo ${dayWith("dal", from)} ${dayWith("al", until)}`;
}

function LegalName({ legal }: { legal: LegalDay }) {
  const { obligation, norm, note } = LEGAL_WORDS[legal.name];
  return (
    <>
      <a href={`#norma-${legal.name}`}>
        <b>{obligation}</b>
      </a>
      <span className="mut sm d">
        {[`Norma: ${norm}`, verifiedWords(legal.verified), ...(note ? [note] : [])].join(" · ")}
      </span>
    </>
  );
}

/** When it falls: by a day, or from it on. */
export function dayWords({ day, form }: Pick<ToldDeadline, "day" | "form">): string {
  return form === "from" ? dayWith("dal", day) : formatDay(day);
}

/** How it stands today, in words: how late it is, how far off, or that nothing says whether it was done. */
export function standingWords(deadline: ToldDeadline, today: Day): string {
  const { day, form, standing, isLate } = deadline;
  const away = daysBetween(today, day);
  if (standing === "done") return deadline.kind === "legal" ? "rispettata" : "fatta";
  if (isLate) return `in ritardo di ${count(-away, "giorno", "giorni")}`;
  if (form === "from") return away <= 0 ? "vale già" : `fra ${count(away, "giorno", "giorni")}`;
  if (away < 0) return "passata: se è stata rispettata, qui non è scritto";
  return away === 0 ? "oggi" : `fra ${count(away, "giorno", "giorni")}`;
}
