import { planActionAddress } from "#app/addresses.ts";
import { type Day, dayInRome } from "#app/domain/days.ts";
import type { SheetRow } from "#app/domain/office/office-sheet.ts";
import { reasonToAsk } from "#app/domain/desk/placed-years.ts";
import { capitalize, count, formatDay, joinWords } from "#app/format.ts";
import { REASON_TO_ASK_LABEL } from "#app/labels.ts";
import { SituationOf } from "../situation.tsx";

/** The name of an office or of a group, by its code. */
export type Names = Record<string, string>;

/** Annualità that an office answers for, one a row: when it is due, how it stands, who was last heard, how the office answers. */
export function SheetTable({
  caption,
  rows,
  names,
  plan,
  al,
}: {
  caption: string;
  rows: SheetRow[];
  names: Names;
  /** The plan that needs no mention. */
  plan: string | undefined;
  al: Day | undefined;
}) {
  return (
    <table className="t cards sheet-rows">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-due">
            Termine
          </th>
          <th scope="col">Azione e anno</th>
          <th scope="col" className="c-situation">
            Situazione
          </th>
          <th scope="col" className="c-update">
            Ultimo aggiornamento
          </th>
          <th scope="col" className="c-answer">
            Come risponde
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.actionYear.id}>
            <td data-l="Termine">{formatDay(row.actionYear.dueOn)}</td>
            <th scope="row">
              <a href={`${planActionAddress(row.plan, row.code, al)}#anno-${row.actionYear.year}`}>
                <b>
                  {row.code}, {row.actionYear.year}
                </b>{" "}
                · {row.title}
              </a>
              {row.plan !== plan && <span className="mut sm d">piano {row.plan}</span>}
            </th>
            <td>
              <SituationOf actionYear={row.actionYear} />
            </td>
            <td data-l="Ultimo aggiornamento">{updateWords(row)}</td>
            <td data-l="Come risponde">{capitalize(answerWords(row, names))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day on which anything was last recorded and, where the office is asked for news, since when it is silent. */
function updateWords({ actionYear }: SheetRow): string {
  const { recordedAt, silence } = actionYear;
  const reason = reasonToAsk(actionYear);
  const last = recordedAt === null ? "nessuno" : formatDay(dayInRome(recordedAt));
  if (!silence || reason === undefined || reason === "late") return last;
  return `${last}, ${REASON_TO_ASK_LABEL[reason].one} da ${count(silence.days, "giorno", "giorni")}`;
}

/** How many offices are named before they are only counted. */
const NAMED = 1;

/** "da solo", "capofila, con Settore 3", "con altri 4 uffici (Dirigenti dei Settori)": the group that names it, where the action does not. */
export function answerWords({ others, isLead, through }: SheetRow, names: Names): string {
  const named = others.map((code) => names[code] ?? code);
  const company =
    named.length > NAMED
      ? `con altri ${named.length} uffici`
      : named.length > 0
        ? `con ${named[0]}`
        : "da solo";
  const roles = [...(isLead ? ["capofila"] : []), ...(isLead && named.length === 0 ? [] : [company])];
  const groups = joinWords(through.map((code) => names[code] ?? code));
  return groups === "" ? roles.join(", ") : `${roles.join(", ")} (${groups})`;
}
