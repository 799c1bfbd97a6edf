import { itemGroups } from "./item-groups.ts";
import { GroupName } from "./items-table.tsx";
import { answerWords, ItemName, type ToldItem } from "./item-words.tsx";

/** What an office has answered, and what it need not answer any more. */
export function AnsweredItems({ id, title, items }: { id: string; title: string; items: ToldItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({items.length})
      </h2>
      <ul className="list">
        {itemGroups(items).map((one) => (
          <li key={one.group.address}>
            <GroupName {...one} late={0} />
            <ul>
              {one.items.map((item) => (
                <li key={item.id}>
                  <ItemName item={item.year ? { ...item, title: "" } : item} />
                  <span className="mut sm d">{answerWords(item)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
