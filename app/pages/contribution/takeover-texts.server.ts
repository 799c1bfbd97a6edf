import type { Evidence } from "#app/domain/status/evidence.ts";
import { canonicalJson } from "#app/domain/history-chain.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { dayWith } from "#app/format.ts";
import { evidenceName } from "#app/labels.ts";
import { contributionWords } from "#app/components/situation.tsx";
import type { SharedYear } from "./contributions.server.ts";
import { LONGEST_EVIDENCE } from "../form/form-readers.server.ts";

/** "Accolti i contributi: Settore 3 completata dal 30/09/2026; Settore 4 non ha comunicato nulla." */
export function reasonOf({ says }: SharedYear): string {
  const told = says.map(({ name, standing }) => {
    if (!standing) return `${name} non ha comunicato nulla`;
    const { status, progress, effective_on } = standing;
    return `${name} ${contributionWords(status, progress)} ${dayWith("dal", effective_on)}`;
  });
  return shortened(`Accolti i contributi: ${told.join("; ")}.`, LONGEST_TEXT);
}

/** The proof of all offices together: theirs where it is one and the same, else a note that names each. */
export function evidenceOf({ says }: SharedYear): Evidence | null {
  const proven = says.flatMap(({ name, standing }) =>
    standing?.evidence ? [{ name, evidence: standing.evidence }] : [],
  );
  const [first] = proven;
  if (!first) return null;
  if (new Set(proven.map(({ evidence }) => canonicalJson(evidence))).size === 1) return first.evidence;
  const words = proven.map(({ name, evidence }) => `${name}: ${evidenceWords(evidence)}`).join("; ");
  return {
    tipo: "nota",
    numero: null,
    del: null,
    collegamento: null,
    nota: shortened(words, LONGEST_EVIDENCE),
  };
}

function evidenceWords(evidence: Evidence): string {
  const { collegamento, nota } = evidence;
  return [evidenceName(evidence), collegamento, nota && `«${nota}»`].filter(Boolean).join(" ");
}

/** Texts have a longest length (R3); the contributions themselves stay whole where they were reported. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
