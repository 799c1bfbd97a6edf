import type { ReactNode } from "react";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { SITUATIONS_LABEL } from "#app/labels.ts";

export type FigureProps = {
  id: string;
  /** The finding, as a title. */
  title: ReactNode;
  subtitle: string;
  /** The chart as markup, drawn on the server. */
  drawing: string;
  caption: ReactNode;
  /** What each texture means: a class that fills, and words. The situations, unless others are drawn. */
  legend?: readonly LegendKey[];
  isOpen?: boolean;
  /** The same rows as a table. */
  children: ReactNode;
};

type LegendKey = { fill: string; words: string };

const SITUATION_LEGEND = SITUATIONS.map((situation) => ({
  fill: `f-${situation}`,
  words: SITUATIONS_LABEL[situation],
}));

/** A chart: its finding, what is drawn, the legend, the drawing, what the numbers are, and the same rows as a table. */
export function Figure({
  id,
  title,
  subtitle,
  drawing,
  caption,
  legend = SITUATION_LEGEND,
  isOpen = false,
  children,
}: FigureProps) {
  return (
    <figure className="fig" aria-labelledby={`${id}-titolo`}>
      <h2 className="ft" id={`${id}-titolo`}>
        {title}
      </h2>
      <p className="fs">{subtitle}</p>
      <ul className="keys">
        {legend.map(({ fill, words }) => (
          <li key={fill}>
            <svg viewBox="0 0 22 14" aria-hidden="true">
              <rect x="0.6" y="0.6" width="20.8" height="12.8" className={fill} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <div className="drawing" dangerouslySetInnerHTML={{ __html: drawing }} />
      <figcaption>{caption}</figcaption>
      <details className="data" open={isOpen}>
        <summary>I numeri della figura</summary>
        {children}
      </details>
    </figure>
  );
}
