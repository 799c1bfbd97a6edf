import type { Day } from "../days.ts";

/** An area as a form asks for it. Its code is given once: actions are numbered after it. */
export type AskedArea = { code: string; title: string };

export type AreaRefusal = "code-required" | "code-malformed" | "code-taken" | "title-required";
export type AreaDecision =
  { ok: true } | { ok: false; refusals: { field: keyof AskedArea; reason: AreaRefusal }[] };

/** One to three numbers between points, as plans number their areas: 4.3. */
const CODE = /^[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2}$/;

/**
 * Decides whether a plan may have this area, and says all that is wrong at once. `taken`: the codes of its other areas.
 *
 *     decideArea({ code: "4.3", title: "" }, ["4.3"])
 *     // { ok: false, refusals: [{ field: "code", reason: "code-taken" }, { field: "title", reason: "title-required" }] }
 */
export function decideArea({ code, title }: AskedArea, taken: readonly string[]): AreaDecision {
  const refusals = [
    code === "" && ({ field: "code", reason: "code-required" } as const),
    code !== "" && !CODE.test(code) && ({ field: "code", reason: "code-malformed" } as const),
    taken.includes(code) && ({ field: "code", reason: "code-taken" } as const),
    title === "" && ({ field: "title", reason: "title-required" } as const),
  ].filter((refusal) => refusal !== false);
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true };
}

/** An area with the last edit that wrote it, and from when it holds where its plan was adopted without it. */
export type EditedArea = { id: number; title: string; held_from_on: Day | null; edit_id: number | null };

/** What an area was called until a day, with the edits before and after which it was. */
export type FormerTitle = {
  area_id: number;
  title: string;
  until_on: Day;
  opened_by_edit_id: number | null;
  closed_by_edit_id: number;
};

/** A variation of the areas of an adopted plan (R12). `from`: what it was called; null where it was added. */
export type AreaChange = { edit: number; on: Day; from: string | null; to: string };

/** How an area came to be what it is since its plan was adopted, in order of recording; `former` is in that order too. */
export function areaChangesOf(area: EditedArea, former: readonly FormerTitle[]): AreaChange[] {
  const own = former.filter(({ area_id }) => area_id === area.id);
  const titles = [...own.map(({ title }) => title), area.title];
  const addedBy = own[0] ? own[0].opened_by_edit_id : area.edit_id;
  const isAdded = area.held_from_on !== null && addedBy !== null;
  return [
    ...(isAdded ? [{ edit: addedBy, on: area.held_from_on!, from: null, to: titles[0]! }] : []),
    ...own.map(({ title, until_on, closed_by_edit_id }, index) => ({
      edit: closed_by_edit_id,
      on: until_on,
      from: title,
      to: titles[index + 1]!,
    })),
  ];
}
