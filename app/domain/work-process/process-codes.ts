import type { Figure, BlockerState } from "../smartability.ts";
import type { Basis, BlockerKind, Extent, Removability } from "../level/blockers.ts";
import type { ClaimEffect, ClaimStands, ClaimState, Confidence } from "../level/claims.ts";
import type { LevelRowKind } from "../smartability/level-rows.ts";
import type { Level } from "../level/levels.ts";
import type { TurnAnswer } from "../unblock-claim/turn-answers.ts";
import type { RemarkKind, Risk } from "./work-processes.ts";

/** The codes of addresses, CSV and exports, as those of `codes.ts`: they never change. */
export const LEVEL_CODE: Record<Level, string> = {
  yes: "si",
  "in-part": "in_parte",
  no: "no",
  outsourced: "esterno",
};

export const FIGURE_CODE: Record<Figure, string> = {
  unlockable: "sbloccabile",
  never: "mai",
  lightened: "solo_alleggerito",
  "without-action": "senza_azione",
};

export const BLOCKER_KIND_CODE: Record<BlockerKind, string> = {
  paper_archive: "archivio_cartaceo",
  incoming_paper_mail: "posta_cartacea",
  wet_signature_or_no_pec: "firma_autografa_o_senza_pec",
  missing_online_form: "istanza_online_mancante",
  missing_equipment_or_connection: "dotazioni_o_connessione",
  counter_service: "sportello",
  in_person_meeting: "incontro_in_presenza",
  political_presence: "organi_politici",
  physical_delivery_notification: "consegna_o_notifica",
  physical_site_inspection: "sopralluogo",
  physical_goods_or_hardware: "beni_materiali",
  onsite_coordination: "coordinamento_sul_posto",
  legal_or_certified_workstation: "presenza_di_legge",
  outsourced: "esternalizzato",
  unspecified: "non_indicato",
};

export const EXTENT_CODE: Record<Extent, string> = { whole: "intero", part: "parte" };

export const BASIS_CODE: Record<Basis, string> = {
  stated: "dichiarato",
  inferred: "dedotto",
  none: "non_indicato",
};

export const REMOVABILITY_CODE: Record<Removability, string> = {
  digital: "digitale",
  partly: "in_parte",
  "outside-plan": "fuori_dal_piano",
  structural: "strutturale",
  unknown: "ignota",
};

export const BLOCKER_STATE_CODE: Record<BlockerState, string> = {
  open: "aperto",
  reduced: "ridotto",
  removed: "tolto",
};

export const CLAIM_STATE_CODE: Record<ClaimState, string> = {
  proposed: "proposto",
  confirmed: "confermato",
  contested: "contestato",
  rejected: "rifiutato",
};

/** As lists are narrowed: a void claim has a state, too. */
export const CLAIM_STANDS_CODE: Record<ClaimStands, string> = { ...CLAIM_STATE_CODE, void: "decaduto" };

export const CLAIM_EFFECT_CODE: Record<ClaimEffect, string> = { full: "totale", partial: "parziale" };

export const CONFIDENCE_CODE: Record<Confidence, string> = { high: "alta", medium: "media", low: "bassa" };

export const RISK_CODE: Record<Risk, string> = { low: "basso", medium: "medio", high: "alto" };

export const REMARK_KIND_CODE: Record<RemarkKind, string> = {
  discrepancy: "discordanza",
  "hidden-condition": "condizione_nascosta",
  reading: "lettura",
};

export const TURN_ANSWER_CODE: Record<TurnAnswer, string> = {
  confirmed: "confermata",
  contested: "contestata",
};

export const LEVEL_ROW_CODE: Record<LevelRowKind, string> = {
  real: "reale",
  now: "oggi",
  expected: "previsto",
  recovered: "se_recuperate",
  "if-completed": "se_completate",
  "if-proposed": "se_completate_e_confermati",
  attainable: "massimo_raggiungibile",
};
