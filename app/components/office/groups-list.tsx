import { groupAddress, officeAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";

type Group = {
  code: string;
  name: string;
  source: string;
  members: { code: string; name: string }[];
};

/** The groups of responsibles with the offices that are in them today. */
export function GroupsList({
  groups,
  al,
  mayEdit,
}: {
  groups: Group[];
  al: Day | undefined;
  mayEdit: boolean;
}) {
  return (
    <ul className="list">
      {groups.map(({ code, name, source, members }) => (
        <li key={code} id={code}>
          <b>{name}</b> <span className="mut sm">{code}</span>
          <span className="d">
            {members.map((member, index) => (
              <span key={member.code}>
                {index > 0 && ", "}
                <a href={officeAddress(member.code, al)}>{member.name}</a>
              </span>
            ))}
          </span>
          <span className="mut sm d">{source}</span>
          {mayEdit && (
            <span className="sm d noprint">
              <a href={groupAddress(code)}>
                Modifica<span className="sr"> {name}</span>
              </a>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
