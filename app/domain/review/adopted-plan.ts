import type { Day } from "../days.ts";
import { groupBy } from "../grouping.ts";
import type { PlanFacts } from "../plan/plan-at.ts";

/** A plan with the act that adopted it. */
type Adopted = {
  id: number;
  code: string;
  title: string;
  first_year: number;
  last_year: number;
  act_organ: string | null;
  act_number: string | null;
  act_on: Day | null;
  adopted_on: Day | null;
  source: string;
};

type Facts = Pick<PlanFacts, "actions" | "actionYears" | "responsibles" | "offices" | "leads"> & {
  areas: { code: string; title: string }[];
};

/** Names of that moment: offices and groups have only a present, a frozen plan keeps what they were called. */
type Organisation = {
  offices: readonly { code: string; name: string }[];
  groups: readonly { code: string; name: string; offices: readonly string[] }[];
};

/**
 * The plan as adopted, as it is frozen (R12; docs/formato-dati.md): its act, its areas, its actions in order with who answers for them, and
 * for each year the offices written down on adoption. `facts`: of the day of adoption; what came by a later edit is not in it.
 */
export function adoptedPlan(plan: Adopted, facts: Facts, { offices, groups }: Organisation) {
  const responsibles = groupBy(facts.responsibles, (one) => one.plan_action_id);
  const answering = groupBy(facts.offices, (one) => one.action_year_id);
  const leads = new Map(facts.leads.map((one) => [one.plan_action_id, one.code]));
  const years = groupBy(
    facts.actionYears.filter(({ adopted }) => adopted === 1),
    (year) => year.plan_action_id,
  );
  return {
    formato: "rotta-adozione/1",
    piano: {
      codice: plan.code,
      titolo: plan.title,
      primoAnno: plan.first_year,
      ultimoAnno: plan.last_year,
      atto: { organo: plan.act_organ, numero: plan.act_number, del: plan.act_on },
      adottatoIl: plan.adopted_on,
      fonte: plan.source,
    },
    uffici: offices.map(({ code, name }) => ({ codice: code, nome: name })),
    gruppi: groups.map((group) => ({ codice: group.code, nome: group.name, uffici: group.offices })),
    ambiti: facts.areas.map(({ code, title }) => ({ codice: code, titolo: title })),
    azioni: facts.actions
      .filter((action) => action.plan_id === plan.id)
      .map((action) => ({
        codice: action.code,
        ambito: action.area_code,
        titolo: action.title,
        peso: action.weight,
        anniNonNoti: action.unknown_year_count,
        responsabili: (responsibles.get(action.id) ?? []).map(({ code }) => code),
        capofila: leads.get(action.id) ?? null,
        annualita: (years.get(action.id) ?? []).map((year) => ({
          anno: year.year,
          scadenza: year.planned_due_on,
          uffici: (answering.get(year.id) ?? []).map(({ code }) => code),
        })),
      })),
  };
}
