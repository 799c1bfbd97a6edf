import { type DeskYear, YearRows } from "./year-rows.tsx";
import { type Short, ShortList } from "./short-list.tsx";

/** What a person's offices have reported on, and only the RTD can take further (R10); their word can still be changed. */
export function WaitingForRtd({ years, current }: { years: Short<DeskYear>; current: string }) {
  if (years.total === 0) return null;
  return (
    <ShortList
      id="aspettano-il-rtd"
      title="Riportate, aspettano il RTD"
      note="Il tuo contributo c’è; lo stato cambia quando il RTD lo prende in carico."
      list={years}
      all={`Tutte le ${years.total} che aspettano il RTD`}
    >
      <YearRows years={years.rows} current={current} />
    </ShortList>
  );
}
