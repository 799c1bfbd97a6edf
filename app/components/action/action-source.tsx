import { officeAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";

type Source = {
  title_in_table_as_written: string | null;
  responsibles_as_written: string | null;
  responsibles_in_table_as_written: string | null;
  years_as_written: string | null;
  years_in_table_count: number | null;
  source_document: string | null;
  source_section: string | null;
  source_row: string | null;
  dues: { year: number; due_as_written: string }[];
  discrepancies: { code: string; detail: string; source: string }[];
};

/** Who answers, and what the document says, as written, with what does not match: shown, never corrected. */
export function ActionSource({
  action,
  source,
  isLeadInvented,
  al,
}: {
  action: PlanActionOnDay;
  source: Source;
  /** Whether the capofila is one that the demonstration chose. */
  isLeadInvented: boolean;
  al: Day | undefined;
}) {
  return (
    <div className="aside">
      <section aria-labelledby="responsabili">
        <h2 id="responsabili">Chi risponde</h2>
        <ul className="list">
          {action.responsibles.length === 0 && <li>Nessuno, finora.</li>}
          {action.responsibles.map(({ code, name }) => (
            <li key={code}>{name === null ? "RTD" : <a href={officeAddress(code, al)}>{name}</a>}</li>
          ))}
        </ul>
        {action.lead && (
          <p className="sm">
            Capofila: <a href={officeAddress(action.lead.code, al)}>{action.lead.name}</a>
            {isLeadInvented && <span className="mut"> (scelto per la dimostrazione)</span>}
          </p>
        )}
      </section>
      {source.discrepancies.length > 0 && (
        <section aria-labelledby="discordanze">
          <h2 id="discordanze">Da chiarire nel documento</h2>
          <ul className="list">
            {source.discrepancies.map(({ code, detail, source: where }) => (
              <li key={code}>
                {detail} <span className="mut sm">{where}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {source.source_document === null ? (
        <p className="sm mut">Nessun documento la riporta: è stata scritta qui.</p>
      ) : (
        <section aria-labelledby="fonte">
          <h2 id="fonte">Nel documento</h2>
          <dl className="dl">
            <Written name="Responsabili, testo" text={source.responsibles_as_written} />
            <Written name="Responsabili, tabella" text={source.responsibles_in_table_as_written} />
            <Written name="Anni, testo" text={source.years_as_written} />
            {duesOf(source).map(([text, years]) => (
              <Written key={text} name={`Termine ${years.join(", ")}`} text={text} />
            ))}
            <dt>X nella tabella</dt>
            <dd>{source.years_in_table_count ?? "–"}</dd>
            {source.title_in_table_as_written && (
              <Written name="Titolo, tabella" text={source.title_in_table_as_written} />
            )}
            <dt>Fonte</dt>
            <dd>
              documento {source.source_document}, {source.source_section}, riga {source.source_row}
            </dd>
          </dl>
        </section>
      )}
    </div>
  );
}

/** The terms as written, each with its years; not those of a plan that writes the years alone. */
function duesOf({ dues, years_as_written }: Source): [string, number[]][] {
  const written = dues.filter((due) => due.due_as_written !== years_as_written);
  return [...groupBy(written, (due) => due.due_as_written)].map(([text, ones]) => [
    text,
    ones.map(({ year }) => year),
  ]);
}

function Written({ name, text }: { name: string; text: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text === null ? <span className="mut">non scritto</span> : `«${text}»`}</dd>
    </>
  );
}
