import { fold } from "../words.ts";
import type { Said } from "./term.ts";

/** A text as it is read: folded, one space between words. `places`: where each of its signs is in the text as written. */
export type Passages = { signs: string; places: number[] };

/** Signs that one rule has understood. `says`: null for what is known to say nothing about when, such as the number of a law. */
export type Found = { from: number; to: number; says: Said | null };

/** Finds, in what no rule before has understood, the terms of one kind. `wordsOf` gives back a passage as it was written. */
export type Grammar = (left: string, wordsOf: (from: number, to: number) => string) => Found[];

/** Stand where a term was read, so that nothing is read twice, and where something was that says nothing about when. */
const READ = "\u0000";
const CITED = "\u0001";

export function passagesOf(text: string): Passages {
  const signs: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1)
    for (const sign of foldedSign(text.charAt(place))) {
      if (sign === " " && signs.at(-1) === " ") continue;
      signs.push(sign);
      places.push(place);
    }
  return { signs: signs.join(""), places };
}

function foldedSign(sign: string): string {
  if (/\s/.test(sign)) return " ";
  if (sign === READ || sign === CITED || sign === "\u00ad") return "";
  return sign === "º" ? "°" : fold(sign);
}

/** What a passage was before it was folded. */
export function asWritten(text: string, { places }: Passages, from: number, to: number): string {
  const first = places[from];
  const last = places[to - 1];
  return first === undefined || last === undefined ? "" : text.slice(first, last + 1).trim();
}

export function without(left: string, found: readonly Found[]): string {
  const signs = left.split("");
  for (const { from, to, says } of found) signs.fill(says ? READ : CITED, from, to);
  return signs.join("");
}

/** What was found, without what begins inside something else. */
export function apart(found: readonly Found[]): Found[] {
  let read = 0;
  return [...found]
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < read) return false;
      read = to;
      return true;
    });
}

/** True where nothing in the same sentence comes before: at the head, after ";" and ":", after a full stop, after a dash or a dot of a list. */
export function beginsClause(left: string, at: number): boolean {
  const before = left.slice(Math.max(0, at - 6), at).trimEnd();
  return before === "" || /[;:•·▪|]$|[a-z\d)]{2}\.$|(?:^|[\s;:.)\u0000])[-*]$/.test(before);
}

const CLAUSE_END =
  /[;:,(\u0000]|(?<=[a-z]{3})\.|\.$| - | (?:o|oppure|ovvero|ai sensi|come|secondo|nel caso|in caso|se|salvo|e comunque|entro|con)\b/;

/** Where the words end that begin at a place: at the end of their clause, or where something else begins. */
export function endOfClause(left: string, from: number): number {
  const words = left.slice(from, from + 120);
  const end = words.search(CLAUSE_END);
  return from + (end < 0 ? words : words.slice(0, end)).trimEnd().length;
}
