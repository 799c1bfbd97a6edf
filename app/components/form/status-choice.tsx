import type { Status } from "#app/domain/status/status-steps.ts";
import { STATUS_LABEL } from "#app/labels.ts";
import { Glyph, statusWords } from "../situation.tsx";

/** One choice of the form: an update, or a step, with what it asks for. */
export function StatusChoice({
  choice,
  current,
  id,
  checked,
}: {
  choice: string;
  current: { status: Status; progress: number };
  id: string;
  checked: boolean;
}) {
  const { words, hint } = wordsOf(choice, current);
  const status = choice === "no-news" || choice === "update" ? current.status : (choice as Status);
  return (
    <div className="rd">
      <input
        type="radio"
        name="to"
        id={id}
        value={choice}
        defaultChecked={checked}
        className={`is-${choice}`}
        required
      />
      <label htmlFor={id}>
        <Glyph of={status === "completed" ? "completed-proven" : status} progress={current.progress} />
        {words}
        <i>{hint}</i>
      </label>
    </div>
  );
}

function wordsOf(
  choice: string,
  current: { status: Status; progress: number },
): { words: string; hint: string } {
  const now = statusWords(current.status, current.progress);
  if (choice === "no-news")
    return { words: `ancora ${now}: nessuna novità`, hint: "conferma lo stato: vale come aggiornamento" };
  if (choice === "update") {
    const what =
      current.status === "in-progress"
        ? "nuovo avanzamento, prova o termine"
        : "aggiungi una prova o cambia il termine";
    return { words: `${STATUS_LABEL[current.status]}: ${what}`, hint: "lo stato resta lo stesso" };
  }
  return {
    words:
      choice === "in-progress" && isClosed(current.status)
        ? "riapri: in corso"
        : STATUS_LABEL[choice as Status],
    hint: HINT[choice as Status],
  };
}

function isClosed(status: Status): boolean {
  return status === "completed" || status === "rescheduled" || status === "cancelled";
}

const HINT: Record<Status, string> = {
  "to-start": "",
  "in-progress": "scrivi a che punto è",
  completed: "con una prova è «provata», senza è «dichiarata»",
  suspended: "serve il motivo; se il termine passa è in ritardo",
  rescheduled: "servono l’anno e il motivo; è una variazione del piano",
  cancelled: "serve il motivo; resta contata nel suo anno; è una variazione del piano",
};
