import type { Situation } from "#app/domain/status/situations.ts";
import { reviewPart } from "#app/review-addresses.ts";

type Area = {
  code: string;
  title: string;
  comment: string;
  total: number;
  counts: Record<Situation, number>;
};

/** What the RTD writes of the whole plan and of each area, beside the figures of the area. */
export function AreaComments({
  id,
  comment,
  areas,
  mayWrite,
}: {
  id: number;
  comment: string;
  areas: Area[];
  mayWrite: boolean;
}) {
  const shown = mayWrite ? areas : areas.filter((area) => area.comment !== "");
  if (!mayWrite && comment === "" && shown.length === 0)
    return <p className="sent">Il RTD non ha scritto commenti.</p>;
  return (
    <ul className="list comments">
      {(mayWrite || comment !== "") && (
        <Comment id={id} area="generale" name="Sul piano intero" text={comment} mayWrite={mayWrite} />
      )}
      {shown.map(({ code, title, comment, total, counts }) => (
        <Comment
          key={code}
          id={id}
          area={code}
          name={`${code} ${title}`}
          figures={`completate ${counts["completed-proven"] + counts["completed-declared"]} su ${total}, in ritardo ${counts.late}`}
          text={comment}
          mayWrite={mayWrite}
        />
      ))}
    </ul>
  );
}

function Comment({
  id,
  area,
  name,
  figures,
  text,
  mayWrite,
}: {
  id: number;
  area: string;
  name: string;
  figures?: string;
  text: string;
  mayWrite: boolean;
}) {
  return (
    <li>
      <b>{name}</b>
      {figures && <span className="mut sm"> · {figures}</span>}
      {mayWrite && (
        <span className="noprint">
          {" · "}
          <a href={reviewPart(id, "commenti", area)}>
            {text === "" ? "scrivi" : "cambia"}
            <span className="sr"> il commento: {name}</span>
          </a>
        </span>
      )}
      {text !== "" && <p className="as-typed">{text}</p>}
    </li>
  );
}
