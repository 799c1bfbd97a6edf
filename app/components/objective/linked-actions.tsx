import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { formatWeight, joinWords } from "#app/format.ts";
import { objectivePart } from "#app/objective-addresses.ts";
import { SituationOf, type Told } from "../situation.tsx";

export type ToldLink = {
  id: number;
  plan: string;
  code: string;
  title: string | null;
  /** The one annualità that the link is narrowed to. */
  onlyYear: number | null;
  rationale: string;
  weight: number;
  years: (Told & { id: number })[];
  uncounted: { year: number; why: "cancelled" | "other-year" | "elsewhere" }[];
};

/** The actions that an objective rests on: the annualità that count, how they stand, and why they are linked. */
export function LinkedActions({
  links,
  undoFrom,
  al,
}: {
  links: ToldLink[];
  /** The code of the objective, where who reads may undo them. */
  undoFrom: string | undefined;
  al: Day | undefined;
}) {
  return (
    <table className="t cards linked">
      <caption className="sr">Le azioni collegate, con le annualità che contano</caption>
      <thead>
        <tr>
          <th scope="col">Azione</th>
          <th scope="col" className="c-years">
            Annualità che contano
          </th>
          <th scope="col" className="c-why">
            Perché è collegata
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <a href={planActionAddress(link.plan, link.code, al)}>
                <b>{link.code}</b>
                {link.title !== null && ` ${link.title}`}
              </a>
              <span className="mut sm d">
                piano {link.plan}
                {link.onlyYear !== null && ` · solo il ${link.onlyYear}`}
                {link.weight !== 1 && ` · peso ${formatWeight(link.weight)}`}
              </span>
            </th>
            <td data-l="Annualità che contano">
              {link.years.length === 0 && <span className="mut">nessuna</span>}
              {link.years.map((year) => (
                <span key={year.id} className="d">
                  <a href={`${planActionAddress(link.plan, link.code, al)}#anno-${year.year}`}>{year.year}</a>{" "}
                  <SituationOf actionYear={year} />
                </span>
              ))}
              <Uncounted years={link.uncounted} />
            </td>
            <td data-l="Perché è collegata">
              {link.rationale}{" "}
              {undoFrom !== undefined && (
                <a
                  className="sm noprint"
                  href={objectivePart(undoFrom, "collegamenti", link.id, "scioglimento")}
                >
                  Sciogli<span className="sr"> il collegamento con la {link.code}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WHY = {
  cancelled: "annullate",
  "other-year": "di altri anni",
  elsewhere: "contate dal loro collegamento",
};

function Uncounted({ years }: { years: ToldLink["uncounted"] }) {
  if (years.length === 0) return null;
  const parts = (Object.keys(WHY) as (keyof typeof WHY)[]).flatMap((why) => {
    const those = years.filter((one) => one.why === why).map(({ year }) => String(year));
    return those.length === 0 ? [] : [`${joinWords(those)} (${WHY[why]})`];
  });
  return <span className="mut sm d">non contano: {joinWords(parts)}</span>;
}
