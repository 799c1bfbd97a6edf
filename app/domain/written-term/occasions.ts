import { endOfClause, type Grammar } from "./passages.ts";
import type { Said } from "./term.ts";
import { MONTH } from "./months.ts";

const AT_ONCE =
  "(?<!eseguibilita |esecutivita )immediat(?:[oaie]|amente)\\b(?! (?:eseguibil|esecutiv|success))|tempestiv(?:[oaie]|amente)\\b|senza (?:indugio|ritardo)\\b|in tempo reale\\b";

const REQUEST =
  "(?:(?:su|a|dietro|secondo|previa|in base all[ae]|alla|ad ogni|per ogni) (?:specifica |espressa |eventuale |singola )?" +
  "|successiv[oa] alla |successiv[oa] a |soddisfacimento dell[ae] |evasione dell[ae] )(?:richiest[ae]|domanda|istanza)\\b";

const NEED =
  "(?:secondo|in base all[ae]|su|al|in caso di) (?:le |la )?(?:necessita|bisogno|esigenz[ae]|fabbisogno)(?![a-z])" +
  "|all'occorrenza\\b|(?:quando|ove|se) (?:necessario|richiesto|occorre)\\b|on demand\\b";

const OF = "(?:(?:di|del|della|dello|delle|dei|degli) |dell')";
const EVENT =
  "entro la (?:successiva|prossima|prima) (?:seduta|riunione|adunanza|convocazione)\\b" +
  `|prima ${OF}(?!${MONTH}|fine|inizio)(?=[a-z])|ne(?:l giorno|lla giornata) in cui\\b` +
  `|(?:in occasione|all'atto|al momento) ${OF}|(?:ad|per|a) ogni (?!fine|inizio)(?=[a-z])|al (?:verificarsi|ricorrere)\\b|ad? evento\\b`;

const RULE =
  "(?:scadenz|norm[ae]|legg[ei]\\b|regolament|termin|temp[io]\\b|disposizion|indicazion|istruzion|direttiv|prescrizion|disponibilita\\b|atto\\b|quanto\\b|modalita\\b|cronoprogramm)";
const JOINED =
  "(?: (?:il|la|lo|i|gli|le|a|al|alla|alle|ai|agli|del|della|delle|dei|di|vigent[ei]|procedure e)(?= )){0,4} (?:a?ll'|dell')?";
const DEPENDS =
  `(?:secondo|come da|nel rispetto|rispetto|in base|in conformita)${JOINED}${RULE}` +
  `|(?:nei|nel|entro i|entro il|entro le) (?:termin|temp[io]\\b|scadenz)|con(?: le)? (?:disposizion|indicazion|istruzion)|(?:subordinatamente|successivamente) a|compatibilmente con\\b|previ[ao] (?:approvazione|acquisizione|autorizzazione|finanziamento)\\b`;

/** "immediata", "tempestivamente". */
export const atOnce = said({ kind: "immediate" }, AT_ONCE);

/** "su richiesta", "secondo necessità". */
export const onRequest = said({ kind: "on-request" }, `${REQUEST}|${NEED}`);

/** "prima di effettuare nuovi acquisti", "entro la successiva seduta": all the words of the clause say which event. */
export const perEvent = said({ kind: "per-event" }, EVENT, endOfClause);

/** "secondo le disposizioni ANAC", "nei termini di legge": the time is what someone else disposes, and is not written here. */
export const conditions = said({ kind: "condition" }, DEPENDS, endOfClause);

function said(says: Said, words: string, endOf = (_left: string, to: number) => to): Grammar {
  const written = new RegExp(`\\b(?:${words})`, "g");
  return (left) => {
    let read = 0;
    return [...left.matchAll(written)].flatMap(({ index: from, 0: { length } }) => {
      if (from < read) return [];
      read = endOf(left, from + length);
      return [{ from, to: read, says }];
    });
  };
}
