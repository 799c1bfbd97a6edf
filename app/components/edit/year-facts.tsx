import { count, joinWords } from "#app/format.ts";

/** What adding a year makes: an annualità to start, and who answers for it (R10). */
export function YearFacts({
  isAdopted,
  offices,
  hasNobodyLeft,
  hasYearsOver,
  unlocked,
}: {
  isAdopted: boolean;
  offices: string[];
  /** Whether those who answered have all ceased, and nobody took their place. */
  hasNobodyLeft: boolean;
  /** Whether a year that can be added is over already. */
  hasYearsOver: boolean;
  /** How many processes the action has unlocked so far. */
  unlocked: number;
}) {
  const nobody = hasNobodyLeft
    ? "nessuno: i responsabili sono uffici cessati senza un successore"
    : "nessun ufficio: il responsabile è il solo RTD";
  return (
    <>
      <li>
        Ogni anno aggiunto è un’annualità <b>da avviare</b> e conta nelle cifre di quell’anno
        {isAdopted && ", dove il piano adottato resta scritto accanto"}.
      </li>
      {hasYearsOver && (
        <li>
          Un anno già finito è subito <b className="s-late">in ritardo</b>, se il suo termine non è nel
          futuro.
        </li>
      )}
      {unlocked > 0 && (
        <li>
          <b>{count(unlocked, "processo sbloccato", "processi sbloccati")}</b> da questa azione{" "}
          {unlocked === 1 ? "torna" : "tornano"} indietro finché non è completato anche l’anno nuovo, salvo
          dove lo sblocco nomina solo altri anni.
        </li>
      )}
      <li>
        Ne {isAdopted ? "rispondono da oggi" : "rispondono"}{" "}
        {offices.length === 0 ? nobody : joinWords(offices)}, dai gruppi come sono oggi.
      </li>
      <li>
        {isAdopted
          ? "Un anno del piano adottato non si toglie: si annulla o si ripianifica dal suo stato."
          : "Un anno senza segno si toglie dal piano, con i suoi uffici: dopo l’adozione non si potrà più."}
      </li>
    </>
  );
}
