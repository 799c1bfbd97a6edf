import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { withinPlan } from "#app/domain/plan/plan-at.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { SITUATION_LABEL } from "#app/labels.ts";
import type { Column, Sheet } from "../sheet.ts";

type Plan = { first_year: number; last_year: number };

/**
 * A plan in the shape in which it was adopted: Descrizione, Responsabili, a column for each year with the situation in the place
 * of the X. It is a table to read: it says situations and responsibles in words, where the other lists have their codes.
 */
export function planSheet(
  plan: Plan,
  areas: readonly { code: string; title: string }[],
): Sheet<PlanActionOnDay> {
  const titles = new Map(areas.map(({ code, title }) => [code, title]));
  return {
    name: "Piano",
    columns: [
      { key: "ambito", heading: "Ambito", kind: "text", width: 8, value: ({ areaCode }) => areaCode },
      {
        key: "titolo_ambito",
        heading: "Titolo dell’ambito",
        kind: "text",
        width: 30,
        value: ({ areaCode }) => titles.get(areaCode) ?? null,
      },
      { key: "codice", heading: "Codice", kind: "text", width: 8, value: ({ code }) => code },
      { key: "descrizione", heading: "Descrizione", kind: "text", width: 60, value: ({ title }) => title },
      {
        key: "responsabili",
        heading: "Responsabili",
        kind: "text",
        width: 30,
        value: ({ responsibles }) =>
          responsibles.map(({ code, name }) => name ?? code.toUpperCase()).join("; "),
      },
      ...yearsOf(plan).map((year) => yearColumn(year)),
      {
        key: "oltre_il_piano",
        heading: "Oltre il piano",
        kind: "text",
        width: 22,
        value: ({ years }) =>
          years
            .filter((one) => !withinPlan([one], plan).length)
            .map((one) => `${one.year}: ${situationWords(one)}`)
            .join("; "),
      },
      {
        key: "anni_non_noti",
        heading: "X di anno non noto",
        kind: "integer",
        width: 12,
        value: ({ unknownYearCount }) => unknownYearCount || null,
      },
    ],
  };
}

function yearColumn(year: number): Column<PlanActionOnDay> {
  return {
    key: String(year),
    heading: String(year),
    kind: "text",
    width: 23,
    value: ({ years }) => {
      const actionYear = years.find((one) => one.year === year);
      return actionYear ? situationWords(actionYear) : null;
    },
  };
}

/** "completata provata"; of a rescheduled one, also to which year: "ripianificata al 2023". */
function situationWords({ situation, target }: PlanActionYear): string {
  const words = SITUATION_LABEL[situation];
  return situation === "rescheduled" && target ? `${words} al ${target.year}` : words;
}
