import {
  adoptionAddress,
  areasAddress,
  newAreaAddress,
  newOfficeAddress,
  newPlanActionAddress,
  newPlanAddress,
  officesAddress,
  planAddress,
} from "#app/addresses.ts";
import { count } from "#app/format.ts";

export type FirstStepsFacts = {
  offices: number;
  draft: { code: string; areas: number; actions: number } | null;
};

/** From an empty database to an adopted plan: what there is already, and where the RTD goes on. */
export function FirstSteps({ steps: { offices, draft } }: { steps: FirstStepsFacts }) {
  return (
    <section aria-labelledby="per-cominciare">
      <h2 id="per-cominciare">Per cominciare</h2>
      <ol className="list">
        <li>
          <b>1. Gli uffici</b> che risponderanno delle azioni:{" "}
          {offices === 0 ? (
            <a href={newOfficeAddress()}>scrivi il primo</a>
          ) : (
            <a href={officesAddress()}>{count(offices, "ufficio", "uffici")}</a>
          )}
        </li>
        <li>
          <b>2. La bozza del piano</b>:{" "}
          {draft ? <a href={planAddress(draft.code)}>{draft.code}</a> : <a href={newPlanAddress()}>aprila</a>}
        </li>
        <li>
          <b>3. Gli ambiti</b>, con il loro codice
          {draft && (
            <>
              :{" "}
              {draft.areas === 0 ? (
                <a href={newAreaAddress(draft.code)}>aggiungi il primo</a>
              ) : (
                <a href={areasAddress(draft.code)}>{count(draft.areas, "ambito", "ambiti")}</a>
              )}
            </>
          )}
        </li>
        <li>
          <b>4. Le azioni</b>, ciascuna con i suoi anni e chi ne risponde
          {draft && draft.areas > 0 && (
            <>
              :{" "}
              {draft.actions === 0 ? (
                <a href={newPlanActionAddress(draft.code)}>aggiungi la prima</a>
              ) : (
                <a href={planAddress(draft.code)}>{count(draft.actions, "azione", "azioni")}</a>
              )}
            </>
          )}
        </li>
        <li>
          <b>5. L’adozione</b>, con il suo atto: da allora le annualità hanno uno stato
          {draft && draft.actions > 0 && (
            <>
              . <a href={adoptionAddress(draft.code)}>Adotta il piano</a>
            </>
          )}
        </li>
      </ol>
    </section>
  );
}
