import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import { claimsOf } from "#app/domain/smartability.ts";
import { standsOf } from "#app/domain/level/claims-on-day.ts";
import { writtenLevel } from "#app/domain/level/levels.ts";
import {
  BLOCKER_KIND_CODE,
  BLOCKER_STATE_CODE,
  CLAIM_EFFECT_CODE,
  CLAIM_STANDS_CODE,
  EXTENT_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
} from "#app/domain/work-process/process-codes.ts";
import { unprocessable } from "#app/http.server.ts";
import { csvResponse } from "#app/outside/csv.server.ts";
import { processesFiltered, readProcessFilter } from "#app/pages/work-process/process-filter.server.ts";
import { claimedActionsOnDay, type WorkProcessOnDay } from "#app/pages/work-process/smartability.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The processes that the filters of the list find, one a row (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  const { filter, errors } = await readProcessFilter(request);
  const wrong = asOf.error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);

  const { processes } = await processesFiltered(asOf.at, filter);
  const actions = await claimedActionsOnDay(asOf.at);
  const rows = processes.map((process) => csvRow(process, actions));
  return csvResponse(`processi-al-${asOf.at.day}`, rows, COLUMNS);
}

const COLUMNS = [
  "catalogo",
  "codice",
  "processo",
  "attivita",
  "aree",
  "uffici",
  "livello_scritto",
  "livello",
  "raggiungibile",
  "figura",
  "blocchi",
  "sblocchi",
];

type Actions = Awaited<ReturnType<typeof claimedActionsOnDay>>;

function csvRow(process: WorkProcessOnDay, actions: Actions) {
  const { level, attainable, figure, written, blockers } = process.onDay;
  return {
    catalogo: process.map,
    codice: process.code,
    processo: process.name,
    attivita: process.activity,
    aree: process.areas.join(" | "),
    uffici: process.offices.map(({ code }) => code).join(" "),
    livello_scritto: LEVEL_CODE[writtenLevel(written)],
    livello: LEVEL_CODE[level],
    raggiungibile: LEVEL_CODE[attainable],
    figura: figure === null ? "" : FIGURE_CODE[figure],
    blocchi: blockers.map(blockerText).join(" | "),
    sblocchi: claimsOf({ blockers })
      .map((claim) => claimText(claim, actions))
      .join(" | "),
  };
}

type Blocker = WorkProcessOnDay["onDay"]["blockers"][number];

/** "archivio_cartaceo (intero, aperto)" */
function blockerText({ kind, extent, state }: Blocker): string {
  return `${BLOCKER_KIND_CODE[kind]} (${EXTENT_CODE[extent]}, ${BLOCKER_STATE_CODE[state]})`;
}

/** "2021-2023/4.6.1 2021-2023/4.10.2 (confermato, totale)": the actions that the claim needs together. */
function claimText(claim: Blocker["claims"][number], actions: Actions): string {
  const named = claim.needs.flatMap(({ planActionId }) => actions.get(planActionId) ?? []);
  const codes = named.map(actionName).join(" ");
  return `${codes} (${CLAIM_STANDS_CODE[standsOf(claim)]}, ${CLAIM_EFFECT_CODE[claim.effect]})`;
}
