import { groupBy } from "#app/domain/grouping.ts";
import { count } from "#app/format.ts";
import { ChangeLink, type Choice } from "./items-table.tsx";
import { ItemName, ItemStands, type ToldItem } from "./item-words.tsx";

/** What is continuative, one line an objective: fifty boxes to tick would be answered by nobody. Each point can still be reported by itself. */
export function ContinuousSteps({ items, choice }: { items: ToldItem[]; choice: Choice | null }) {
  const byObjective = groupBy(items, (item) => item.step!.objective.code);
  return (
    <ul className="list">
      {[...byObjective].map(([code, own]) => (
        <li key={code}>
          <Objective items={own} choice={choice} />
        </li>
      ))}
    </ul>
  );
}

function Objective({ items, choice }: { items: ToldItem[]; choice: Choice | null }) {
  const { objective } = items[0]!.step!;
  const told = items.filter(({ step }) => step!.reports > 0).length;
  const id = `obiettivo-${objective.code}`;
  return (
    <>
      <a href={objective.address}>
        <b>{objective.code}</b> · {objective.title}
      </a>
      <span className="sm d">
        {count(items.length, "attività continuativa", "attività continuative")},{" "}
        {count(told, "con un effettivo", "con almeno un effettivo")}
      </span>
      {choice && (
        <label className="tick" htmlFor={id}>
          <input
            type="checkbox"
            id={id}
            name="chosen"
            value={items.map(({ seen }) => seen).join(",")}
            defaultChecked={items.every((item) => choice.chosen.includes(item.id))}
          />
          Confermo: {items.length === 1 ? "prosegue" : "proseguono tutte"}, nessuna novità
          <span className="sr"> ({objective.code})</span>
        </label>
      )}
      <details className="sm">
        <summary>
          {items.length === 1 ? "Quale" : "Quali"}
          <span className="sr"> di {objective.code}</span>
        </summary>
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <ItemName item={item} /> – <ItemStands item={item} /> <ChangeLink item={item} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
