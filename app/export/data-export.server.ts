import { actionsOf, listAround } from "./action-export.server.ts";
import { closedReviewsExport } from "./closed-review-export.server.ts";
import type { DataExport } from "./data-format.ts";
import { contributionAsWritten, lineAsWritten } from "./history-export.ts";
import { monitoringsExport } from "./monitoring-export.server.ts";
import { objectiveExport } from "./objective-export.server.ts";
import { processExport } from "./process-export.server.ts";
import { variationExport } from "./variation-export.server.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { listChain } from "#db/chain.ts";
import { listContributions } from "#db/contribution/contributions.ts";
import { listAreaSources } from "#db/export-facts.ts";
import { listOfficeGroups, listOffices } from "#db/office/offices.ts";
import { type Db, inReadTransaction } from "#db/open.ts";
import { listPlans } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import { findSetting } from "#db/settings.ts";

/**
 * Everything the database holds of its plans, process maps and objectives on a day, and the whole history whatever the day
 * (docs/formato-dati.md), all as of one moment. Names of people are not in it: authors are opaque ids.
 */
export function dataExport(db: Db, at: Viewpoint): Promise<DataExport> {
  return inReadTransaction(db, async (tx) => {
    const plans = await listPlans(tx);
    const organisation = { offices: await listOffices(tx), groups: await listOfficeGroups(tx) };
    const around = await listAround(tx, organisation);
    const actions: DataExport["azioni"] = [];
    for (const plan of plans) actions.push(...(await actionsOf(tx, plan, at, around)));
    return {
      formato: "rotta/6",
      situazioneAl: at.day,
      dimostrativo: (await findSetting(tx, "demonstration_day")) !== undefined,
      ente: (await findSetting(tx, "entity_name")) ?? null,
      uffici: organisation.offices.map(officeAsWritten),
      gruppi: organisation.groups.map(groupAsWritten),
      piani: plans.map(planAsWritten),
      ambiti: (await listAreaSources(tx, at.day)).map(areaAsWritten),
      azioni: actions,
      storia: (await listChain(tx)).map(lineAsWritten),
      contributi: (await listContributions(tx, "all", END_OF_TIME)).map(contributionAsWritten),
      ...(await processExport(tx, at)),
      ...(await objectiveExport(tx, at)),
      giri: await monitoringsExport(tx, at),
      variazioni: await variationExport(tx, plans, at),
      fotografie: await closedReviewsExport(tx, at),
    };
  });
}

/** After every day: contributions are exported whole, as the history is. */
const END_OF_TIME = "9999-12-31";

function officeAsWritten(office: Awaited<ReturnType<typeof listOffices>>[number]) {
  return {
    codice: office.code,
    nome: office.name,
    tipo: office.kind,
    appartieneA: office.parent_code,
    cessatoIl: office.ceased_on,
    successore: office.successor_code,
    fonte: office.source,
  };
}

function groupAsWritten({
  code,
  name,
  offices,
  source,
}: Awaited<ReturnType<typeof listOfficeGroups>>[number]) {
  return { codice: code, nome: name, uffici: offices, fonte: source };
}

function planAsWritten(plan: PlanRow) {
  const act = { organo: plan.act_organ, numero: plan.act_number, del: plan.act_on };
  return {
    codice: plan.code,
    titolo: plan.title,
    primoAnno: plan.first_year,
    ultimoAnno: plan.last_year,
    atto: Object.values(act).every((part) => part === null) ? null : act,
    adottatoIl: plan.adopted_on,
    fonte: plan.source,
  };
}

function areaAsWritten(area: Awaited<ReturnType<typeof listAreaSources>>[number]) {
  return {
    piano: area.plan,
    codice: area.code,
    titolo: area.title,
    responsabiliComeScritto: area.responsibles_as_written,
    fonte: area.source,
  };
}
