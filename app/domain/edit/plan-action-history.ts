import type { Day } from "../days.ts";
import type { Theme } from "../plan/themes.ts";

/** A row with a life, as the database keeps it: which edit opened it and, if any, which one closed it. */
type LifeRow<Content> = Content & {
  held_from_on: Day;
  held_until_on: Day | null;
  opened_by_edit_id: number;
  closed_by_edit_id: number | null;
};

/** Someone who answers; `name` null for the role RTD. */
export type Named = { code: string; name: string | null };

/** Every row of one action, those that held once included; the shapes are those of `listLifeRows`. */
export type LifeRows = {
  versions: LifeRow<{
    title: string;
    area_code: string;
    area_title: string;
    weight: number;
    unknown_year_count: number;
  }>[];
  themes: LifeRow<{ theme: Theme }>[];
  norms: LifeRow<{ norm: string }>[];
  responsibles: LifeRow<Named>[];
  leads: LifeRow<Named>[];
  years: LifeRow<{ year: number; due_on: Day | null }>[];
  offices: LifeRow<Named & { year: number } & TakenOver>[];
};

/** The year whose offices the edit that opened, or closed, a row took over, where a rescheduling brought it. */
type TakenOver = { opened_from_year?: number | null; closed_from_year?: number | null };

/** What an action says at one moment, whatever the lives of its rows. */
export type Contents = { [Kind in keyof LifeRows]: Omit<LifeRows[Kind][number], keyof LifeRow<TakenOver>>[] };

/** What an action says now: of a plan that is edited in place, no row keeps what it said before. */
export function contentsOf(rows: LifeRows): Contents {
  const { versions, themes, norms, responsibles, leads, years, offices } = heldAfter(rows, lastEditOf(rows));
  const named = ({ code, name }: Named) => ({ code, name });
  return {
    versions: versions.map(({ title, area_code, area_title, weight, unknown_year_count }) => ({
      ...{ title, area_code, area_title, weight, unknown_year_count },
    })),
    themes: themes.map(({ theme }) => ({ theme })),
    norms: norms.map(({ norm }) => ({ norm })),
    responsibles: responsibles.map(named),
    leads: leads.map(named),
    years: years.map(({ year, due_on }) => ({ year, due_on })),
    offices: offices.map((office) => ({ ...named(office), year: office.year })),
  };
}

/** The highest edit that opened or closed any row of an action: whoever edits says which one they saw (R3). */
export function lastEditOf(rows: LifeRows): number {
  return editIdsOf(rows).at(-1) ?? 0;
}

/** The edits that touched an action, in order of recording. */
export function editIdsOf(rows: LifeRows): number[] {
  const ids = Object.values(rows).flatMap((ofKind: LifeRow<unknown>[]) =>
    ofKind.flatMap((row) => [row.opened_by_edit_id, row.closed_by_edit_id ?? 0]),
  );
  return [...new Set(ids)].filter((id) => id > 0).sort((a, b) => a - b);
}

/**
 * The edits of an action since its plan was adopted (R12), in order of recording, with the day from which each holds. What
 * began to hold by the day of adoption without closing anything is the adopted plan itself, not a change of it.
 */
export function editsSinceAdoption(rows: LifeRows, adoptedOn: Day | null): { edit: number; on: Day }[] {
  if (adoptedOn === null) return [];
  const all: LifeRow<unknown>[] = Object.values(rows).flat();
  return editIdsOf(rows).flatMap((edit) => {
    const closed = all.find((row) => row.closed_by_edit_id === edit)?.held_until_on;
    const opened = all.find((row) => row.opened_by_edit_id === edit && row.held_from_on > adoptedOn);
    const on = closed ?? opened?.held_from_on;
    return on ? [{ edit, on }] : [];
  });
}

/** The rows that held just after an edit was recorded: the order of recording, whatever the days. */
export function heldAfter(rows: LifeRows, edit: number): LifeRows {
  const held = <Row extends LifeRow<unknown>>(ofKind: Row[]) =>
    ofKind.filter(
      (row) =>
        row.opened_by_edit_id <= edit && (row.closed_by_edit_id === null || row.closed_by_edit_id > edit),
    );
  return {
    versions: held(rows.versions),
    themes: held(rows.themes),
    norms: held(rows.norms),
    responsibles: held(rows.responsibles),
    leads: held(rows.leads),
    years: held(rows.years),
    offices: held(rows.offices),
  };
}
