import { piecesOf } from "#app/domain/words.ts";

/** A text as it was written, with the words that were searched marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>
      {piecesOf(text, words).map(({ text, found }, index) =>
        found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </>
  );
}
