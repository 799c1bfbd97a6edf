import { answerWords, ItemName, type ToldItem } from "./item-words.tsx";

/** What the offices changed in a round, from what to what. */
export function ChangesList({ items }: { items: (ToldItem & { officeName: string })[] }) {
  return (
    <ul className="list">
      {items.map((item) => (
        <li key={item.id}>
          <ItemName item={item} />
          <span className="sm d">
            {item.officeName}: {answerWords(item)}
          </span>
        </li>
      ))}
    </ul>
  );
}
