import { newObjectiveAddress, objectivePart } from "#app/objective-addresses.ts";

/** What who is asking may do on an objective (R11). */
export type ObjectiveMay = { mayEdit: boolean; mayKeep: boolean };

type Doing = { address: string; name: string };

/** Where an objective is edited and kept, for who may; nothing for the others. */
export function ObjectiveLinks({ code, may }: { code: string; may: ObjectiveMay }) {
  const links = [...keepingLinks(code, may), ...editingLinks(code, may)];
  if (links.length === 0) return null;
  return (
    <p className="sm noprint doing">
      {links.map(({ address, name }) => (
        <a key={address} href={address}>
          {name}
        </a>
      ))}
    </p>
  );
}

/** What the dirigenti and referenti of its offices do, and the RTD. */
function keepingLinks(code: string, { mayKeep }: ObjectiveMay): Doing[] {
  if (!mayKeep) return [];
  return [
    { address: objectivePart(code, "punti", "nuovo"), name: "Aggiungi un punto" },
    { address: objectivePart(code, "indicatori", "nuovo"), name: "Aggiungi un indicatore" },
    { address: objectivePart(code, "dichiarato"), name: "Dichiara l’avanzamento" },
  ];
}

/** What only the RTD does. */
function editingLinks(code: string, { mayEdit }: ObjectiveMay): Doing[] {
  if (!mayEdit) return [];
  return [
    { address: objectivePart(code, "modifica"), name: "Modifica l’obiettivo" },
    { address: objectivePart(code, "pesi"), name: "Cambia i pesi" },
    { address: objectivePart(code, "validato"), name: "Validazione del Nucleo" },
    { address: newObjectiveAddress(code), name: "Nuovo obiettivo a partire da questo" },
  ];
}
