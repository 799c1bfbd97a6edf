import type { DataExport } from "./data-format.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { ProcessOnDay } from "#app/domain/smartability.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import { standsOf } from "#app/domain/level/claims-on-day.ts";
import {
  CLAIM_EFFECT_CODE,
  CLAIM_STATE_CODE,
  CONFIDENCE_CODE,
  LEVEL_CODE,
  TURN_ANSWER_CODE,
} from "#app/domain/work-process/process-codes.ts";
import type { Db } from "#db/open.ts";
import { listTurnClaims } from "#db/level/turns.ts";
import {
  listClaimedWork,
  listClaimRationales,
  listTurnRecords,
} from "#db/work-process/process-export-facts.ts";

type TurnRecord = Awaited<ReturnType<typeof listTurnRecords>>[number];

/** The claims that stand on a day, on blockers and processes that do, in the order in which they were made. */
export async function claimsOn(tx: Db, processes: readonly ProcessOnDay[]): Promise<DataExport["sblocchi"]> {
  const rationales = new Map((await listClaimRationales(tx)).map((claim) => [claim.id, claim]));
  const work = groupBy(await listClaimedWork(tx), (row) => row.unblock_claim_id);
  const onDay = processes.flatMap(({ code, blockers }) =>
    blockers.flatMap(({ ordinal, claims }) =>
      claims.map((claim) => ({ claim, blocker: `${code}/${ordinal}` })),
    ),
  );
  return onDay
    .sort((a, b) => a.claim.id - b.claim.id)
    .map(({ claim, blocker }) => {
      const { confidence, rationale, source } = rationales.get(claim.id)!;
      return {
        numero: claim.id,
        azioni: work.get(claim.id)!.map(claimedWorkName),
        blocco: blocker,
        effetto: CLAIM_EFFECT_CODE[claim.effect],
        stato: CLAIM_STATE_CODE[claim.state],
        decaduto: standsOf(claim) === "void",
        confidenza: confidence && CONFIDENCE_CODE[confidence],
        motivo: rationale,
        fonte: source,
        dal: claim.since,
      };
    });
}

/** `2021-2023/4.6.3` or, where a claim is narrowed to an annualità, `2021-2023/4.6.3/2022`. */
function claimedWorkName({ year, ...action }: { plan: string; code: string; year: number | null }): string {
  return year === null ? actionName(action) : `${actionName(action)}/${year}`;
}

/** Every turn, whatever the day: a log of what each write altered, and of what was answered (R7). */
export async function turnsAsRecorded(tx: Db): Promise<DataExport["svolte"]> {
  const claims = groupBy(await listTurnClaims(tx), (row) => row.turn_id);
  return (await listTurnRecords(tx)).map((turn) => ({
    processo: turn.process,
    da: LEVEL_CODE[turn.from_level],
    a: LEVEL_CODE[turn.to_level],
    dal: turn.effective_on,
    registrataIl: turn.recorded_at,
    autore: turn.author_id,
    ruolo: turn.author_role,
    ufficio: turn.author_office,
    causa:
      turn.caused_by_sequence === null ? { modifica: turn.edit_reason! } : { riga: turn.caused_by_sequence },
    sblocchi: (claims.get(turn.id) ?? []).map(({ unblock_claim_id }) => unblock_claim_id),
    dopoLaRiga: turn.after_sequence,
    risposta: answerOf(turn),
  }));
}

function answerOf(turn: TurnRecord): DataExport["svolte"][number]["risposta"] {
  if (turn.answer === null) return null;
  return {
    esito: TURN_ANSWER_CODE[turn.answer],
    motivo: turn.answer_reason!,
    il: turn.answered_at!,
    ruolo: turn.answered_by_role!,
    ufficio: turn.answered_by_office,
  };
}
