import type { Viewpoint } from "./domain/days.ts";
import type { BlockerOnDay, ProcessOnDay } from "./domain/smartability.ts";
import { situationOf } from "./domain/status/situations.ts";
import { type ClaimOnDay, holds, isVoid, mayHold } from "./domain/level/claims-on-day.ts";
import { bestClaim, type Explanation, explanationOf, type WayUp } from "./domain/smartability/explanation.ts";
import { isAbove } from "./domain/level/levels.ts";
import { endOfRunningYear, riseOf } from "./domain/smartability/rise.ts";
import { type Known, setAsideParts, stopWords, theAction, whoRaises } from "./claim-sentences.ts";
import { dayWith, joinWords } from "./format.ts";
import { BLOCKER_KIND_BECAUSE, BLOCKER_KIND_LABEL, LEVEL_LABEL, LEVEL_MEANS } from "./process-labels.ts";
import { capitalized, joined, type Part } from "./sentence-parts.ts";

/**
 * Why a process has its level and what would raise it (R7, R8), in the one or two sentences that a dirigente reads: the level, what
 * actions have lifted, the way up with how far it is and when it would arrive, what stays for ever or has no action.
 */
export function levelSentence(process: ProcessOnDay, known: Known): Part[] {
  const explanation = explanationOf(process, known.at);
  return [
    levelParts(explanation, known),
    explanation.level === "yes" ? [] : liftedParts(explanation, known),
    wayParts(process, explanation, known),
    reliefParts(process, known),
    limitParts(process, explanation, known),
  ]
    .filter((parts) => parts.length > 0)
    .flatMap((parts, index) => (index === 0 ? parts : [" ", ...parts]));
}

/** What a level is, and because of what: "Non si può fare in lavoro agile perché l’archivio è cartaceo." */
function levelParts(explanation: Explanation, known: Known): Part[] {
  const { level, written, blocking, lifted } = explanation;
  if (level === "outsourced")
    return [
      { strong: LEVEL_MEANS[level] },
      ": lo svolge un altro soggetto, nessuna azione ne cambia il livello.",
    ];
  if (level !== "yes") return [{ strong: `${LEVEL_MEANS[level]}${becauseWords(blocking)}.` }];
  if (written === "yes" && lifted.length === 0)
    return [{ strong: LEVEL_MEANS[level] }, ", come da rilevazione."];
  if (lifted.length === 0) return [{ strong: LEVEL_MEANS[level] }, ": ciò che lo bloccava non c’è più."];
  const from = lifted
    .map((one) => one.from)
    .sort()
    .at(-1)!;
  return [
    { strong: `${LEVEL_MEANS[level]} ${dayWith("dal", from)}` },
    ": ",
    ...joined(
      lifted.map(({ blocker, claim }) => liftedClause(blocker, claim, known)),
      "; ",
    ),
    ".",
  ];
}

function becauseWords(blocking: readonly BlockerOnDay[]): string {
  const kinds = [...new Set(blocking.map(({ kind }) => kind))];
  const known = kinds.filter((kind) => kind !== "unspecified");
  if (known.length === 0) return `: ${BLOCKER_KIND_BECAUSE.unspecified}`;
  const because = ` perché ${joinWords(known.map((kind) => BLOCKER_KIND_BECAUSE[kind]))}`;
  return known.length === kinds.length ? because : `${because}; di un altro blocco il motivo non è indicato`;
}

/** "La 4.4.1, completata, ha tolto il blocco «istanza online mancante» dal 21/12/2022: prima il livello era NO." */
function liftedParts({ lifted, level, written }: Explanation, known: Known): Part[] {
  if (lifted.length === 0) return [];
  const clauses = lifted.map(({ blocker, claim, from }) => [
    ...liftedClause(blocker, claim, known),
    ` ${dayWith("dal", from)}`,
  ]);
  if (isAbove(written, level)) return capitalized([...joined(clauses, "; "), ", ma non basta."]);
  const outcome = level === written ? "il livello resta" : "prima il livello era";
  return capitalized([...joined(clauses, "; "), `: ${outcome} ${LEVEL_LABEL[written]}.`]);
}

function liftedClause(blocker: BlockerOnDay, claim: ClaimOnDay, known: Known): Part[] {
  const verb = claim.effect === "full" ? "tolto" : "ridotto";
  const isOne = claim.needs.length === 1;
  return [
    ...joined(claim.needs.map((need) => theAction(need.planActionId, known))),
    isOne ? `, completata, ha ${verb}` : `, completate, hanno ${verb}`,
    ` il blocco ${quoted([blocker])}`,
  ];
}

/** "Lo sblocca la 4.6.3, in ritardo per il 2022 (80%). Se il ritardo si recupera entro l’anno, diventa SI il 31/12/2026; …" */
function wayParts(process: ProcessOnDay, { way }: Explanation, known: Known): Part[] {
  if (way === null) return [];
  const inPart = way.to === "yes" ? "" : " in parte";
  const verbs = { one: `lo sblocca${inPart}`, many: `lo sbloccano${inPart} insieme` };
  return [...whoRaises(way.claims, verbs, known), ". ", ...outcomeParts(process, way, known)];
}

function outcomeParts(process: ProcessOnDay, way: WayUp, known: Known): Part[] {
  const becomes = `diventa ${LEVEL_LABEL[way.to]}`;
  const proposed = way.claims.filter(({ state }) => state === "proposed").length;
  const confirmed = proposed === 0 ? [] : [`il RTD ${proposed === 1 ? "lo conferma" : "li conferma"}`];
  const rise = riseOf(process, way, known.at);
  if (way.pending.length === 0 && rise.on !== null)
    return [`Se ${confirmed.join()}, `, { strong: becomes }, "."];
  if (rise.on !== null)
    return [
      `Se ${[...confirmed, "i termini sono rispettati"].join(" e ")}, `,
      { strong: `${becomes} ${dayWith("il", rise.on)}` },
      ".",
    ];
  if (rise.ifRecovered !== null)
    return [
      `Se ${[...confirmed, recoveryWords(way, known.at)].join(" e ")}, `,
      { strong: `${becomes} ${dayWith("il", rise.ifRecovered)}` },
      `; altrimenti resta ${LEVEL_LABEL[process.level]}.`,
    ];
  return [
    "Finché ",
    ...stopWords(way.claims, known),
    " non si può prevedere quando ",
    { strong: becomes },
    ".",
  ];
}

function recoveryWords({ pending }: WayUp, at: Viewpoint): string {
  const late = pending.filter((state) => situationOf(state, at) === "late").length;
  const year = endOfRunningYear(at).slice(0, 4);
  const by = year === at.day.slice(0, 4) ? "entro l’anno" : `entro il ${year}`;
  return late === 1 ? `il ritardo si recupera ${by}` : `i ritardi si recuperano ${by}`;
}

/** What would lighten a process whose level does not move: "Lo alleggerisce la 4.4.5, …, ma il livello resta IN PARTE." */
function reliefParts(process: ProcessOnDay, known: Known): Part[] {
  const { figure, level } = process;
  const claims = figure === "lightened" ? reliefOf(process) : [];
  if (claims.length === 0) return [];
  const together = claims.length === 1 ? " insieme" : "";
  const verbs = { one: "lo alleggerisce", many: `lo alleggeriscono${together}` };
  return [...whoRaises(claims, verbs, known), `: il livello resta comunque ${LEVEL_LABEL[level]}.`];
}

/** The claims that might act on what is still open. */
function reliefOf({ blockers }: ProcessOnDay): ClaimOnDay[] {
  return blockers
    .filter(({ state }) => state === "open")
    .flatMap(({ claims }) => bestClaim(claims.filter((claim) => mayHold(claim) && !holds(claim))) ?? []);
}

/** What stays, or what no action touches: nothing where there is a way to SI. */
function limitParts(
  process: ProcessOnDay,
  { level, figure, way, blocking }: Explanation,
  known: Known,
): Part[] {
  if (level === "yes" || level === "outsourced" || way?.to === "yes") return [];
  const forEver = process.blockers.filter(({ removability }) => removability === "structural");
  if (forEver.length > 0) {
    const what = forEver.length === 1 ? "il blocco" : "i blocchi";
    return [
      { strong: "Non diventerà mai SI" },
      `: nessuna azione digitale toglie ${what} ${quoted(forEver)}.`,
    ];
  }
  if (figure === "unlockable") return [];
  const setAside = process.blockers
    .filter(({ state }) => state === "open")
    .flatMap(({ claims }) =>
      claims.filter((claim) => claim.state !== "rejected" && (claim.state === "contested" || isVoid(claim))),
    )
    .map((claim) => setAsideParts(claim, known));
  if (setAside.length > 0) return joined(setAside, " ");
  if (figure === "without-action")
    return [`Finora nessuna azione lo sblocca${withoutActionWords(blocking)}.`];
  const isTaken = process.blockers.some(({ state }) => state === "removed");
  return isTaken && reliefOf(process).length === 0 ? ["Finora nessuna azione toglie il resto."] : [];
}

function withoutActionWords(blocking: readonly BlockerOnDay[]): string {
  if (blocking.every(({ removability }) => removability === "outside-plan"))
    return ": dipende da terzi, dalla legge o da un altro piano";
  if (blocking.every(({ removability }) => removability === "unknown"))
    return ": va chiesto all’ufficio che cosa lo impedisce";
  return "";
}

function quoted(blockers: readonly BlockerOnDay[]): string {
  return joinWords([...new Set(blockers.map(({ kind }) => `«${BLOCKER_KIND_LABEL[kind]}»`))]);
}
