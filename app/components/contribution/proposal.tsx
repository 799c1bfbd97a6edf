import type { Proposal } from "#app/domain/contribution/proposals.ts";
import { dayWith } from "#app/format.ts";
import { Glyph, statusWords } from "../situation.tsx";

/** What the contributions propose: "completata, provata", "in corso 50%"; with its day where it is to be taken over. */
export function ProposalWords({ proposal, on }: { proposal: Proposal; on?: string }) {
  const { status, progress, proven } = proposal;
  return (
    <>
      <Glyph
        of={status === "completed" ? (proven ? "completed-proven" : "completed-declared") : status}
        progress={progress}
      />{" "}
      <b>{statusWords(status, progress)}</b>
      {status === "completed" && (proven ? ", provata" : ", dichiarata")}
      {on && `, ${dayWith("dal", on)}`}
    </>
  );
}
