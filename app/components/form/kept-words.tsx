/** What was typed into a form, field by field, as it is read. */
export type Kept = { label: string; words: string }[];

/** What a person had typed into a form that can no longer be sent: to be read and copied, so that nothing is lost. */
export function KeptWords({ words }: { words: Kept }) {
  if (words.length === 0) return null;
  return (
    <section className="box" aria-labelledby="scritto">
      <h2 id="scritto">Quello che avevi scritto</h2>
      <p className="sm">Non è stato salvato: se serve ancora, copialo da qui.</p>
      <dl className="dl">
        {words.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
