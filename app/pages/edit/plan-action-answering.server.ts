import { officesAfter, writtenOffices } from "#app/domain/edit/action-year-offices.ts";
import type { AskedResponsibles } from "#app/domain/edit/plan-action-responsibles.ts";
import type { StandingYear, YearsContext } from "#app/domain/edit/plan-action-years.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import { countContributions } from "#db/plan-action/plan-action-links.ts";
import { listYearsCarriedInto } from "#db/plan-action/plan-action-years.ts";
import { today } from "#app/clock.server.ts";
import { type FoundOrganisation, nameIn } from "../office/organisation.server.ts";
import type { FoundAction } from "./plan-action-edit.server.ts";

/** Who answers for an action as it is now, by their codes. */
export function responsiblesOf({ action }: FoundAction): AskedResponsibles {
  return { responsibles: action.responsibles.map(({ code }) => code), lead: action.lead?.code ?? null };
}

/** The offices of each annualità still open once the action has other responsibles; closed ones keep who answered (R10). */
export function officesOfOpenYears(
  found: FoundAction,
  responsibles: readonly string[],
  organisation: FoundOrganisation,
) {
  const change = { from: responsiblesOf(found).responsibles, to: responsibles };
  return found.action.years
    .filter(({ status }) => isOpen(status))
    .map(({ id, year }) => {
      const written = writtenOffices(found.rows, year, organisation);
      return { id, offices: officesAfter(written, change, organisation, today()) };
    });
}

/** The years of an action that stand today, with the due day that the plan gives them. */
export function standingOf({ action, facts }: FoundAction): StandingYear[] {
  const factOf = new Map(facts.actionYears.map((fact) => [fact.id, fact]));
  return action.years.map(({ id, year }) => ({
    year,
    dueOn: factOf.get(id)?.planned_due_on ?? null,
    isPlanned: (factOf.get(id)?.planned_from_on ?? null) !== null,
  }));
}

/** What a change of the years of an action is judged by. */
export async function yearsContextOf(found: FoundAction): Promise<YearsContext> {
  return {
    plan: found.plan,
    standing: standingOf(found),
    carriedInto: await listYearsCarriedInto(db, found.action.id),
    unknownYearCount: found.action.unknownYearCount,
  };
}

/** Who answers for each annualità today, and what each of them has already reported, for whoever is about to change it. */
export async function answeringOf({ action }: FoundAction, organisation: FoundOrganisation) {
  const reported = await countContributions(db, action.id);
  const nameOf = nameIn(organisation);
  return action.years.map(({ year, status, offices }) => ({
    year,
    isOpen: isOpen(status),
    offices: offices.map((code) => ({
      code,
      name: nameOf(code),
      contributions: reported.find((one) => one.year === year && one.office === code)?.count ?? 0,
    })),
  }));
}
