import type { BlockerState, Figure } from "./domain/smartability.ts";
import type { Basis, BlockerKind, Extent, Removability } from "./domain/level/blockers.ts";
import type { ClaimEffect, ClaimStands, ClaimState, Confidence } from "./domain/level/claims.ts";
import type { LevelRowKind } from "./domain/smartability/level-rows.ts";
import type { Level } from "./domain/level/levels.ts";
import type { Risk } from "./domain/work-process/work-processes.ts";

export const LEVEL_LABEL: Record<Level, string> = {
  yes: "SI",
  "in-part": "IN PARTE",
  no: "NO",
  outsourced: "esterno",
};

/** What a level means, as one says it of a process. */
export const LEVEL_MEANS: Record<Level, string> = {
  yes: "Si può fare in lavoro agile",
  "in-part": "Si può fare solo in parte in lavoro agile",
  no: "Non si può fare in lavoro agile",
  outsourced: "È affidato all’esterno",
};

export const FIGURE_LABEL: Record<Figure, string> = {
  unlockable: "sbloccabili",
  never: "mai",
  lightened: "solo alleggeriti",
  "without-action": "senza un’azione che li sblocchi",
};

export const BLOCKER_KIND_LABEL: Record<BlockerKind, string> = {
  paper_archive: "archivio cartaceo",
  incoming_paper_mail: "posta e documenti in arrivo su carta",
  wet_signature_or_no_pec: "firma autografa o utente senza PEC",
  missing_online_form: "istanza online mancante",
  missing_equipment_or_connection: "dotazioni o connessione mancanti",
  counter_service: "servizio allo sportello",
  in_person_meeting: "incontro in presenza",
  political_presence: "presenza con gli organi politici",
  physical_delivery_notification: "consegna o notifica a mano",
  physical_site_inspection: "sopralluogo",
  physical_goods_or_hardware: "beni materiali o apparati",
  onsite_coordination: "coordinamento di persone sul posto",
  legal_or_certified_workstation: "presenza o postazione voluta dalla legge",
  outsourced: "affidato all’esterno",
  unspecified: "motivo non indicato",
};

/** Why the level is what it is, after "perché". */
export const BLOCKER_KIND_BECAUSE: Record<BlockerKind, string> = {
  paper_archive: "l’archivio è cartaceo",
  incoming_paper_mail: "posta e documenti arrivano su carta",
  wet_signature_or_no_pec: "serve una firma autografa o l’utente non ha la PEC",
  missing_online_form: "manca un’istanza online",
  missing_equipment_or_connection: "mancano dotazioni o connessione",
  counter_service: "il servizio si dà allo sportello",
  in_person_meeting: "richiede un incontro in presenza",
  political_presence: "richiede la presenza con gli organi politici",
  physical_delivery_notification: "richiede una consegna o una notifica a mano",
  physical_site_inspection: "richiede un sopralluogo",
  physical_goods_or_hardware: "riguarda beni materiali o apparati",
  onsite_coordination: "richiede di coordinare persone sul posto",
  legal_or_certified_workstation: "la legge vuole la presenza, gli originali o una postazione certificata",
  outsourced: "lo svolge un soggetto esterno",
  unspecified: "il motivo non è indicato",
};

const SUBKIND_LABEL: Record<string, string> = {
  archive_search: "ricerche d’archivio",
  documents_kept_in_office: "documenti conservati in ufficio",
  dematerialisation_gap: "dematerializzazione incompleta",
  technical_drawings: "elaborati tecnici",
  paper_case_file: "fascicolo cartaceo",
  archive_not_digitised: "archivio non digitalizzato",
  paper_register: "registro cartaceo",
  paper_documents: "documenti cartacei",
  paper_flag_SI: "supporti cartacei",
  paper_personal_file: "fascicolo personale cartaceo",
  meeting_employee: "incontro con il dipendente",
  union_bargaining: "contrattazione sindacale",
  contract_signing_onboarding: "firma del contratto e accoglienza",
  selection_tests: "prove di selezione",
  litigation_with_lawyer: "contenzioso con il legale",
  medical_visit: "visita medica",
  training_in_presence: "formazione in presenza",
  interview: "colloquio",
  commission: "commissione",
  appointments: "appuntamenti",
  tender_commission: "commissione di gara",
  final_interview: "colloquio finale",
  site_visits_and_competitions: "sopralluoghi e concorsi",
  budget_meetings: "riunioni sul bilancio",
  tender_session: "seduta di gara",
  fragile_users: "utenti fragili",
  remote_meeting_platform: "piattaforma per riunioni a distanza",
  paper_notification_by_post_or_messo: "notifica per posta o con il messo",
  paper_notification_by_post: "notifica per posta",
  relata_di_notifica: "relata di notifica",
  messo_out_of_office: "messo fuori sede",
  messo: "messo notificatore",
  notification: "notifica",
  front_office_deeds: "consegna di atti allo sportello",
  concessionario: "concessionario",
  service_outsourced: "servizio esternalizzato",
  tax_counter: "sportello tributi",
  distribution_counter: "distribuzione allo sportello",
  voucher_delivery: "consegna di buoni",
  issue_at_counter: "rilascio allo sportello",
  switchboard: "centralino",
  cash_economato: "cassa economale",
  site_visit_works: "sopralluogo nei cantieri",
  site_visit_buildings: "sopralluogo negli edifici",
  site_visit: "sopralluogo",
  commissione_pubblico_spettacolo: "commissione di pubblico spettacolo",
  field_survey: "rilievo sul posto",
  works: "lavori",
  home_visit: "visita domiciliare",
  workmen_coordination: "coordinamento degli operai",
  onboarding_shadowing: "affiancamento",
  election_operations: "operazioni elettorali",
  assistance_to_dirigente: "assistenza al dirigente",
  manual_field_work: "lavoro manuale sul territorio",
  waste_material: "materiale per i rifiuti",
  physical_posting: "affissione",
  library_stock: "patrimonio librario",
  library_loans: "prestito librario",
  room_logistics: "allestimento di sale",
  evacuation_drill: "prova di evacuazione",
  asset_labelling: "etichettatura dei beni",
  hardware: "apparati informatici",
  events: "eventi",
  manual_work: "lavoro manuale",
  user_without_pec: "utente senza PEC",
  signature_on_site: "firma in presenza",
  user_without_digital_means: "utente senza strumenti digitali",
  user_without_digital_signature: "utente senza firma digitale",
  rogito: "rogito",
  istanza_online_spid_cie: "istanza online con SPID o CIE",
  paper_enrolment: "iscrizione su carta",
  support_to_assessore: "supporto all’assessore",
  support_to_organs: "supporto agli organi",
  council_sessions: "sedute degli organi",
  authentication_in_presence: "autenticazione in presenza",
  deposit_in_presence: "deposito in presenza",
  original_documents: "documenti in originale",
  identity_document: "documento d’identità",
  certified_workstation: "postazione certificata",
  celebrations: "celebrazioni",
  paper_deeds_by_post: "atti cartacei per posta",
  paper_post: "posta cartacea",
  hand_delivered_documents: "documenti consegnati a mano",
  internal_paper_mail: "posta interna su carta",
  paper_documents_from_users: "documenti cartacei degli utenti",
  paper_applications: "domande su carta",
  scanning: "scansione",
};

/** The subkind in words; one typed by hand is its own words. */
export function subkindLabel(subkind: string | null): string | null {
  return subkind === null ? null : (SUBKIND_LABEL[subkind] ?? subkind);
}

export const EXTENT_LABEL: Record<Extent, string> = {
  whole: "ferma tutta l’attività",
  part: "ferma una parte dell’attività",
};

export const BASIS_LABEL: Record<Basis, string> = {
  stated: "dichiarato, nella mappa o dall’ufficio",
  inferred: "dedotto da noi",
  none: "il motivo non è indicato",
};

export const REMOVABILITY_LABEL: Record<Removability, string> = {
  digital: "rimovibile con un’azione digitale",
  partly: "rimovibile solo in parte con un’azione digitale",
  "outside-plan": "non lo toglie questo piano: dipende da terzi, dalla legge o da un altro piano",
  structural: "strutturale: nessuna azione digitale lo toglie",
  unknown: "non si sa se si possa togliere: va chiesto all’ufficio",
};

export const BLOCKER_STATE_LABEL: Record<BlockerState, string> = {
  open: "aperto",
  reduced: "ridotto",
  removed: "tolto",
};

export const CLAIM_STATE_LABEL: Record<ClaimState, string> = {
  proposed: "proposto",
  confirmed: "confermato",
  contested: "contestato",
  rejected: "rifiutato",
};

/** How many claims stand where, one and many. */
export const CLAIM_STANDS_LABELS: Record<ClaimStands, { one: string; many: string }> = {
  proposed: { one: CLAIM_STATE_LABEL.proposed, many: "proposti" },
  confirmed: { one: CLAIM_STATE_LABEL.confirmed, many: "confermati" },
  contested: { one: CLAIM_STATE_LABEL.contested, many: "contestati" },
  rejected: { one: CLAIM_STATE_LABEL.rejected, many: "rifiutati" },
  void: { one: "decaduto", many: "decaduti" },
};

export const CLAIM_EFFECT_LABEL: Record<ClaimEffect, string> = {
  full: "toglie il blocco",
  partial: "riduce il blocco",
};

export const CONFIDENCE_LABEL: Record<Confidence, string> = { high: "alta", medium: "media", low: "bassa" };

export const RISK_LABEL: Record<Risk, string> = { low: "basso", medium: "medio", high: "alto" };

/** What a row of levels is, beside its day. */
export const LEVEL_ROW_LABEL: Record<LevelRowKind, string> = {
  real: "reale",
  now: "oggi",
  expected: "previsto",
  recovered: "se recuperate",
  "if-completed": "se completate",
  "if-proposed": "se completate",
  attainable: "massimo",
};
