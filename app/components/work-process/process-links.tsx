import { workProcessEditAddress } from "#app/addresses.ts";

/** Where the RTD edits a process. */
export function ProcessLinks({ code }: { code: string }) {
  return (
    <p className="sm noprint doing">
      <a href={workProcessEditAddress(code, "modifica")}>Modifica il processo</a>
      <a href={workProcessEditAddress(code, "blocchi/nuovo")}>Aggiungi un blocco</a>
      <a href={workProcessEditAddress(code, "ritiro")}>Ritira il processo</a>
    </p>
  );
}
