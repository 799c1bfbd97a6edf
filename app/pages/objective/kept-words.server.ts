import { typedIn, type Values } from "../form/form-readers.server.ts";

/** The fields of what people write of an objective, as a person reads them. What is hidden in a form, or chosen in it, is not here. */
const FIELDS: Record<string, string> = {
  title: "Titolo",
  activityTitle: "Titolo della nuova attività",
  effectiveOn: "Giorno",
  text: "Che cosa è stato fatto",
  planned: "Programmato",
  progress: "A che punto",
  coversFrom: "Dal",
  coversUntil: "Al",
  occurrences: "Quante volte",
  evidenceNumber: "Numero della prova",
  evidenceOn: "Giorno della prova",
  evidenceLink: "Collegamento della prova",
  evidenceNote: "Nota alla prova",
  name: "Nome",
  unit: "Unità di misura",
  start: "Partenza",
  target: "Traguardo",
  source: "Fonte",
  rationale: "Motivazione",
  value: "Valore",
  note: "Nota",
  noteText: "Nota",
  percent: "Percentuale",
  reason: "Motivo",
  actOrgan: "Organo",
  actNumber: "Numero dell’atto",
  actOn: "Giorno dell’atto",
};

/** The form of a step asks what is to be done, that of an effettivo what was. */
const OF_A_STEP = { text: "Che cosa si fa" };

/** What somebody typed into a form that can no longer be sent. */
export function keptWords(sent: Values): { label: string; words: string }[] {
  const typed = typedIn(sent);
  const fields = typed.planned === undefined ? FIELDS : { ...FIELDS, ...OF_A_STEP };
  return Object.entries(fields).flatMap(([field, label]) => {
    const words = (typed[field] ?? "").trim();
    return words === "" ? [] : [{ label, words }];
  });
}
