import type { Viewpoint } from "#app/domain/days.ts";
import { type LevelRow, suppositionRow } from "#app/domain/smartability/level-rows.ts";
import { readSupposed, type Rise, risesIf } from "#app/domain/smartability/supposition.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { rankingOnDay } from "./ranking.server.ts";
import { levelsOnDay, workProcessesOnDay } from "../work-process/smartability.server.ts";

/** How many processes a list shows on the screen before it is asked for whole. */
const SHOWN = 12;

/** What an address supposes (R8, `?completate=2021-2023/4.6.3`); `isWhole`: its lists are asked for whole. */
export async function readSupposition(request: Request, at: Viewpoint) {
  const query = new URL(request.url).searchParams;
  const { awaited } = await rankingOnDay(at);
  return {
    ...readSupposed(query.getAll("completate"), awaited),
    isWhole: query.get("elenco") === "intero",
  };
}

/** What would follow if some actions were completed; null where none is supposed to be. */
export async function suppositionOnDay(at: Viewpoint, ids: readonly number[], isWhole: boolean) {
  if (ids.length === 0) return null;
  return whileUnchanged(["supposizione", at.day, at.isOver, isWhole, ...ids], async () => {
    const processes = await levelsOnDay(at);
    const { confirmed, proposed, again, anyway } = risesIf(processes, ids);
    const named = new Map((await workProcessesOnDay(at)).map((process) => [process.id, process]));
    const told = (rise: Rise) => {
      const { code, title } = named.get(rise.id)!;
      return { ...rise, code, title };
    };
    const listed = (rises: Rise[]) => {
      const number = isWhole ? rises.length : SHOWN;
      return {
        count: rises.length,
        shown: rises.slice(0, number).map(told),
        others: rises.slice(number).map(told),
      };
    };
    return {
      rows: [
        suppositionRow(processes, ids, { withProposed: false }),
        suppositionRow(processes, ids, { withProposed: true }),
      ],
      confirmed: listed(confirmed),
      proposed: listed(proposed),
      again,
      anyway,
    };
  });
}

/** The rows of a day with those of a supposition, before the most that can be attained. */
export function withSupposed(
  rows: readonly LevelRow[],
  supposition: { rows: LevelRow[] } | null,
): LevelRow[] {
  return [...rows.slice(0, -1), ...(supposition?.rows ?? []), ...rows.slice(-1)];
}
