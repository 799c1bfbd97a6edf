/**
 * What a step is called wherever it is named: its number in the objective, which is its address, too, and beside it the code that its document gives it,
 * which may come back under every activity ("a", "b") or be missing.
 *
 *     stepName({ ordinal: 22, code_as_written: "a" }) // "22 (a)"
 */
export function stepName(step: { ordinal: number; code_as_written: string | null }): string {
  const { ordinal, code_as_written: code } = step;
  return code === null || code === String(ordinal) ? String(ordinal) : `${ordinal} (${code})`;
}
