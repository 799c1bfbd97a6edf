import type { Day } from "../days.ts";
import { editIdsOf, type LifeRows } from "./plan-action-history.ts";
import { officesNamedBy, type Organisation } from "./plan-action-responsibles.ts";

/** The offices written on an annualità: those that answer now, and what of them the RTD added or took off by hand. */
export type WrittenOffices = {
  answering: readonly string[];
  added: readonly string[];
  takenOff: readonly string[];
};

/**
 * The offices of an open annualità once its action is given other responsibles (R10), from what is written on it: those that come
 * with the new responsibles enter, with the groups as they stand today; those that came with the ones that go, and that nobody
 * names any longer, leave. What a group was when it was written down counts, not what it has become. What was added or taken off
 * by hand stays so, unless an office is named, or no longer named, itself.
 *
 *     officesAfter({ answering: ["settore-3", "settore-4"], … }, { from: ["settori-3-e-4"], to: ["settore-3"] }, …) // ["settore-3"]
 */
export function officesAfter(
  { answering, added, takenOff }: WrittenOffices,
  { from, to }: { from: readonly string[]; to: readonly string[] },
  organisation: Organisation,
  today: Day,
): string[] {
  const [gone, come] = [from.filter((code) => !to.includes(code)), to.filter((code) => !from.includes(code))];
  const hasLostGroup = organisation.groups.some(({ code }) => gone.includes(code));
  const named = officesNamedBy(to, organisation, today);
  const leaves = (code: string) => gone.includes(code) || (hasLostGroup && !added.includes(code));
  const stays = answering.filter((code) => named.includes(code) || !leaves(code));
  const enters = officesNamedBy(come, organisation, today).filter(
    (code) => come.includes(code) || !takenOff.includes(code),
  );
  return organisation.offices
    .map(({ code }) => code)
    .filter((code) => stays.includes(code) || enters.includes(code));
}

/** The offices of an annualità as its rows tell them. Those that a ceased office handed over came as it had come. */
export function writtenOffices(
  rows: LifeRows,
  year: number,
  { offices }: Pick<Organisation, "offices">,
): WrittenOffices {
  const handmade = editsByHand(rows);
  const own = rows.offices.filter((row) => row.year === year);
  const successors = new Map(offices.map(({ code, successor_code }) => [code, successor_code]));
  const isByHand = (row: (typeof own)[number]): boolean => {
    if (!handmade.has(row.opened_by_edit_id)) return false;
    const handedOver = own.find(
      (other) => other.closed_by_edit_id === row.opened_by_edit_id && successors.get(other.code) === row.code,
    );
    return handedOver === undefined || isByHand(handedOver);
  };
  const standing = own.filter((row) => row.closed_by_edit_id === null);
  const answering = standing.map(({ code }) => code);
  return {
    answering,
    added: standing.filter(isByHand).map(({ code }) => code),
    takenOff: own
      .filter((row) => handmade.has(row.closed_by_edit_id ?? 0) && !answering.includes(row.code))
      .map(({ code }) => code),
  };
}

/** The edits that changed the offices of an action and nothing else of it. */
function editsByHand({ offices, ...others }: LifeRows): Set<number> {
  const broader = new Set(editIdsOf({ ...others, offices: [] }));
  return new Set(
    offices
      .flatMap((row) => [row.opened_by_edit_id, row.closed_by_edit_id ?? 0])
      .filter((edit) => !broader.has(edit)),
  );
}
