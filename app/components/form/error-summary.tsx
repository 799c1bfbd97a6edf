/** What went wrong, first on the page and with the focus, each error a link to its field, in the order of the form. */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: Record<string, string[] | undefined>;
}) {
  const entries = Object.entries(errors).flatMap(([field, messages]) =>
    messages?.[0] ? [{ field, message: messages[0] }] : [],
  );
  if (entries.length === 0) return null;
  return (
    <div className="errsum" role="alert" tabIndex={-1} autoFocus aria-labelledby="errori">
      <h2 id="errori">
        {title}
        {entries.length > 1 && `: ci sono ${entries.length} errori`}
      </h2>
      <ul>
        {entries.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
