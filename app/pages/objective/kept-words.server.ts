import { typedIn, type Values } from "../form/form-readers.server.ts";

/** The fields of what people write of an objective, as a person reads them. What is hidden in a form is not here. */
const FIELDS: Record<string, string> = {
  effectiveOn: "Giorno",
  text: "Che cosa è stato fatto",
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
  value: "Valore",
  note: "Nota",
  noteText: "Nota",
  percent: "Percentuale",
  reason: "Motivo",
  actOrgan: "Organo",
  actNumber: "Numero dell’atto",
  actOn: "Giorno dell’atto",
};

/** What somebody typed into a form that can no longer be sent. */
export function keptWords(sent: Values): { label: string; words: string }[] {
  const typed = typedIn(sent);
  return Object.entries(FIELDS).flatMap(([field, label]) => {
    const words = (typed[field] ?? "").trim();
    return words === "" ? [] : [{ label, words }];
  });
}
