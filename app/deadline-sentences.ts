import { LEGAL_WORDS, VERIFICATION_LABELS } from "./deadline-labels.ts";
import type { Deadline } from "./domain/deadline/deadlines.ts";
import type { Verified } from "./domain/deadline/verifications.ts";
import { dayWith } from "./format.ts";

/** What falls due, in one line, as a calendar says it. */
export function deadlineWords(deadline: Deadline): string {
  const words = nameOf(deadline);
  return deadline.form === "from" ? `${words} (vale da questo giorno)` : words;
}

function nameOf(deadline: Deadline): string {
  if (deadline.kind === "action-year") return `${deadline.code}, ${deadline.year}: ${deadline.title}`;
  if (deadline.kind === "step") return `${deadline.objective}, punto ${deadline.name}: ${deadline.step}`;
  if (deadline.kind === "round") return `Giro di monitoraggio: ${deadline.title}`;
  return LEGAL_WORDS[deadline.legal.name].obligation;
}

/** Where it comes from, for whoever reads it far from Rotta: the plan, the objective and its programmato, the norm and its verification. */
export function explanationWords(deadline: Deadline): string {
  if (deadline.kind === "action-year") return `Annualità del piano ${deadline.plan}`;
  if (deadline.kind === "round") return "Il RTD chiede agli uffici di aggiornare entro questo giorno";
  if (deadline.kind === "step") {
    const { title, planned, period } = deadline;
    const reported =
      period && period.from !== period.until
        ? [`Periodo ${dayWith("dal", period.from)} ${dayWith("al", period.until)}`]
        : [];
    return [`Obiettivo: ${title}`, ...(planned ? [`Programmato: ${planned}`] : []), ...reported].join("\n");
  }
  const { norm, note } = LEGAL_WORDS[deadline.legal.name];
  return [`Norma: ${norm}`, verifiedWords(deadline.legal.verified), ...(note ? [note] : [])].join("\n");
}

/** What Rotta says it by, and when that was read: a day of the world's, whatever day is looked at, and "today" in a demonstration. */
export function verifiedWords({ on, how }: Verified): string {
  return `Fonti di Rotta consultate ${dayWith("il", on)}: ${VERIFICATION_LABELS[how]}`;
}
