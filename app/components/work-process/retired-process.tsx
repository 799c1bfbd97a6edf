import { workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import { dayWith } from "#app/format.ts";
import { EditGrounds, type ToldEdit } from "../edit/told-edits.tsx";
import { Crumbs } from "../frame/crumbs.tsx";

/** What there is to say of a process that was retired, and where it can still be read. `lastDay`: the last on which it stood. */
export function RetiredProcess({
  process,
  last,
  lastDay,
}: {
  process: { code: string; name: string; activity: string | null; retiredOn: string | null };
  last: Omit<ToldEdit, "changes" | "on">;
  lastDay: string | null;
}) {
  return (
    <>
      <Crumbs
        above={[{ address: workProcessesAddress(), name: "Processi" }]}
        here={`${process.code}, ritirato`}
      />
      <main id="contenuto" tabIndex={-1}>
        <h1>Il processo {process.code} è ritirato</h1>
        <p className="sent">{process.activity ?? process.name}</p>
        <p role="status">Ritirato {dayWith("dal", process.retiredOn!)}: non si conta più.</p>
        <p>
          <EditGrounds edit={last} />
        </p>
        <p>
          {lastDay !== null && (
            <>
              <a href={workProcessAddress(process.code, lastDay)}>Com’era {dayWith("il", lastDay)}</a> ·{" "}
            </>
          )}
          <a href={workProcessesAddress()}>Tutti i processi</a>
        </p>
      </main>
    </>
  );
}
