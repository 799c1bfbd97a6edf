type Line = { action_year_id: number; sequence: number };

/** The last line recorded of each annualità that has any: what a form is built from, and two windows are told apart by (R3). */
export function lastSequencesOf(lines: readonly Line[]): Map<number, number> {
  const sequences = new Map<number, number>();
  for (const { action_year_id, sequence } of lines)
    sequences.set(action_year_id, Math.max(sequence, sequences.get(action_year_id) ?? 0));
  return sequences;
}

/** The last line recorded of one annualità; 0 where there is none, or no annualità yet. */
export function lastSequenceOf(lines: readonly Line[], actionYearId: number | undefined): number {
  const own = lines.filter((line) => line.action_year_id === actionYearId);
  return Math.max(0, ...own.map(({ sequence }) => sequence));
}
