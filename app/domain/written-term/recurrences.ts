import { CARDINAL } from "./numbers.ts";
import type { Grammar } from "./passages.ts";
import type { Period } from "./term.ts";

const WEEKDAY = "(?:lune|marte|mercole|giove|vener)di|sabato|domenica";

/**
 * The words of each period. `unspecified`: again and again, without how often.
 */
const WORDS: Record<Period, string> = {
  day: `giornalier[oaie]|giornalmente|giornalieramente|quotidian[oaie]|quotidianamente|${every("giorno")}|tutti i giorni`,
  week: `settimanal[ei]|settimanalmente|${every("settimana")}|${every(`(?:${WEEKDAY})`)}|tutti i (?:${WEEKDAY})|${once("settimana")}`,
  month: `mensil[ei]|mensilmente|${every("mese")}|${once("mese")}`,
  "two-months": `bimestral[ei]|bimestralmente|${every("bimestre")}|ogni (?:2|due) mesi`,
  quarter: `trimestral[ei]|trimestralmente|${every("trimestre")}|ogni (?:3|tre) mesi`,
  "four-months": `quadrimestral[ei]|quadrimestralmente|${every("quadrimestre")}|ogni (?:4|quattro) mesi`,
  "half-year": `semestral[ei]|semestralmente|${every("semestre")}|ogni (?:6|sei) mesi`,
  year: `annual[ei]|annualmente|${every("anno")}|ogni (?:12|dodici) mesi|${once("anno")}`,
  unspecified:
    "periodic[oai]|periodiche|periodicamente|continuativ[oaei]|continuativamente|in continuo|costant[ei]|costantemente|tutto l'anno",
};

/**
 * Rhythms that a text says and that are no period here: "quindicinale" is 24 times a year or 26, "bisettimanale" and "bimensile" are said of
 * twice in one and of once in two.
 */
const OTHER = new RegExp(
  "\\b(?:quindicinal(?:e|i|mente)|bisettimanal(?:e|i|mente)|bimensil(?:e|i|mente)" +
    `|ogni (?:${CARDINAL}) (?:ore|giorni|settimane|mesi|anni)|(?:${CARDINAL}) volte (?:a(?:l|lla)? |all'|l'|ogni )(?:giorno|settimana|mese|bimestre|trimestre|semestre|anno))\\b`,
);

/** Nouns that such a word names rather than repeats: a "piano annuale" is not made every year by saying so. */
const NAMED =
  /\b(?:pian[oi]|programm[ai]|bilanci[oi]?|cont[oi]|registr[oi]|budget|canon[ei]|abbonament[oi]|contratt[oi]|import[oi]|compens[oi]|orari[oi]|ore|ripos[oi]|valor[ei]|spesa|limite|media)$/;

const PERIODS = Object.entries(WORDS).map(
  ([period, words]) => [period as Period, new RegExp(`\\b(?:${words})(?![a-z\\d])`, "g")] as const,
);

/** "giornaliera", "ogni lunedì", "con cadenza trimestrale", "Giornaliera /settimanale /mensile": each word is a recurrence. */
export const recurrences: Grammar = (left) =>
  PERIODS.flatMap(([every, words]) =>
    [...left.matchAll(words)]
      .filter(({ index }) => !NAMED.test(left.slice(Math.max(0, index - 13), index).trimEnd()))
      .map(({ index, 0: { length } }) => ({
        from: index,
        to: index + length,
        says: { kind: "recurrence", every } as const,
      })),
  );

/** True where a text, but for what `recurrences` have read, still says how often: "ogni 15 giorni", "due volte l'anno". */
export function hasOtherRhythm(text: string): boolean {
  return OTHER.test(text);
}

function every(noun: string): string {
  return `(?:ogni|ciascun[oa]?) ${noun}`;
}

function once(noun: string): string {
  return `(?:una|1) volta (?:a(?:l|lla)? |all'|l'|ogni )${noun}`;
}
