import type { DerivedStatus } from "./domain/status/action-status.ts";
import type { ContributionRefusal } from "./domain/contribution/contribution-decisions.ts";
import type { ContributionStatus } from "./domain/contribution/contributions.ts";
import type { CorrectionRefusal } from "./domain/status/corrections.ts";
import type { Evidence, EvidenceKind, EvidenceRefusal } from "./domain/status/evidence.ts";
import type { ChainFault } from "./domain/history-chain.ts";
import type { OfficeKind } from "./domain/office/offices.ts";
import type { Role } from "./domain/permissions.ts";
import type { PlanStanding } from "./domain/plan/plan-standing.ts";
import type { ReasonToAsk } from "./domain/desk/placed-years.ts";
import type { AdoptionRefusal } from "./domain/triennium/plan-adoption.ts";
import type { OpeningRefusal } from "./domain/triennium/plan-opening.ts";
import type { Situation } from "./domain/status/situations.ts";
import { type ChangeRefusal, LONGEST_TEXT, type Status } from "./domain/status/status-steps.ts";
import type { Theme } from "./domain/plan/themes.ts";
import { count, dayWith, formatNumber } from "./format.ts";

export const STATUS_LABEL: Record<Status, string> = {
  "to-start": "da avviare",
  "in-progress": "in corso",
  completed: "completata",
  suspended: "sospesa",
  rescheduled: "ripianificata",
  cancelled: "annullata",
};

export const DERIVED_STATUS_LABEL: Record<DerivedStatus, string> = {
  "to-clarify": "da chiarire",
  "to-start": "da avviare",
  "in-progress": "in corso",
  suspended: "sospesa",
  completed: "completata",
  "completed-in-part": "completata in parte",
  cancelled: "annullata",
};

export const SITUATION_LABEL: Record<Situation, string> = {
  "completed-proven": "completata provata",
  "completed-declared": "completata dichiarata",
  "in-progress": "in corso",
  "to-start": "da avviare",
  late: "in ritardo",
  suspended: "sospesa",
  rescheduled: "ripianificata",
  cancelled: "annullata",
};

/** The same, of several annualità. */
export const SITUATIONS_LABEL: Record<Situation, string> = {
  "completed-proven": "completate provate",
  "completed-declared": "completate dichiarate",
  "in-progress": "in corso",
  "to-start": "da avviare",
  late: "in ritardo",
  suspended: "sospese",
  rescheduled: "ripianificate",
  cancelled: "annullate",
};

/** ["2 ripianificate", "1 annullata"]: what of a count is no longer to be done in its year; nothing where there is none. */
export function withdrawnWords(counts: Record<Situation, number>): string[] {
  return (["rescheduled", "cancelled"] as const)
    .filter((situation) => counts[situation] > 0)
    .map((situation) => count(counts[situation], SITUATION_LABEL[situation], SITUATIONS_LABEL[situation]));
}

/** Why an annualità is brought up, of one and of several. */
export const REASON_TO_ASK_LABEL: Record<ReasonToAsk, { one: string; many: string }> = {
  late: { one: "in ritardo", many: "in ritardo" },
  "never-updated": { one: "mai aggiornata", many: "mai aggiornate" },
  stale: { one: "ferma", many: "ferme" },
};

export const ROLE_LABEL: Record<Role, string> = {
  rtd: "RTD",
  dirigente: "Dirigente",
  referente: "Referente",
  giunta: "Giunta",
  lettore: "Lettore",
  amministratore: "Amministratore di sistema",
};

export const OFFICE_KIND_LABEL: Record<OfficeKind, string> = {
  settore: "settore",
  uo: "unità organizzativa",
  uoa: "unità organizzativa autonoma",
};

export const THEME_LABEL: Record<Theme, string> = {
  cloud: "Cloud",
  pagopa: "pagoPA",
  identita: "Identità digitale (SPID, CIE)",
  "app-io": "App IO",
  fascicolazione: "Fascicolazione",
  conservazione: "Conservazione",
  "servizi-online": "Servizi online",
  accessibilita: "Accessibilità",
  opendata: "Dati aperti",
  sicurezza: "Sicurezza",
  competenze: "Competenze",
  "lavoro-agile": "Lavoro agile",
};

/** What is said beside a plan among others; of one that was adopted and is not in force, nothing. */
export const PLAN_STANDING_LABEL: Record<PlanStanding, string> = {
  "in-force": "in vigore",
  adopted: "",
  draft: "bozza",
};

export const EVIDENCE_KIND_LABEL: Record<EvidenceKind, string> = {
  determinazione: "Determinazione",
  deliberazione: "Deliberazione",
  verbale: "Verbale",
  contratto: "Contratto",
  collegamento: "Collegamento",
  nota: "Nota",
};

export const REFUSAL_LABEL: Record<ChangeRefusal | CorrectionRefusal, string> = {
  "not-reachable": "Da questo stato il passaggio non è possibile: scegli uno di quelli offerti",
  "reason-required": "Scrivi il motivo: lo leggerà anche la Giunta",
  "text-too-long": `Il motivo è troppo lungo: al massimo ${formatNumber(LONGEST_TEXT)} caratteri`,
  "in-the-future": "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  "before-the-last-line":
    "Il giorno viene prima dell’ultimo aggiornamento di questa annualità, o di quando è nel piano: scrivi quello o uno successivo",
  "seen-by-a-review":
    "Una fotografia chiusa del piano ha già visto questo giorno: fino ad allora registra solo il RTD. Scrivi un giorno successivo, o chiedilo al RTD",
  "progress-out-of-range": "L’avanzamento di un’annualità in corso è un numero intero da 0 a 99",
  "due-before-the-year":
    "Il termine viene prima dell’anno dell’annualità: scrivi un giorno di quell’anno o successivo",
  "due-too-far": "Il termine viene più di dieci anni dopo l’annualità: controlla l’anno che hai scritto",
  "target-required": "Scegli l’anno a cui è ripianificata",
  "target-is-the-same-year": "È lo stesso anno: scegline un altro",
  "target-is-closed":
    "In quell’anno l’annualità è già chiusa o ripianificata: scegline un altro, oppure riaprila prima",
  "target-leads-back":
    "In quel giorno l’anno scelto rimandava già a questo: scegli un altro anno o un altro giorno",
  "after-the-next-line":
    "Il giorno viene dopo la riga successiva: scrivi un giorno compreso tra i giorni delle due righe vicine",
  "next-line-keeps-progress":
    "La riga successiva ha mantenuto questo avanzamento: rettifica prima quella, dall’ultima all’indietro",
  "next-line-starts-elsewhere":
    "La riga successiva parte dallo stato che vuoi cambiare: rettifica prima quella, dall’ultima all’indietro",
};

export const OPENING_REFUSAL_LABEL: Record<OpeningRefusal, string> = {
  "code-required": "Scrivi il codice del piano, come 2027-2029",
  "code-malformed": "Il codice va negli indirizzi: usa lettere senza accenti, cifre e trattini",
  "code-taken": "C’è già un piano con questo codice: scegline un altro",
  "title-required": "Scrivi il titolo del piano",
  "year-not-a-year": "Scrivi un anno dal 2000 al 2100",
  "years-reversed": "L’ultimo anno viene prima del primo",
  "too-many-years": "Gli anni sono troppi: un piano ne ha al massimo dieci",
  "not-after-the-last-plan": "In quest’anno c’è già un piano: il nuovo comincia dopo l’ultimo",
  "target-outside-the-plan":
    "Qualche annualità è riportata in un anno che non è del nuovo piano: scegli di nuovo il suo anno",
};

export const ADOPTION_REFUSAL_LABEL: Record<AdoptionRefusal, string> = {
  "organ-required": "Scrivi l’organo che ha adottato il piano, come Giunta comunale",
  "number-required": "Scrivi il numero dell’atto",
  "in-the-future": "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  "before-the-act": "Il piano non può valere da prima del giorno del suo atto",
  "before-the-plan-before": "Il giorno non viene dopo quello in cui è stato adottato il piano precedente",
  "before-a-carried-line": "Il giorno viene prima dell’ultimo aggiornamento di un’annualità da riportare",
};

export const EVIDENCE_REFUSAL_LABEL: Record<EvidenceRefusal, string> = {
  "in-the-future": "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  "act-not-identified":
    "Scrivi il numero, il giorno o il collegamento dell’atto, così che si possa ritrovare",
  "link-required": "Scrivi l’indirizzo del collegamento",
  "link-not-web": "Il collegamento deve essere un indirizzo web completo, che comincia con https://",
  "note-required": "Scrivi la nota",
};

/** What an act is called: "Determinazione n. 412 del 06/06/2022"; of a link or a note, its kind. */
export function evidenceName({ tipo, numero, del }: Evidence): string {
  const parts = [EVIDENCE_KIND_LABEL[tipo], numero && `n. ${numero}`, del && dayWith("del", del)];
  return parts.filter(Boolean).join(" ");
}

export const CONTRIBUTION_STATUS_LABEL: Record<ContributionStatus, string> = {
  "to-start": "da avviare",
  "in-progress": "in corso",
  suspended: "sospesa",
  completed: "completata",
  "not-pertinent": "non pertinente",
};

export const CONTRIBUTION_REFUSAL_LABEL: Record<ContributionRefusal, string> = {
  "not-adopted": "Il piano non è ancora adottato: i contributi si comunicano da allora in poi",
  "takes-none":
    "L’annualità è annullata o ripianificata e non prende contributi: se è ripianificata, scrivi il contributo su quella a cui porta",
  "in-the-future": "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  "before-the-last-contribution":
    "Il giorno viene prima dell’ultimo contributo dell’ufficio: scrivi quello o uno successivo",
  "before-the-annualita": "In quel giorno l’annualità non era ancora nel piano: scrivi un giorno successivo",
  "progress-out-of-range": "L’avanzamento di un lavoro in corso è un numero intero da 0 a 99",
  "note-required": "Scrivi perché nella nota: è su quella che il RTD decide",
  "text-too-long": `La nota è troppo lunga: al massimo ${formatNumber(LONGEST_TEXT)} caratteri`,
};

export const CHAIN_FAULT_LABEL: Record<ChainFault, string> = {
  "hash-mismatch": "il contenuto della riga non corrisponde alla sua impronta",
  "link-broken": "la riga non riporta l’impronta della precedente",
  "sequence-gap": "manca una riga prima di questa",
  "text-mismatch": "un testo della riga non corrisponde alla sua impronta",
};

/** Short forms of the responsibles in lists; the text as written is on the action's page. */
export function responsibleLabel({ code, name }: { code: string; name: string | null }): string {
  return SHORT_RESPONSIBLE[code] ?? name?.split(" – ")[0] ?? code.toUpperCase();
}

const SHORT_RESPONSIBLE: Record<string, string> = {
  rtd: "RTD",
  "dirigenti-dei-settori": "Settori",
  "responsabili-uoa": "UOA",
};

/** "RTD", "Dirigente, Settore 4": who signed a line, never a name. */
export function authorLabel({ role, office }: { role: Role; office: string | null }): string {
  return role === "rtd" || office === null ? ROLE_LABEL[role] : `${ROLE_LABEL[role]}, ${office}`;
}
