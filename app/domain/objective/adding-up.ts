/** Numbers as they are shown, each at most a unit of the last digit away from what it is. */
export type ShownSum = { parts: number[]; total: number; digits: 2 | 4 };

/**
 * Numbers rounded so that those shown add up to their sum as it is shown: what rounding leaves over goes to those that it took most from. To the
 * hundredth, finer where something would show as nothing, or less than a whole as a whole.
 *
 *     addingUp([1 / 3, 1 / 3, 1 / 3]).parts // [0.34, 0.33, 0.33]
 */
export function addingUp(values: readonly number[]): ShownSum {
  const digits = values.some(isHiddenByHundredths) ? 4 : 2;
  const unit = 10 ** digits;
  const exact = values.map((value) => value * unit);
  const whole = exact.map((value) => Math.floor(value + 1e-6));
  const total = Math.round(sum(exact) + 1e-6);
  const left = total - sum(whole);
  const byLoss = exact.map((value, index) => ({ index, loss: value - whole[index]! }));
  byLoss.sort((a, b) => b.loss - a.loss || a.index - b.index);
  const raised = new Set(byLoss.slice(0, left).map(({ index }) => index));
  const parts = whole.map((value, index) => (raised.has(index) ? value + 1 : value) / unit);
  return { parts, total: total / unit, digits };
}

/** True of 0.0027, which would show as 0, and of 0.9999, which would show as 1. */
export function isHiddenByHundredths(value: number): boolean {
  const rounded = Math.round(value * 100) / 100;
  return Number.isInteger(rounded) && Math.abs(rounded - value) > 1e-9;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
