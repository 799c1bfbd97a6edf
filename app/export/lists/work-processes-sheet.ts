import { actionName } from "#app/domain/plan/action-names.ts";
import { standsOf } from "#app/domain/level/claims-on-day.ts";
import { writtenLevel } from "#app/domain/level/levels.ts";
import { claimsOf } from "#app/domain/smartability.ts";
import {
  BLOCKER_KIND_CODE,
  BLOCKER_STATE_CODE,
  CLAIM_EFFECT_CODE,
  CLAIM_STANDS_CODE,
  EXTENT_CODE,
  FIGURE_CODE,
  LEVEL_CODE,
} from "#app/domain/work-process/process-codes.ts";
import type { claimedActionsOnDay, WorkProcessOnDay } from "#app/pages/work-process/smartability.server.ts";
import type { Sheet } from "../sheet.ts";

type Actions = Awaited<ReturnType<typeof claimedActionsOnDay>>;

/** Processes, one a row. `actions`: those that claims name. */
export function workProcessesSheet(actions: Actions): Sheet<WorkProcessOnDay> {
  return {
    name: "Processi",
    columns: [
      { key: "catalogo", heading: "Catalogo", kind: "text", width: 14, value: ({ map }) => map },
      { key: "codice", heading: "Codice", kind: "text", width: 14, value: ({ code }) => code },
      { key: "processo", heading: "Processo", kind: "text", width: 40, value: ({ name }) => name },
      { key: "attivita", heading: "Attività", kind: "text", width: 40, value: ({ activity }) => activity },
      { key: "aree", heading: "Aree", kind: "text", width: 20, value: ({ areas }) => areas.join(" | ") },
      {
        key: "uffici",
        heading: "Uffici",
        kind: "text",
        width: 16,
        value: ({ offices }) => offices.map(({ code }) => code).join(" "),
      },
      {
        key: "livello_scritto",
        heading: "Livello scritto",
        kind: "text",
        width: 10,
        value: ({ onDay }) => LEVEL_CODE[writtenLevel(onDay.written)],
      },
      {
        key: "livello",
        heading: "Livello",
        kind: "text",
        width: 10,
        value: ({ onDay }) => LEVEL_CODE[onDay.level],
      },
      {
        key: "raggiungibile",
        heading: "Raggiungibile",
        kind: "text",
        width: 13,
        value: ({ onDay }) => LEVEL_CODE[onDay.attainable],
      },
      {
        key: "figura",
        heading: "Figura",
        kind: "text",
        width: 18,
        value: ({ onDay }) => (onDay.figure === null ? null : FIGURE_CODE[onDay.figure]),
      },
      {
        key: "blocchi",
        heading: "Blocchi",
        kind: "text",
        width: 40,
        value: ({ onDay }) => onDay.blockers.map(blockerText).join(" | "),
      },
      {
        key: "sblocchi",
        heading: "Sblocchi",
        kind: "text",
        width: 40,
        value: ({ onDay }) =>
          claimsOf(onDay)
            .map((claim) => claimText(claim, actions))
            .join(" | "),
      },
    ],
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
