import { CARDINAL, numberOf, ORDINAL } from "./numbers.ts";
import { apart, beginsClause, endOfClause, type Found, type Grammar } from "./passages.ts";
import { inServiceUnits, UNIT, WORKING } from "./service-units.ts";
import type { ServiceUnit } from "./term.ts";

const TO_THE =
  "(?:(?:al|alla|allo|alle|ai|agli|a|il|lo|la|le|i|gli|rispetto al|rispetto alla) |(?:al)?l'|rispetto all')";
const FROM_THE = "(?:(?:a decorrere |a partire |decorrenti )?(?:da(?:l|lla|llo|lle|i|gli)? (?!parte)|dall'))";
const OF_THE = "(?:(?:di|del|della|dello|delle|dei|degli) |dell')";

/** On which side of the event the time runs. */
const AFTER = `(?<after>${FROM_THE}|(?:successiv[oiae]|seguent[ei]|dopo)(?: ${TO_THE})?)`;
const BEFORE = `(?<before>(?:prima|antecedent[ei]|precedent[ei])(?: (?:${TO_THE}|${OF_THE}))?)`;
const SIDE = `,? (?:${AFTER}|${BEFORE})`;

const LEAD =
  "(?:entro(?: e non oltre)?[.:]?|non oltre|nel termine(?: massimo)? di|massimo|max\\.?)(?: (?:i|gli|le|un massimo di|il termine(?: massimo)? di|massimo|max\\.?))?";
const OTHER_DAYS = "(?! (?:feriali|liberi|utili|festivi)\\b)";
const IN_A_ROW = "(?: (?:naturali(?: e consecutivi)?|consecutivi|solari|di calendario))?";

const LENGTH = new RegExp(
  `(?<![\\w/.,-])(?<lead>${LEAD} )?(?<number>${CARDINAL})(?: ?\\((?:${CARDINAL})\\))? ?(?<unit>${UNIT})(?![a-z\\d/])${OTHER_DAYS}(?<working> ?${WORKING})?${IN_A_ROW}(?:${SIDE})?`,
  "g",
);
const NTH_DAY = new RegExp(
  `\\b(?:entro )?(?:il |l')(?<number>${ORDINAL}) giorno(?<working> lavorativo)?(?:${SIDE}| ${OF_THE}(?=servizio))`,
  "g",
);
const NEXT_DAY = new RegExp(
  `\\b(?:entro )?(?:il |nel )(?:primo )?giorno(?<working> lavorativo)? (?:immediatamente )?(?:(?<after>successivo|seguente|dopo)|(?<before>precedente|antecedente|prima))(?<later> lavorativo)?(?: (?:${TO_THE}|${OF_THE}))?`,
  "g",
);
const SAME_DAY = new RegExp(
  `\\b(?:(?:entro|in|nella|nel) (?:la |lo |il )?(?:stess[oa] )?giornata(?: stessa)?(?<working> lavorativa)?(?! ?(?:in cui|d[ei]l?|\\d|successiv|seguent))` +
    `|(?:entro )?(?:lo stesso giorno|il giorno stesso)(?: ${OF_THE})?|il giorno ${OF_THE}(?!mese|lun|mar|mer|gio|ven|sab|dom|\\d))` +
    `(?<week> ?\\(lun[a-z]* ?- ?ven[a-z]*\\))?`,
  "g",
);

/** Before a number that no "entro" announces: lengths and waits, not service times. */
const IS_A_LENGTH = /\b(?:per|ogni|di|dopo|trascorsi|decorsi|oltre|ultimi|prossimi|circa|durata ?:|\d ?-)$/;
const ENDS_THERE = /^ ?(?:[;:.,)\u0000]|$|(?:nel|in) caso\b|se\b)/;

/** "entro 5 giorni lavorativi dall'acquisizione", "3 giorni prima della seduta", "entro il giorno successivo", "in giornata". */
export const serviceTimes: Grammar = (left, wordsOf) => {
  const service = (match: RegExpExecArray, length: { amount: number; unit: ServiceUnit }): Found => {
    const from = match.index;
    const end = from + match[0].length;
    const to = /(?: |')$/.test(match[0]) ? endOfClause(left, end) : end;
    const side = match.groups?.before === undefined ? "after" : "before";
    return { from, to, says: { kind: "service", ...length, side, of: to > end ? wordsOf(end, to) : null } };
  };
  const isWorking = ({ groups }: RegExpExecArray) =>
    [groups?.working, groups?.later, groups?.week].some((sign) => sign !== undefined);
  const days = (match: RegExpExecArray, amount: number) =>
    service(match, { amount, unit: isWorking(match) ? "working-day" : "day" });

  const nth = [...left.matchAll(NTH_DAY)].map((match) => days(match, numberOf(match.groups!.number!)));
  const next = [...left.matchAll(NEXT_DAY)].map((match) => days(match, 1));
  const same = [...left.matchAll(SAME_DAY)].map((match) => days(match, 0));
  const lengths = [...left.matchAll(LENGTH)]
    .filter((match) => isServiceTime(left, match))
    .map((match) =>
      service(match, inServiceUnits(numberOf(match.groups!.number!), match.groups!.unit!, isWorking(match))),
    );
  return apart([...nth, ...next, ...same, ...lengths]);
};

/** A length is a service time when it is announced, or has a side, or is all that its clause says: "10 giorni nel caso di ricerche". */
function isServiceTime(left: string, { index, groups, 0: words }: RegExpExecArray): boolean {
  if (groups?.lead !== undefined) return true;
  if (IS_A_LENGTH.test(left.slice(Math.max(0, index - 14), index).trimEnd())) return false;
  if (groups?.after !== undefined || groups?.before !== undefined) return true;
  return (
    beginsClause(left, index) && ENDS_THERE.test(left.slice(index + words.length, index + words.length + 12))
  );
}
