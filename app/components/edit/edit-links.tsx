import {
  actionRemovalAddress,
  areasAddress,
  newPlanActionAddress,
  planActionEditAddress,
} from "#app/addresses.ts";

/** Where the RTD edits an action, in one line. */
export function EditLinks({ plan, code, isDraft }: { plan: string; code: string; isDraft: boolean }) {
  return (
    <p className="sm noprint edits">
      <span className="mut">Modifica: </span>
      <a href={planActionEditAddress(plan, code, "modifica")}>titolo, ambito, peso, temi, norme</a> ·{" "}
      <a href={planActionEditAddress(plan, code, "responsabili")}>responsabili e capofila</a> ·{" "}
      <a href={planActionEditAddress(plan, code, "anni")}>anni</a>
      {isDraft && (
        <>
          {" "}
          · <a href={actionRemovalAddress(plan, code)}>togli dalla bozza</a>
        </>
      )}
    </p>
  );
}

/** Where the RTD goes on writing a plan: its next action, its areas. */
export function PlanEditLinks({ plan }: { plan: string }) {
  return (
    <span className="noprint">
      <a href={newPlanActionAddress(plan)}>Nuova azione</a> · <a href={areasAddress(plan)}>Ambiti</a>
    </span>
  );
}
