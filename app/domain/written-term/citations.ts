import type { Found, Grammar } from "./passages.ts";
import { UNIT } from "./service-units.ts";
import { MONTH } from "./months.ts";

const ACT = [
  "legg[ei]|l\\. ?r\\.|l\\.|d\\. ?l\\.(?: ?gs\\.?)?|d\\. ?lgs\\.?|dlgs|d\\.? ?p\\.? ?r\\.?|d\\.? ?p\\.? ?c\\.? ?m\\.?|d\\. ?m\\.",
  "decret[oi]|regolament[oi]|reg\\.|direttiv[ae]|deliber[ae]|deliberazion[ei]|delib\\.|determin[ae]|determinazion[ei]|det\\.",
  "d\\.? ?[gc]\\.? ?[cm]\\.?|ordinanz[ae]|circolar[ei]|linee guida|protocollo|prot\\.|att[oi]|verbal[ei]|not[ae]|intes[ae]|parer[ei]",
  "art\\.|artt\\.|articol[oi]|comm[ai]|allegat[oi]|capitol[oi]|cap\\.|cig|cup|gdpr",
].join("|");

/** What may stand between the name of an act and its number. */
const BETWEEN =
  "legislativ[oi]|ministerial[ei]|regional[ei]|comunal[ei]|dirigenzial[ei]|sindacal[ei]|organizzativ[oi]|dirigente|europe[oa]|\\(?(?:ue|ce|eu)\\)?" +
  "|di|del|della|giunta|consiglio|consiliare|anac|agid|[gc]\\. ?[cm]\\.?|[gc][cm]|n(?:r|um)?[.°]{0,2}|numero";

const NUMBER = "\\d+(?:[./-]\\d+)*(?:[ -](?:bis|ter|quater))?";
const TAIL = `,? (?:n[.°]{0,2} ?\\d+(?:/\\d+)?|comma \\d+|(?:del(?:l'anno)? ?)${NUMBER}(?: (?:${MONTH}) \\d{4})?|(?:${MONTH}) \\d{4})`;

/** "art.15", "L. 112/2004", "Regolamento UE 2016/679", "delibera di Giunta n. 72 del 4/5/2021": their figures are not days; those of "il termine di legge del 30/4" are. */
const CITATION = new RegExp(
  `\\b(?!(?<=(?:termin[ei]|scadenz[ae]) di )legge del\\b)(?:${ACT})(?:(?: |(?<=[.']))(?:${BETWEEN})){0,5} ?${NUMBER}(?! ?(?:${UNIT})\\b)(?:${TAIL}){0,4}`,
  "g",
);

export const citations: Grammar = (left) => [...left.matchAll(CITATION)].map(saysNothing);

/** "1.7.Mensile", "3.2 Entro", "a) ", "A.1) ", "2) ", "1. ". A day written at the head, "30.06.2025", is no code. */
const CODE =
  /^ ?(?!\d{1,2}\.\d{1,2}\.(?:20)?\d{2}[ .]*$|\d{1,2}\.\d{1,2}\.20\d{2}\b)(?:[a-z]\.?\d{0,2}\) ?|\d{1,2}[).] |\d{1,2}(?:\.\d{1,2}){1,3}[.)]? ?(?=[^\s\d.)]))/;

/** How many signs at the head of a text are the code of a point. */
export function lengthOfCode(left: string): number {
  return CODE.exec(left)?.[0].length ?? 0;
}

function saysNothing({ index, 0: { length } }: RegExpExecArray): Found {
  return { from: index, to: index + length, says: null };
}
