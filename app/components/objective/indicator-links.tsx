import { objectivePart } from "#app/objective-addresses.ts";

/** What who keeps an objective does on one of its indicators. */
export function IndicatorLinks({ code, ordinal }: { code: string; ordinal: number }) {
  const of = <span className="sr"> dell’indicatore {ordinal}</span>;
  return (
    <span className="sm noprint doing d">
      <a href={objectivePart(code, "indicatori", ordinal, "valore")}>Scrivi un valore{of}</a>
      <a href={objectivePart(code, "indicatori", ordinal, "modifica")}>Modifica{of}</a>
    </span>
  );
}
