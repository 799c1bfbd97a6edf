import type { ReactNode } from "react";
import { count } from "#app/format.ts";
import { type ItemGroup, itemGroups } from "./item-groups.ts";
import { ItemName, ItemStands, type ToldItem } from "./item-words.tsx";

export type Choice = {
  /** Which items were ticked when the form was refused. */
  chosen: readonly number[];
};

/**
 * Items that wait for a word, one a row: what each is of, how it stands, and where it is changed. With a `choice` each can be ticked, unless its
 * office has never said anything of it.
 */
export function ItemsTable({
  caption,
  items,
  choice,
}: {
  caption: ReactNode;
  items: ToldItem[];
  choice: Choice | null;
}) {
  return (
    <table className="t cards monitoring">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className="c-pick">
              Nessuna novità
            </th>
          )}
          <th scope="col">Che cosa</th>
          <th scope="col" className="c-stands">
            Come risulta
          </th>
          {choice && (
            <th scope="col" className="c-change">
              C’è una novità
            </th>
          )}
        </tr>
      </thead>
      {itemGroups(items).map((one) => (
        <tbody key={one.group.address}>
          <tr className="group">
            <th scope="rowgroup" colSpan={choice ? 4 : 2}>
              <GroupName {...one} />
            </th>
          </tr>
          {one.items.map((item) => (
            <ItemRow key={item.id} item={item} choice={choice} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** "4.3.6 · Title – 3 voci, 1 in ritardo". */
export function GroupName({ group, items, late }: ItemGroup<unknown>) {
  return (
    <>
      <a href={group.address}>
        <b>{group.name}</b>
        {group.title && ` · ${group.title}`}
      </a>{" "}
      <span className="mut sm">
        – {count(items.length, "voce", "voci")}
        {late > 0 && `, ${late} in ritardo`}
      </span>
    </>
  );
}

function ItemRow({ item, choice }: { item: ToldItem; choice: Choice | null }) {
  return (
    <tr>
      {choice && (
        <td data-l="Nessuna novità">
          <Tick item={item} choice={choice} />
        </td>
      )}
      <th scope="row">
        <ItemName item={item.year ? { ...item, title: "" } : item} />
        {item.step?.planned && <span className="mut sm d">programmato: {item.step.planned}</span>}
      </th>
      <td data-l="Come risulta">
        <ItemStands item={item} />
      </td>
      {choice && (
        <td data-l="C’è una novità">
          <ChangeLink item={item} />
        </td>
      )}
    </tr>
  );
}

function Tick({ item, choice: { chosen } }: { item: ToldItem; choice: Choice }) {
  if (!item.isConfirmable) return <span className="mut sm">prima va comunicata</span>;
  const id = `voce-${item.id}`;
  return (
    <label className="tick" htmlFor={id}>
      <input
        type="checkbox"
        id={id}
        name="chosen"
        value={item.seen}
        defaultChecked={chosen.includes(item.id)}
      />
      Confermo<span className="sr"> {item.name}</span>
    </label>
  );
}

/** Whoever follows it comes back to the round. */
export function ChangeLink({ item: { changeAddress, answer, name } }: { item: ToldItem }) {
  if (changeAddress === null) return null;
  const words = { status: "Aggiorna", contribution: "Contributo", step: "Effettivo" };
  return (
    <a href={changeAddress}>
      {answer.way && words[answer.way]}
      <span className="sr"> {name}</span>
    </a>
  );
}
