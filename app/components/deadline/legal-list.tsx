import { LEGAL_WORDS } from "#app/deadline-labels.ts";
import { verifiedWords } from "#app/deadline-sentences.ts";
import type { LegalDeadline } from "#app/domain/deadline/legal-deadlines.ts";
import { dayWith, formatDay } from "#app/format.ts";

/** Every deadline of the law that is known here: what it asks, its norm as written and as it is, where it comes from, when it was last verified. */
export function LegalList({ legal }: { legal: readonly LegalDeadline[] }) {
  return (
    <section aria-labelledby="norme">
      <h2 id="norme">Le norme e le loro fonti</h2>
      <p className="sm mut">
        Di queste Rotta sa il giorno, non se sono state rispettate: quando il giorno è passato lo dice, e non
        le conta fra i ritardi. Ciò che vale «dal» un giorno non può essere in ritardo. Nei giorni lavorativi
        non si contano sabati, domeniche e feste nazionali; il santo patrono del Comune qui non è noto.
      </p>
      <table className="t cards legal">
        <caption className="sr">
          Le scadenze di legge: giorno, obbligo, norma, da dove viene e che cosa se ne è letto
        </caption>
        <thead>
          <tr>
            <th scope="col" className="c-day">
              Giorno
            </th>
            <th scope="col">Obbligo</th>
            <th scope="col" className="c-norm">
              Norma
            </th>
            <th scope="col" className="c-source">
              Da dove viene
            </th>
          </tr>
        </thead>
        <tbody>
          {legal.map((one) => (
            <LegalRow key={one.name} {...one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LegalRow({ name, on, form, verified }: LegalDeadline) {
  const { obligation, norm, source, asWritten, note } = LEGAL_WORDS[name];
  return (
    <tr id={`norma-${name}`}>
      <td className="c-day">{whenWords(on, form)}</td>
      <th scope="row">
        {obligation}
        {note && <span className="sm d">{note}</span>}
      </th>
      <td data-l="Norma">
        {norm}
        {asWritten && <span className="mut sm d">nel documento: {asWritten}</span>}
      </td>
      <td data-l="Da dove viene">
        {source}
        <span className="mut sm d">{verifiedWords(verified)}</span>
      </td>
    </tr>
  );
}

function whenWords(on: LegalDeadline["on"], form: LegalDeadline["form"]): string {
  if (typeof on === "string") return form === "from" ? dayWith("dal", on) : formatDay(on);
  const [month, day] = on.monthAndDay.split("-").map(Number);
  return `ogni ${day}/${month}`;
}
