import type { Day } from "#app/domain/days.ts";
import { count, dayWith } from "#app/format.ts";
import { askedWords } from "#app/monitoring-sentences.ts";
import type { ItemRow } from "./item-rows.server.ts";

/** How many of the items that wait are named: the list itself is one click away. */
const NAMED = 8;

type Reminded = {
  round: { title: string; lookedAtOn: Day; dueOn: Day; openedOn: Day; note: string | null };
  office: { name: string };
  waiting: readonly ItemRow[];
  /** Where the office answers, whole: `https://…/giri/3/uffici/settore-3`. */
  address: string;
  entity: string | null;
  today: Day;
};

/** The reminder of an office, as it is copied or sent: what is asked, what waits, by when, where. It names no person. */
export function reminderText({ round, office, waiting, address, entity, today }: Reminded) {
  const isOver = round.dueOn < today;
  const term = isOver
    ? `Il termine era fissato ${dayWith("al", round.dueOn)}: si chiede di provvedere con cortese sollecitudine, all’indirizzo`
    : `Si chiede di provvedere entro ${dayWith("il", round.dueOn)}, all’indirizzo`;
  const paragraphs = [
    `All’ufficio ${office.name}`,
    `${capitalDay(round.openedOn)} è stato aperto «${round.title}»: a ogni ufficio è chiesto di confermare, o di aggiornare, le annualità del Piano di Transizione al Digitale e i punti degli obiettivi di cui risponde. ${askedWords({ ...round, today })}`,
    ...(round.note === null ? [] : [round.note]),
    `${waitingWords(waiting.length)}\n${namesOf(waiting)}`,
    `${term}:\n${address}`,
    "Dove non vi sono novità è sufficiente confermare; dove la situazione è cambiata la si aggiorna dallo stesso elenco.",
    ["Il Responsabile per la Transizione al Digitale", ...(entity === null ? [] : [entity])].join("\n"),
  ];
  return {
    subject: `${round.title}: ${isOver ? "sollecito, termine scaduto" : "sollecito, termine"} ${dayWith("il", round.dueOn)}`,
    body: paragraphs.join("\n\n"),
  };
}

function waitingWords(waiting: number): string {
  return `${count(waiting, "voce risulta ancora senza risposta:", "voci risultano ancora senza risposta:")}`;
}

function namesOf(waiting: readonly ItemRow[]): string {
  const named = waiting
    .slice(0, NAMED)
    .map(({ name, title }) => `- ${title === "" ? name : `${name}: ${title}`}`);
  const others = waiting.length - named.length;
  return [...named, ...(others > 0 ? [`e ${count(others, "altra", "altre")}.`] : [])].join("\n");
}

function capitalDay(day: Day): string {
  const words = dayWith("il", day);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
