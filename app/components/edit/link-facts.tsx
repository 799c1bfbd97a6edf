import { planActionAddress } from "#app/addresses.ts";
import { count } from "#app/format.ts";

type Related = { plan: string; code: string };

/** What stays tied to an action whatever is edited of it: its code, its history, the action of another plan that it continues or that continues it. */
export function LinkFacts({
  code,
  links,
}: {
  code: string;
  links: { continues: Related | null; continuedBy: Related[]; lines: number };
}) {
  return (
    <>
      <li>
        Il codice <b>{code}</b> non cambia mai
        {links.lines > 0 && (
          <>: {count(links.lines, "riga di storia resta sua", "righe di storia restano sue")}</>
        )}
        .
      </li>
      {links.continues && (
        <li>
          Continua <RelatedLink {...links.continues} />: lì non cambia nulla.
        </li>
      )}
      {links.continuedBy.map((related) => (
        <li key={related.plan}>
          È continuata da <RelatedLink {...related} />: lì non cambia nulla.
        </li>
      ))}
    </>
  );
}

function RelatedLink({ plan, code }: Related) {
  return (
    <a href={planActionAddress(plan, code)}>
      {code} del piano {plan}
    </a>
  );
}
