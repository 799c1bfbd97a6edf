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
 * names any longer, leave. What a group was when it was written down counts, not what it has become; but which group an office
 * came with is not written, and one that a group has lost leaves with whichever group goes. What was added or taken off by hand
 * stays so, unless an office is named, or no longer named, itself.
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

type OfficeRow = LifeRows["offices"][number];

/**
 * The offices of an annualità as its rows tell them. Those that a ceased office handed over came as it had come; those that a
 * rescheduling brought, and those that it did not, as they had come to the annualità that it took them from.
 */
export function writtenOffices(
  rows: LifeRows,
  year: number,
  { offices }: Pick<Organisation, "offices">,
): WrittenOffices {
  const handmade = editsByHand(rows);
  const own = rows.offices.filter((row) => row.year === year);
  const successors = new Map(offices.map(({ code, successor_code }) => [code, successor_code]));
  const isByHand = (row: OfficeRow): boolean => {
    if (row.opened_from_year) return rows.offices.some((one) => isTakenFrom(one, row) && isByHand(one));
    if (!handmade.has(row.opened_by_edit_id)) return false;
    const handedOver = rows.offices.find(
      (other) =>
        other.year === row.year &&
        other.closed_by_edit_id === row.opened_by_edit_id &&
        successors.get(other.code) === row.code,
    );
    return handedOver === undefined || isByHand(handedOver);
  };
  const standing = own.filter((row) => row.closed_by_edit_id === null);
  const answering = standing.map(({ code }) => code);
  return {
    answering,
    added: standing.filter(isByHand).map(({ code }) => code),
    takenOff: endedOn(rows, year)
      .filter((row) => handmade.has(row.closed_by_edit_id ?? 0) && !answering.includes(row.code))
      .map(({ code }) => code),
  };
}

/** Whether a row is the one that another, opened by a rescheduling, was written from. */
function isTakenFrom(source: OfficeRow, { opened_by_edit_id, opened_from_year, code }: OfficeRow): boolean {
  const isHeld =
    source.opened_by_edit_id < opened_by_edit_id &&
    (source.closed_by_edit_id ?? Infinity) > opened_by_edit_id;
  return isHeld && source.year === opened_from_year && source.code === code;
}

/** The rows that edits ended on an annualità and, until a rescheduling took over its offices, on the one that it came from. */
function endedOn({ offices }: Pick<LifeRows, "offices">, year: number, until = Infinity): OfficeRow[] {
  const own = offices.filter((row) => row.year === year);
  const takeovers = new Map<number, number>();
  for (const row of own) {
    if (row.opened_from_year) takeovers.set(row.opened_by_edit_id, row.opened_from_year);
    if (row.closed_from_year) takeovers.set(row.closed_by_edit_id!, row.closed_from_year);
  }
  const sources = [...takeovers].filter(([edit]) => edit < until);
  return [
    ...own.filter(({ closed_by_edit_id }) => closed_by_edit_id !== null && closed_by_edit_id < until),
    ...sources.flatMap(([edit, source]) => endedOn({ offices }, source, edit)),
  ];
}

/** The edits by which somebody changed the offices of an action and nothing else of it: no rescheduling brought them. */
function editsByHand({ offices, ...others }: LifeRows): Set<number> {
  const broader = new Set(editIdsOf({ ...others, offices: [] }));
  return new Set(
    offices
      .flatMap((row) => [
        row.opened_from_year ? 0 : row.opened_by_edit_id,
        row.closed_from_year ? 0 : (row.closed_by_edit_id ?? 0),
      ])
      .filter((edit) => edit > 0 && !broader.has(edit)),
  );
}
