/** What a keyboard, a word processor and a source document each write in their own way. */
const WRITTEN_AS: [RegExp, string][] = [
  [/[’‘ʼ`´]/g, "'"],
  [/[‐‑‒–—−]/g, "-"],
];

/** Every sign that folding to small letters may leave as it was. Few are different: each is folded once. */
const SIGNS = /[`\u0080-\uffff]/g;
const foldedSigns = new Map<string, string>();

/**
 * Text as it is searched: small letters without accents, one kind of apostrophe and of hyphen.
 *
 *     fold("L’Identità digitale 2021–2023") // "l'identita digitale 2021-2023"
 */
export function fold(text: string): string {
  return text.toLowerCase().replace(SIGNS, foldSign);
}

function foldSign(sign: string): string {
  const known = foldedSigns.get(sign);
  if (known !== undefined) return known;
  const plain = WRITTEN_AS.reduce((text, [signs, one]) => text.replace(signs, one), sign);
  const folded = plain.normalize("NFD").replace(/\p{M}/gu, "");
  foldedSigns.set(sign, folded);
  return folded;
}

/** The different words of what a person typed, folded, without the punctuation around them: «"Cloud", cloud» is one word. */
export function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return [...new Set(words)].filter((word) => word !== "");
}

export type Piece = { text: string; found: boolean };

/**
 * A text cut where the words are found in it, as it was written: the pieces joined give it back to the letter.
 *
 *     piecesOf("Identità digitale", ["identita"]) // [{ text: "Identità", found: true }, { text: " digitale", found: false }]
 */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const letters = lettersOf(text);
  const folded = letters.map(fold).join("");
  const found = new Uint8Array(folded.length);
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      found.fill(1, at, at + word.length);
  }

  const pieces: Piece[] = [];
  let offset = 0;
  for (const letter of letters) {
    const length = fold(letter).length;
    const isFound = found.subarray(offset, offset + length).includes(1);
    offset += length;
    const last = pieces.at(-1);
    if (last?.found === isFound) last.text += letter;
    else pieces.push({ text: letter, found: isFound });
  }
  return pieces;
}

/** The letters of a text, each with the accents that follow it as signs of their own. */
function lettersOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
