import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addingUp } from "#app/domain/objective/adding-up.ts";

describe("numbers as they are shown", () => {
  test("add up to their sum, what rounding leaves going to those that it took most from", () => {
    expect(addingUp([1 / 3, 1 / 3, 1 / 3])).toEqual({ parts: [0.34, 0.33, 0.33], total: 1, digits: 2 });
    expect(addingUp([1, 0, 0.25])).toEqual({ parts: [1, 0, 0.25], total: 1.25, digits: 2 });
    expect(addingUp([])).toEqual({ parts: [], total: 0, digits: 2 });
  });

  test("are finer where something would show as nothing", () => {
    expect(addingUp([1 / 366, 0.5])).toEqual({ parts: [0.0027, 0.5], total: 0.5027, digits: 4 });
  });

  test("add up whatever they are, none a whole unit away from what it is", () => {
    const share = fc
      .record({ of: fc.integer({ min: 1, max: 366 }), weight: fc.integer({ min: 0, max: 50 }) })
      .chain(({ of, weight }) => fc.integer({ min: 0, max: of }).map((part) => (weight * part) / of));
    fc.assert(
      fc.property(fc.array(share, { maxLength: 60 }), (values) => {
        const { parts, total, digits } = addingUp(values);
        const unit = 10 ** digits;
        const units = (value: number) => Math.round(value * unit);
        expect(parts.reduce((all, part) => all + units(part), 0)).toBe(units(total));
        parts.forEach((part, index) => expect(Math.abs(part - values[index]!)).toBeLessThan(1 / unit + 1e-6));
      }),
    );
  });
});
