/** Figures that a person reads first, each with what it is made of. */
export function Kpis({
  label,
  figures,
}: {
  label: string;
  figures: { value: number; of?: number; words: string; alarming?: boolean }[];
}) {
  return (
    <ul className="kpis" aria-label={label}>
      {figures.map(({ value, of, words, alarming }) => (
        <li key={words} className={`kpi${alarming && value > 0 ? " al" : ""}`}>
          <span className="v">
            {value}
            {of !== undefined && <small> su {of}</small>}
          </span>
          <span className="x">{words}</span>
        </li>
      ))}
    </ul>
  );
}
