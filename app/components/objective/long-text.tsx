/** How much of a text of a document is read at a glance. */
const AT_A_GLANCE = 240;

/** A text as written; of a long one the beginning, the whole of it one opening away and always on paper. */
export function LongText({ text }: { text: string }) {
  if (text.length <= AT_A_GLANCE * 1.5) return <>{text}</>;
  const cut = text.slice(0, text.lastIndexOf(" ", AT_A_GLANCE));
  return (
    <details className="data long">
      <summary>{cut}…</summary>
      {text}
    </details>
  );
}
