import type { Level } from "#app/domain/level/levels.ts";
import { ClaimsHanging, type HangingClaim } from "./hanging-list.tsx";
import { LevelOf } from "./level.tsx";

/** What becomes of the claims on a blocker that is found to be structural (R7), said before it is. */
export function IfStructural({ claims, level, then }: { claims: HangingClaim[]; level: Level; then: Level }) {
  return (
    <>
      Se scegli <b>strutturale</b>, nessuno sblocco agisce più su questo blocco:{" "}
      {then === level ? (
        <>
          il livello resta <LevelOf level={level} />, ma non potrà più salire da qui
        </>
      ) : (
        <>
          il livello passa da <LevelOf level={level} /> a <LevelOf level={then} />
        </>
      )}
      . Vi si appoggiano <ClaimsHanging claims={claims} />
    </>
  );
}
