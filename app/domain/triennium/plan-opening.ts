import { isKeptYear } from "../days.ts";

/** What a new plan is asked to be. */
export type AskedPlan = { code: string; title: string; firstYear: number; lastYear: number };

export type OpeningRefusal =
  | "code-required"
  | "code-malformed"
  | "code-taken"
  | "title-required"
  | "year-not-a-year"
  | "years-reversed"
  | "too-many-years"
  | "not-after-the-last-plan"
  | "target-outside-the-plan";

export type OpeningDecision =
  { ok: true } | { ok: false; field: keyof AskedPlan | "carried"; reason: OpeningRefusal };

/** A plan of more years than these is a mistake of typing: the law asks for three. */
const LONGEST_PLAN = 10;

/** What an address can carry as the code of a plan; a letter or a number first. */
const CODE = /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/;

/** The address of the page that opens a plan: no plan is called so. */
const RESERVED = "nuovo";

/** Whether a plan may be called so: what is not is no plan's code, in a link either. */
export function isPlanCode(code: string): boolean {
  return CODE.test(code) && code !== RESERVED;
}

/**
 * Decides whether a plan may be opened so (R1): under a code of its own, with years that come after those of every other plan,
 * and what is carried over in one of its years.
 *
 *     decideOpening({ code: "2027-2029", title, firstYear: 2026, lastYear: 2029 }, { plans: [{ last_year: 2026, … }], … })
 *     // { ok: false, field: "firstYear", reason: "not-after-the-last-plan" }
 */
export function decideOpening(
  asked: AskedPlan,
  {
    plans,
    targetYears,
  }: { plans: readonly { code: string; last_year: number }[]; targetYears: readonly number[] },
): OpeningDecision {
  const { code, title, firstYear, lastYear } = asked;
  if (code === "") return refused("code", "code-required");
  if (!isPlanCode(code)) return refused("code", "code-malformed");
  if (plans.some((plan) => plan.code === code)) return refused("code", "code-taken");
  if (title === "") return refused("title", "title-required");
  if (!isKeptYear(firstYear)) return refused("firstYear", "year-not-a-year");
  if (plans.some((plan) => firstYear <= plan.last_year))
    return refused("firstYear", "not-after-the-last-plan");
  if (!isKeptYear(lastYear)) return refused("lastYear", "year-not-a-year");
  if (lastYear < firstYear) return refused("lastYear", "years-reversed");
  if (lastYear - firstYear >= LONGEST_PLAN) return refused("lastYear", "too-many-years");
  if (!targetYears.every((year) => firstYear <= year && year <= lastYear))
    return refused("carried", "target-outside-the-plan");
  return { ok: true };
}

/** The years to propose: three, after the last plan there is (2024-2026 → 2027-2029) or, where there is none, from this one on. */
export function proposedYears(plans: readonly { last_year: number }[], currentYear: number) {
  const firstYear = plans.length === 0 ? currentYear : Math.max(...plans.map((plan) => plan.last_year)) + 1;
  return { firstYear, lastYear: firstYear + 2 };
}

function refused(field: keyof AskedPlan | "carried", reason: OpeningRefusal): OpeningDecision {
  return { ok: false, field, reason };
}
