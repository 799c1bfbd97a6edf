import { count } from "#app/format.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";

type Thing = { code: string; title: string };

/** Objectives alone do not ask for a successor; without one they are told to remain without an office. */
export function NothingHeld({ objectives }: { objectives: Thing[] }) {
  if (objectives.length === 0)
    return <p>All’ufficio non è affidato nulla: può cessare anche senza un successore.</p>;
  return (
    <>
      <p>
        All’ufficio {objectives.length === 1 ? "è affidato" : "sono affidati"} soltanto{" "}
        <b>{count(objectives.length, "obiettivo", "obiettivi")}</b>:{" "}
        {objectives.length === 1 ? "passa" : "passano"} al successore; se non ne indichi uno,{" "}
        {objectives.length === 1 ? "resta" : "restano"} senza ufficio, e la tua scrivania lo dice.
      </p>
      <WhichOnes things={objectives} addressOf={objectiveAddress} />
    </>
  );
}

/** Things of an office, named one opening away. */
export function WhichOnes({ things, addressOf }: { things: Thing[]; addressOf: (code: string) => string }) {
  return (
    <details>
      <summary>Quali</summary>
      <ul>
        {things.map(({ code, title }) => (
          <li key={code}>
            <a href={addressOf(code)}>{title}</a> <span className="mut sm">{code}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
