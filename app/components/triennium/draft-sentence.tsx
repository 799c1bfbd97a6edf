import { adoptionAddress, discardAddress } from "#app/addresses.ts";
import { count } from "#app/format.ts";

/** What the page of a plan says while it is a draft: that nothing of it holds yet, and how to adopt it for who may. */
export function DraftSentence({
  plan,
  actions,
  years,
  mayAdopt,
}: {
  plan: { code: string };
  actions: number;
  years: number;
  mayAdopt: boolean;
}) {
  return (
    <p className="lede">
      <strong>Bozza, non ancora adottata</strong>: {count(actions, "azione", "azioni")},{" "}
      {count(years, "annualità prevista", "annualità previste")}. Le annualità non hanno ancora uno stato, e
      nulla cambia nei piani precedenti.{" "}
      {mayAdopt && (
        <span className="noprint">
          <a href={adoptionAddress(plan.code)}>Adotta il piano</a> ·{" "}
          <a href={discardAddress(plan.code)}>Scarta la bozza</a>
        </span>
      )}
    </p>
  );
}
