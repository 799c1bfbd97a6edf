import { describe, expect, test } from "vitest";
import { peopleOf } from "#app/domain/work-process/people.ts";

const TEAMS = new Map([
  [1, [{ team_id: 7, employees: 14 }]],
  [
    2,
    [
      { team_id: 7, employees: 14 },
      { team_id: 9, employees: 5 },
    ],
  ],
]);

describe("the people of some processes", () => {
  test("are those of their teams, each team once", () => {
    expect(peopleOf([1, 2], TEAMS)).toBe(19);
  });

  test("are unknown, not none, where no source counts a team", () => {
    expect(peopleOf([3], TEAMS)).toBeNull();
    expect(peopleOf([1, 3], TEAMS)).toBe(14);
  });
});
