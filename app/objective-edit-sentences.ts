import type { Moved, ObjectiveChanges, StepRow, VersionRow } from "./domain/objective/objective-history.ts";
import { capitalize, formatWeight, joinWords } from "./format.ts";
import { OBJECTIVE_KIND_LABELS } from "./objective-labels.ts";
import { stepName } from "./domain/objective/step-name.ts";

/** What an edit of an objective did, one phrase a thing; the edit that added it is told as that, whatever else it brought. */
export function changesWords({ objective, offices, steps, indicators, links }: ObjectiveChanges): string {
  if (objective.some(({ how }) => how === "added")) return "Obiettivo aggiunto.";
  const phrases = [
    ...objective.flatMap(versionWords),
    ...officesWords(offices),
    ...steps.flatMap(stepWords),
    ...indicators.map((moved) => namedWords("l’indicatore", moved, ({ name }) => `«${name}»`)),
    ...links.map((moved) =>
      namedWords("il collegamento", moved, ({ action, plan, year }) =>
        [`con la ${action} del piano ${plan}`, ...(year === null ? [] : [`solo per il ${year}`])].join(", "),
      ),
    ),
  ];
  return `${capitalize(phrases.join("; "))}.`;
}

function versionWords(moved: Moved<VersionRow>): string[] {
  if (moved.how !== "changed") return ["obiettivo ritirato"];
  const { from, to } = moved;
  return [
    ...(from.title === to.title ? [] : [`titolo da «${from.title}» a «${to.title}»`]),
    ...(from.description === to.description ? [] : ["cambiata la descrizione"]),
    ...(from.kind === to.kind
      ? []
      : [`tipo da ${OBJECTIVE_KIND_LABELS[from.kind]} a ${OBJECTIVE_KIND_LABELS[to.kind]}`]),
    ...(from.is_transversal === to.is_transversal
      ? []
      : [to.is_transversal === 1 ? "ora è trasversale" : "non è più trasversale"]),
    ...weightWords("peso", from, to),
  ];
}

function officesWords(offices: ObjectiveChanges["offices"]): string[] {
  const given = offices.flatMap((moved) => (moved.how === "added" ? [moved.to.name] : []));
  const taken = offices.flatMap((moved) => (moved.how === "removed" ? [moved.from.name] : []));
  return [
    ...(given.length > 0 ? [`affidato a ${joinWords(given)}`] : []),
    ...(taken.length > 0 ? [`tolto a ${joinWords(taken)}`] : []),
  ];
}

function stepWords(moved: Moved<StepRow>): string[] {
  if (moved.how === "added") return [`aggiunto il punto ${stepName(moved.to)}`];
  if (moved.how === "removed") return [`ritirato il punto ${stepName(moved.from)}`];
  const { from, to } = moved;
  const parts = [
    ...(from.text === to.text ? [] : ["testo"]),
    ...(from.planned_as_written === to.planned_as_written
      ? []
      : [`programmato da ${plannedWords(from)} a ${plannedWords(to)}`]),
    ...weightWords("peso", from, to),
  ];
  return [`modificato il punto ${stepName(to)}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`];
}

function plannedWords({ planned_as_written }: StepRow): string {
  return planned_as_written === null ? "non scritto" : `«${planned_as_written}»`;
}

function weightWords(what: string, from: { weight: number }, to: { weight: number }): string[] {
  return from.weight === to.weight
    ? []
    : [`${what} da ${formatWeight(from.weight)} a ${formatWeight(to.weight)}`];
}

function namedWords<Row>(what: string, moved: Moved<Row>, nameOf: (row: Row) => string): string {
  if (moved.how === "added") return `aggiunto ${what} ${nameOf(moved.to)}`;
  if (moved.how === "removed") return `tolto ${what} ${nameOf(moved.from)}`;
  return `modificato ${what} ${nameOf(moved.to)}`;
}
