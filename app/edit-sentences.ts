import type { PlanActionChange } from "./domain/edit/plan-action-changes.ts";
import type { Named } from "./domain/edit/plan-action-history.ts";
import { formatDay, formatWeight, joinWords } from "./format.ts";
import { responsibleLabel, THEME_LABEL } from "./labels.ts";
import type { Part } from "./sentence-parts.ts";

/** One change of an action in words: what it was, what it has been since. */
export function changeParts(change: PlanActionChange): Part[] {
  switch (change.kind) {
    case "created":
      return ["azione aggiunta al piano"];
    case "title":
      return [`titolo da «${change.from}» a `, { strong: `«${change.to}»` }];
    case "area":
      return fromTo("ambito", change.from, change.to);
    case "weight":
      return fromTo("peso", formatWeight(change.from), formatWeight(change.to));
    case "unknown-years":
      return fromTo("annualità senza anno", String(change.from), String(change.to));
    case "themes":
      return addedAndRemoved(
        { what: "temi", added: "aggiunti", removed: "tolti" },
        change.from.map((theme) => THEME_LABEL[theme]),
        change.to.map((theme) => THEME_LABEL[theme]),
      );
    case "norms":
      return addedAndRemoved({ what: "norme", added: "aggiunte", removed: "tolte" }, change.from, change.to);
    case "responsibles":
      return fromTo("responsabili", names(change.from), names(change.to));
    case "lead":
      return fromTo(
        "capofila",
        change.from ? responsibleLabel(change.from) : "nessuno",
        change.to ? responsibleLabel(change.to) : "nessuno",
      );
    case "offices":
      return fromTo(
        `uffici che rispondono del ${joinWords(change.years.map(String))}`,
        names(change.from),
        names(change.to),
      );
    case "year-added":
      return [
        "aggiunto il ",
        { strong: String(change.year) },
        ...(change.dueOn ? [`, termine ${formatDay(change.dueOn)}`] : []),
      ];
    case "due":
      return fromTo(`termine del ${change.year}`, formatDay(change.from), formatDay(change.to));
    case "year-ended":
      return [`tolto il ${change.year}`];
  }
}

function fromTo(what: string, from: string, to: string): Part[] {
  return [`${what} da ${from} a `, { strong: to }];
}

function addedAndRemoved(
  words: { what: string; added: string; removed: string },
  from: readonly string[],
  to: readonly string[],
): Part[] {
  const [added, removed] = [without(to, from), without(from, to)];
  const parts = [
    ...(added.length > 0 ? [`${words.added} ${joinWords(quoted(added))}`] : []),
    ...(removed.length > 0 ? [`${words.removed} ${joinWords(quoted(removed))}`] : []),
  ];
  return [`${words.what}: ${joinWords(parts)}`];
}

function without(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((one) => !others.includes(one));
}

function quoted(texts: readonly string[]): string[] {
  return texts.map((text) => `«${text}»`);
}

function names(list: readonly Named[]): string {
  return list.length === 0 ? "nessuno" : joinWords(list.map(responsibleLabel));
}
