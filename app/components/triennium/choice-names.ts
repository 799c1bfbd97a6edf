/** The names of the two fields that choose one annualità: whether it is carried over, and to which year. */
export function choiceNames(actionYearId: number): { choice: string; year: string } {
  return { choice: `riporta-${actionYearId}`, year: `anno-${actionYearId}` };
}
