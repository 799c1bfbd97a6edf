import { workProcessesAddress } from "#app/addresses.ts";
import type { BlockerRow } from "#app/domain/level/blocker-figures.ts";
import type { BlockerKind } from "#app/domain/level/blockers.ts";
import type { Day } from "#app/domain/days.ts";
import { BLOCKER_KIND_CODE } from "#app/domain/work-process/process-codes.ts";
import { capitalize, formatNumber } from "#app/format.ts";
import { BLOCKER_KIND_LABEL } from "#app/process-labels.ts";

export type BlockersTableProps = {
  rows: (BlockerRow & { kind: BlockerKind })[];
  total: BlockerRow;
  al: Day | undefined;
};

/** The blockers of each kind: open, reduced and removed. */
export function BlockersTable({ rows, total, al }: BlockersTableProps) {
  const longest = Math.max(1, ...rows.map((row) => row.total));
  return (
    <table className="t blockers">
      <thead>
        <tr>
          <th scope="col">Tipo di blocco</th>
          <th scope="col" className="n">
            Aperti
          </th>
          <th scope="col" className="n">
            Ridotti
          </th>
          <th scope="col" className="n">
            Tolti
          </th>
          <th scope="col" className="n">
            In tutto
          </th>
          <td className="c-bars noprint" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, ...row }) => (
          <tr key={kind}>
            <th scope="row">
              <a href={workProcessesAddress({ blocco: BLOCKER_KIND_CODE[kind], al })}>
                {capitalize(BLOCKER_KIND_LABEL[kind])}
              </a>
            </th>
            <Numbers {...row} />
            <td className="c-bars noprint">
              <Bar {...row} longest={longest} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Tutti</th>
          <Numbers {...total} />
          <td className="c-bars noprint" />
        </tr>
      </tfoot>
    </table>
  );
}

function Numbers({ open, reduced, removed, total }: BlockerRow) {
  return [open, reduced, removed, total].map((number, index) => (
    <td className="n" key={index}>
      {formatNumber(number)}
    </td>
  ));
}

/** What the numbers of a row say, drawn: open in full, reduced, removed with a dashed edge. */
function Bar({ open, reduced, removed, longest }: BlockerRow & { longest: number }) {
  const parts = [
    { number: open, look: "b-open" },
    { number: reduced, look: "b-reduced" },
    { number: removed, look: "b-removed" },
  ];
  const scale = BAR / longest;
  return (
    <svg className="small-bar" width={BAR + 2} height="14" aria-hidden="true">
      {parts.map(({ number, look }, index) => {
        const before = parts.slice(0, index).reduce((sum, part) => sum + part.number, 0);
        return (
          number > 0 && (
            <rect
              key={look}
              className={look}
              x={1 + before * scale}
              y="1"
              width={number * scale}
              height="12"
            />
          )
        );
      })}
    </svg>
  );
}

/** The width of the longest bar, in pixels. */
const BAR = 420;
