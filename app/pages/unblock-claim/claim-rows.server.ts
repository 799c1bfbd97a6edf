import { memberOf } from "#app/domain/codes.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import type { ClaimFilter } from "#app/domain/unblock-claim/claim-filter.ts";
import type { ClaimState } from "#app/domain/level/claims.ts";
import { CLAIM_STANDS_CODE } from "#app/domain/work-process/process-codes.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listClaims } from "#db/unblock-claim/claims.ts";
import { claimedActionsOnDay, workProcessesOnDay } from "../work-process/smartability.server.ts";
import { toldClaim } from "./told-claims.server.ts";

/** A claim as the list shows it. */
export type ClaimRow = Awaited<ReturnType<typeof claimRows>>[number];

/** What asks for a decision comes first. */
const ORDER: Record<ClaimState, number> = { contested: 0, proposed: 1, confirmed: 2, rejected: 3 };

/** Every claim on a blocker that stands on a day: those to decide on first, then in the order of the catalogues. */
export function claimRows(at: Viewpoint) {
  return whileUnchanged(
    ["sblocchi", at.day, at.isOver],
    async () => {
      const names = await claimedActionsOnDay(at);
      const said = new Map(
        (await listClaims(db, { on: at.isOver ? at.day : undefined })).map((claim) => [claim.id, claim]),
      );
      const rows = (await workProcessesOnDay(at)).flatMap(({ code, title, onDay }) =>
        onDay.blockers.flatMap(({ ordinal, kind, claims }) =>
          claims.map((claim) => {
            const { confidence, rationale, author_role, author_office } = said.get(claim.id)!;
            return {
              process: { code, title, level: onDay.level },
              blocker: { ordinal, kind },
              told: toldClaim(claim, names, at),
              ...{ confidence, rationale, author_role, author_office },
            };
          }),
        ),
      );
      return rows.sort((a, b) => ORDER[a.told.state] - ORDER[b.told.state]);
    },
    (rows) => rows.length,
  );
}

const NAMES = ["stato", "azione", "testo"] as const;
type Name = (typeof NAMES)[number];

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/** The filter that an address asks for, what was asked as it stands there, and a sentence for each value that does not exist. */
export function readClaimFilter(request: Request, rows: readonly ClaimRow[]) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const actions = actionsOf(rows);
  const filter: ClaimFilter = {
    stands: memberOf(CLAIM_STANDS_CODE, asked.stato),
    action: actions.find(({ name }) => name === asked.azione)?.name,
    text: asked.testo,
  };
  const errors: Partial<Record<Name, string>> = {
    ...(asked.stato !== undefined && filter.stands === undefined ? { stato: UNKNOWN } : {}),
    ...(asked.azione !== undefined && filter.action === undefined ? { azione: UNKNOWN } : {}),
  };
  return { filter, asked, errors, actions };
}

/** The actions that claims name, by plan and code. */
function actionsOf(rows: readonly ClaimRow[]) {
  const named = new Map(
    rows.flatMap(({ told }) => told.actions.map((action) => [actionName(action), action])),
  );
  return [...named]
    .map(([name, { plan, code, title }]) => ({ name, plan, code, title }))
    .sort((a, b) => a.name.localeCompare(b.name, "it", { numeric: true }));
}
