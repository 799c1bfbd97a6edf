import { dayInRome } from "#app/domain/days.ts";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import type { StandingItem } from "./read-standing.server.ts";

/** What each office was asked and how far it is, in the order of the organisation. */
export function officeRowsOf(items: readonly StandingItem[]) {
  const offices = new Map<string, StandingItem[]>();
  for (const item of items) offices.set(item.office, [...(offices.get(item.office) ?? []), item]);
  return [...offices].map(([code, own]) => {
    const moments = own.flatMap(({ answer }) => answer.at ?? []).sort();
    return {
      code,
      name: own[0]!.office_name,
      ...countAnswers(own.map(({ answer }) => answer)),
      lastAnswerOn: moments.length === 0 ? null : dayInRome(moments.at(-1)!),
    };
  });
}
