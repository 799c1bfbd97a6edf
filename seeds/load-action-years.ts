import { yearOf } from "#app/domain/days.ts";
import type { Life } from "#db/schema.ts";
import type { Db } from "#db/open.ts";
import type { Organisation } from "./load-organisation.ts";
import { failAt, type Read } from "./read-rows.ts";
import type { PLAN_ACTION } from "./rows.ts";

export type PlanActionRow = Read<(typeof PLAN_ACTION)["_output"]>;

/** An annualità under each X, with its due day and the offices that answer for it, written down from the groups as they stand (R10). */
export async function loadActionYears(
  tx: Db,
  row: PlanActionRow,
  plan_action_id: number,
  { life, organisation }: { life: Life; organisation: Organisation },
): Promise<void> {
  const dueOn = dueDays(row);
  for (const year of row.anni) {
    const { id: action_year_id } = await tx
      .insertInto("action_year")
      .values({ plan_action_id, year })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("action_year_life")
      .values({
        action_year_id,
        due_on: dueOn.get(year) ?? null,
        due_as_written: dueAsWritten(row, dueOn, year),
        ...life,
      })
      .execute();
    for (const office_id of officesOf(row, organisation))
      await tx
        .insertInto("action_year_office")
        .values({ action_year_id, office_id, ...life })
        .execute();
  }
}

/** The due days read from the term as it is written, each in a year of its own among those of the action. */
function dueDays(row: PlanActionRow): Map<number, string> {
  const days = new Map<number, string>();
  for (const day of row.scadenze) {
    const year = yearOf(day);
    if (!row.anni.includes(year) || days.has(year))
      failAt("azioni.csv", row.line, "scadenze", `«${day}» non è la sola scadenza di un anno dell'azione`);
    days.set(year, day);
  }
  return days;
}

/** The term as written, under the years whose day it says; under all where it says no day. A plan that writes only years has those for its term. */
function dueAsWritten(row: PlanActionRow, dueOn: Map<number, string>, year: number): string | null {
  if (dueOn.size > 0 && !dueOn.has(year)) return null;
  return row.scadenza_come_scritta ?? row.anni_testo;
}

function officesOf(row: PlanActionRow, { groups, offices }: Organisation): Set<number> {
  const codes = row.responsabili.flatMap((code) => groups.get(code)?.members ?? code);
  return new Set(codes.map((code) => offices.get(code)).filter((id) => id !== undefined));
}
