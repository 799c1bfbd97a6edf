const UNITS =
  "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove".split(
    " ",
  );
const TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split(" ");
const FIRST_TEN = "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo".split(" ");
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi"];

/** "dodici" → 12, "trentuno" → 31, up to ninety-nine, and the hundreds that terms are made of. */
const CARDINALS = new Map<string, number>([
  ["un", 1],
  ["una", 1],
  ["un'", 1],
  ...UNITS.map((word, index) => [word, index + 1] as const),
  ...TENS.flatMap((word, index) => tenAndUnits(word, (index + 2) * 10)),
  ["cento", 100],
  ["centoventi", 120],
  ["centottanta", 180],
]);

/** "primo" → 1, "trentesimo" → 30. */
const ORDINALS = new Map<string, number>([
  ...FIRST_TEN.map((word, index) => [word, index + 1] as const),
  ...[...CARDINALS]
    .filter(([, number]) => number > 10)
    .map(([word, number]) => [`${word.slice(0, -1)}esimo`, number] as const),
]);

/** Signs of a number of up to three figures, or its word. */
export const CARDINAL = `(?:\\d{1,3}|${anyOf(CARDINALS.keys())})`;

/** "30°", "trentesimo". */
export const ORDINAL = `(?:\\d{1,3} ?[°^]|${anyOf(ORDINALS.keys())})`;

/** Which of the parts of a year: "I", "1°", "primo", and a plain "1". */
export const ORDINAL_OF_PART = `(?:[1-6] ?[°^]?|[iv]{1,3}°?|${anyOf([...FIRST_TEN.slice(0, 6), ...FIRST_TEN.slice(0, 6).map((word) => `${word.slice(0, -1)}a`)])})`;

/** The number that a word, a Roman figure or figures stand for. */
export function numberOf(word: string): number {
  const plain = word.replace(/[ °^]/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  const roman = ROMAN.indexOf(plain);
  return CARDINALS.get(plain) ?? ORDINALS.get(plain) ?? (roman < 0 ? NaN : roman + 1);
}

function anyOf(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join("|");
}

function tenAndUnits(ten: string, value: number): [string, number][] {
  const withUnit = UNITS.slice(0, 9).map((unit, index): [string, number] => {
    const stem = /^[uo]/.test(unit) ? ten.slice(0, -1) : ten;
    return [stem + unit, value + index + 1];
  });
  return [[ten, value], ...withUnit];
}
