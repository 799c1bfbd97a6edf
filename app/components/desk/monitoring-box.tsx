import type { Day } from "#app/domain/days.ts";
import { count, dayWith, joinWords } from "#app/format.ts";

/** What the round of the RTD asks of a person's offices. `waiting`: how many items have no answer yet. */
export type AskedMonitoring = {
  title: string;
  dueOn: Day;
  isOver: boolean;
  waiting: number;
  offices: { code: string; name: string; waiting: number; address: string }[];
};

/** The RTD asks: how much is left to answer, by when, and one link for each office that has something left. */
export function MonitoringBox({ asked }: { asked: AskedMonitoring }) {
  const { title, dueOn, isOver, waiting, offices } = asked;
  const left = offices.filter((office) => office.waiting > 0);
  return (
    <section className="box round ask" aria-labelledby="il-rtd-chiede">
      <div>
        <h2 id="il-rtd-chiede">Il RTD chiede</h2>
        <p>
          {title}:{" "}
          {waiting === 0 ? (
            `${joinWords(offices.map(({ name }) => name))} ${offices.length === 1 ? "ha" : "hanno"} risposto a tutto.`
          ) : (
            <>
              <b>{count(waiting, "voce aspetta", "voci aspettano")} una risposta</b>{" "}
              {isOver ? `(il termine è passato ${dayWith("il", dueOn)})` : `entro ${dayWith("il", dueOn)}`}.
            </>
          )}
        </p>
      </div>
      <p className="buttons">
        {(left.length > 0 ? left : offices).map(({ code, name, address }) => (
          <a key={code} className={waiting > 0 ? "btn btn-outline-primary btn-s" : undefined} href={address}>
            {waiting > 0 ? "Rispondi" : "Rivedi le risposte"}
            {offices.length > 1 ? ` per ${name}` : ""}
          </a>
        ))}
      </p>
    </section>
  );
}
