import type { MovedMeasure } from "#app/domain/objective/moved-measures.ts";
import { count, dayWith, formatDay } from "#app/format.ts";

/** The points that once were in the percentage and were retired, or planned otherwise: it did not rise by their being done. */
export function MovedLines({ moved }: { moved: MovedMeasure[] }) {
  const retired = moved.filter(({ since }) => since === undefined);
  const changed = moved.filter(({ since }) => since !== undefined);
  return (
    <>
      {retired.length > 0 && (
        <p>
          <b>{count(retired.length, "punto ritirato", "punti ritirati")}</b>, che prima contava
          {retired.length > 1 && "no"}: {retired.map(retiredWords).join("; ")}.
        </p>
      )}
      {changed.length > 0 && (
        <p>
          <b>{count(changed.length, "programmato cambiato", "programmati cambiati")}</b>:{" "}
          {changed.map(changedWords).join("; ")}.
        </p>
      )}
    </>
  );
}

function retiredWords({ name, on, before, after }: MovedMeasure): string {
  return `il ${name}, ${dayWith("il", on)}${afterWords(after)} (programmato «${before ?? ""}»)`;
}

function changedWords({ name, on, before, since, after }: MovedMeasure): string {
  const now = typeof since === "string" ? `«${since}»` : "non scritto";
  return `il ${name}, ${dayWith("il", on)}${afterWords(after)}: prima «${before ?? ""}», poi ${now}`;
}

function afterWords(after: string | null): string {
  return after === null ? "" : `, dopo il suo termine del ${formatDay(after)}`;
}
