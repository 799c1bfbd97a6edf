import type { ConcentrationFinding, YearFinding } from "#app/domain/plan/findings.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { capitalize, count, joinWords, numberWith } from "#app/format.ts";
import { withdrawnWords } from "#app/labels.ts";

/** "Nel 2022 completate 21 annualità su 34 (12 con prova), 5 in ritardo": the year of the day looked at or, after the plan, the whole of it. */
export function HeadSentence({
  plan,
  total,
  focus,
}: {
  plan: string;
  total: Tally;
  focus: (Tally & { year: number; adopted: number }) | undefined;
}) {
  const { completed, late, total: all, proven, counts } = focus ?? total;
  const withdrawn = withdrawnWords(counts);
  return (
    <p className="sent finding">
      <b>
        {focus ? `Nel ${focus.year}` : `Nel piano ${plan}`} {completed === 1 ? "completata" : "completate"}{" "}
        {completed} annualità su {all}
      </b>{" "}
      ({proven} con prova{focus && focus.adopted !== all && `; adottate ${focus.adopted}`}
      {withdrawn.length > 0 && `; delle ${all}, ${joinWords(withdrawn)}`}),{" "}
      <b>{late === 0 ? "nessuna in ritardo" : `${late} in ritardo`}</b>.
    </p>
  );
}

/** The title of the yearly chart. */
export function YearsFinding({ finding }: { finding: YearFinding }) {
  if (finding.kind === "nothing-late") {
    return (
      <>
        Nessuna annualità è in ritardo; completate {finding.completed} su {finding.total}
      </>
    );
  }
  const { worst, others } = finding;
  const rest = others.map(({ year, late }) => `${late} del ${year}`);
  return (
    <>
      Del {worst.year}{" "}
      {worst.late === 1 ? "è in ritardo 1 annualità" : `sono in ritardo ${worst.late} annualità`} su{" "}
      {worst.total}
      {rest.length > 0 && `; in ritardo anche ${joinWords(rest)}`}
    </>
  );
}

/** The title of a chart by group: where at least half of what is late is. Groups that overlap are named one by one, never summed. */
export function GroupFinding({
  finding,
  one,
  many,
  overlapping = false,
}: {
  finding: ConcentrationFinding<string> | undefined;
  one: string;
  many: string;
  overlapping?: boolean;
}) {
  if (!finding) return <>Per {one}: nessuna annualità è in ritardo</>;
  if (overlapping)
    return (
      <>
        Per {one}, il maggior numero di ritardi:{" "}
        {joinWords(finding.top.map(({ key, late }) => `${key} (${late})`))}
      </>
    );
  const { keys, late, of, spread, groups } = finding;
  const all = of === 1 ? "L’unico ritardo è" : `${capitalize(numberWith("i", of))} ritardi sono`;
  if (keys.length === 0) {
    return (
      <>
        {all} in {count(spread, one, many)} su {groups}
      </>
    );
  }
  return (
    <>
      {keys.length === 1 ? `1 ${one} su ${groups} ha` : `${keys.length} ${many} su ${groups} hanno`}{" "}
      {late === of
        ? of === 1
          ? "l’unico ritardo"
          : `tutti ${numberWith("i", of)} ritardi`
        : `${late} ${numberWith("dei", of)} ritardi`}
      : {joinWords(keys.map((key) => key.split(" ")[0]!))}
    </>
  );
}
