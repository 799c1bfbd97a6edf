import type { Viewpoint } from "#app/domain/days.ts";
import { situationOf } from "#app/domain/status/situations.ts";
import { type ClaimOnDay, standsOf } from "#app/domain/level/claims-on-day.ts";
import type { ToldClaim } from "#app/components/unblock-claim/claim-actions.tsx";
import { asideWords } from "#app/claim-sentences.ts";
import { claimedActionsOnDay } from "../work-process/smartability.server.ts";

type ActionNames = Awaited<ReturnType<typeof claimedActionsOnDay>>;

/** Claims as pages tell them: what they name, by which annualità they are answered, and how far those are. */
export async function toldClaims(claims: readonly ClaimOnDay[], at: Viewpoint): Promise<ToldClaim[]> {
  const names = await claimedActionsOnDay(at);
  return claims.map((claim) => toldClaim(claim, names, at));
}

export function toldClaim(claim: ClaimOnDay, names: ActionNames, at: Viewpoint): ToldClaim {
  const { id, state, effect, since, standing, doneOn, needs } = claim;
  return {
    ...{ id, state, effect, since },
    stands: standsOf(claim),
    aside: asideWords(claim, { actions: names, at }),
    doneOn: standing === "done" ? doneOn : null,
    actions: needs.map(({ planActionId, years, missing }) => ({
      ...nameOf(planActionId, names),
      missing,
      years: years.map(({ named, answer }) => ({
        named: named.year,
        ...(answer && {
          year: answer.year,
          plan: nameOf(answer.planActionId, names).plan,
          status: answer.status,
          progress: answer.progress,
          situation: situationOf(answer, at),
        }),
      })),
    })),
  };
}

/** An action that a claim names and that is no longer called anything is gone from its plan. */
function nameOf(id: number, names: ActionNames) {
  const { plan, code, title } = names.get(id) ?? { plan: "", code: "?", title: "" };
  return { plan, code, title };
}
