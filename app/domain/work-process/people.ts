/** A team of a process that a source counts: the same team may work on many processes. */
export type CountedTeam = { team_id: number; employees: number };

/**
 * The people of the teams of some processes, each team once; null where no source counts them. Figures under 4 people are nowhere to be
 * read (R11), so that a sum never is.
 */
export function peopleOf(
  processIds: readonly number[],
  teams: ReadonlyMap<number, readonly CountedTeam[]>,
): number | null {
  const counted = new Map<number, number>();
  for (const id of processIds)
    for (const { team_id, employees } of teams.get(id) ?? []) counted.set(team_id, employees);
  return counted.size === 0 ? null : [...counted.values()].reduce((sum, employees) => sum + employees, 0);
}
