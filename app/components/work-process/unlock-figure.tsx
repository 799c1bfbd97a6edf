import type { LevelSpan, TimelineBar, UnlockTimeline } from "#app/domain/smartability/unlock-timeline.ts";
import type { UnlockFinding } from "#app/domain/smartability/unlock-finding.ts";
import { dayWith, joinWords } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { Timeline } from "./unlock-timeline.tsx";

/** A bar with the code of the action that it is of. */
export type DrawnBar = TimelineBar & { code: string };
export type DrawnTimeline = Omit<UnlockTimeline, "bars"> & { bars: DrawnBar[] };

export type UnlockFigureProps = {
  timeline: DrawnTimeline;
  /** `codes`: those of the actions that the finding names. */
  finding: UnlockFinding & { codes?: string[] };
  /** On what the forecast hangs; no forecast where what is awaited cannot be forecast. */
  condition: Condition;
};

/** `isDone`: only the confirmation is missing. */
type Condition = { ifConfirmed: boolean; ifRecovered: boolean; isForecast: boolean; isDone: boolean };

/** The work that unlocks a process and its level over time; the same facts are in the table before it. */
export function UnlockFigure({ timeline, finding, condition }: UnlockFigureProps) {
  const label = "Linea del tempo delle azioni e del livello; gli stessi dati sono nella tabella sopra";
  const becomes = condition.isForecast ? timeline.levels.at(-1) : undefined;
  const words = conditionWords(condition);
  return (
    <figure className="fig" aria-labelledby="sblocco-titolo">
      <h2 className="ft" id="sblocco-titolo">
        {findingWords(finding)}
      </h2>
      <p className="fs">Annualità delle azioni e livello del processo; tratteggiato ciò che è previsto</p>
      <Timeline shape="wide" timeline={timeline} condition={words} label={label} />
      <Timeline shape="narrow" timeline={timeline} condition={words} label={label} />
      <figcaption>
        Ogni annualità va dall’inizio dell’anno al suo termine, o al giorno in cui è stata completata.{" "}
        {becomes && forecastWords(becomes, condition)} Situazione {dayWith("al", timeline.day)}; gli stessi
        dati sono nella tabella sopra.
      </figcaption>
    </figure>
  );
}

function forecastWords({ level, since }: LevelSpan, { ifConfirmed, ifRecovered, isDone }: Condition) {
  if (isDone) return `Previsione: ${LEVEL_LABEL[level]}, appena il RTD conferma lo sblocco.`;
  const how = ifRecovered
    ? "ciò che è in ritardo recuperato entro l’anno e il resto completato al suo termine"
    : "ogni annualità completata al suo termine";
  const confirmed = ifConfirmed ? ", se il RTD conferma lo sblocco" : "";
  return `Previsione: ${LEVEL_LABEL[level]} ${dayWith("dal", since)}, con ${how}${confirmed}.`;
}

function conditionWords({ ifConfirmed, ifRecovered }: Condition): string {
  if (ifConfirmed) return ifRecovered ? "se confermato e recuperato" : "se confermato";
  return ifRecovered ? "se recuperato" : "";
}

/** What the drawing shows at first sight, as its title says it. */
function findingWords(finding: UnlockFigureProps["finding"]): string {
  const codes = (finding.codes ?? []).map((code) => `la ${code}`);
  switch (finding.kind) {
    case "lifted":
      return `Lo sblocco vale ${dayWith("dal", finding.on)}: ultima a finire ${joinWords(codes)}`;
    case "awaits": {
      const missing = codes.length === 1 ? `Manca solo ${codes[0]}` : `Mancano ${joinWords(codes)}`;
      const proposed = finding.isProposed ? ", e la conferma dello sblocco" : "";
      const rest =
        finding.restSince === null ? "" : `: il resto è completato ${dayWith("dal", finding.restSince)}`;
      return `${finding.isProposed ? missing.replace(" solo", "") : missing}${proposed}${rest}`;
    }
    case "to-confirm":
      return "Il lavoro è completato: manca la conferma dello sblocco";
    case "contested":
      return "Lo sblocco è contestato: non vale finché il RTD non risponde";
    case "void":
      return "Lo sblocco è decaduto: completare il resto non basta più";
  }
}
