import { planActionAddress } from "#app/addresses.ts";
import type { HistoryEntry } from "#app/domain/plan/action-history.ts";
import type { Day } from "#app/domain/days.ts";
import { ActionHistory } from "../action/action-history.tsx";
import type { ToldLine } from "../action/line-sentence.tsx";

export type Lineage = {
  before: { plan: string; code: string; entries: HistoryEntry<ToldLine>[] }[];
  after: { plan: string; code: string; isDraft: boolean }[];
};

/** Which action of the plan before this one continues, and which of the next continues it. */
export function ContinuationLinks({ lineage: { before, after }, al }: { lineage: Lineage; al?: Day }) {
  const [from] = before;
  if (!from && after.length === 0) return null;
  return (
    <p>
      {from && (
        <>
          Continua l’azione{" "}
          <a href={planActionAddress(from.plan, from.code, al)}>
            {from.code} del piano {from.plan}
          </a>
          .{" "}
        </>
      )}
      {after.map(({ plan, code, isDraft }) => (
        <span key={plan}>
          Continua nel{" "}
          <a href={planActionAddress(plan, code, al)}>
            piano {plan} come {code}
          </a>
          {isDraft && " (bozza)"}.{" "}
        </span>
      ))}
    </p>
  );
}

/** The histories of the actions that this one continues: they stay where they were written, and are read here too. */
export function EarlierHistories({ before, mayCorrect }: { before: Lineage["before"]; mayCorrect: boolean }) {
  return before.map(({ plan, code, entries }) => (
    <section key={plan} aria-labelledby={`storia-${plan}`}>
      <h3 id={`storia-${plan}`}>
        Storia nel piano {plan}
        <span className="mut"> (azione {code})</span>
      </h3>
      <ActionHistory plan={plan} code={code} entries={entries} mayCorrect={mayCorrect} />
    </section>
  ));
}
