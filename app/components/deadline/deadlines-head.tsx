import {
  calendarAddress,
  deadlinesAddress,
  type DeadlinesQuery,
  monitoringsAddress,
} from "#app/objective-addresses.ts";

type Asked = Pick<DeadlinesQuery, "anno" | "ufficio" | "tipo" | "al">;

/** What the page shows and of whom, and the ways to the rest. */
export function DeadlinesHead({
  year,
  isOwn,
  officeName,
  asked,
  mayKeepCalendar,
}: {
  year: number;
  isOwn: boolean;
  officeName?: string;
  asked: Asked;
  mayKeepCalendar: boolean;
}) {
  return (
    <div className="head">
      <div>
        <h1>Scadenze del {year}</h1>
        <p className="sub">
          {isOwn ? (
            <>
              Quelle dei tuoi uffici, e quelle di legge che valgono per l’ente. Ci sono anche quelle di{" "}
              <a href={deadlinesAddress({ ...asked, ufficio: "tutti" })}>tutti gli uffici</a>
            </>
          ) : officeName ? (
            `Quelle di ${officeName} e degli uffici che gli fanno capo`
          ) : (
            "Di tutti gli uffici, con le norme che valgono per l’ente"
          )}
        </p>
      </div>
      <p className="sm noprint doing">
        {mayKeepCalendar && <a href={calendarAddress()}>Le tue scadenze nel tuo calendario</a>}
        <a href={monitoringsAddress()}>Giri di monitoraggio</a>
      </p>
    </div>
  );
}
