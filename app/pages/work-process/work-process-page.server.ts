import type { Day, Viewpoint } from "#app/domain/days.ts";
import type { ProcessOnDay } from "#app/domain/smartability.ts";
import { explanationOf } from "#app/domain/smartability/explanation.ts";
import { riseOf } from "#app/domain/smartability/rise.ts";
import { unlockFinding } from "#app/domain/smartability/unlock-finding.ts";
import { type UnlockTimeline, unlockTimeline } from "#app/domain/smartability/unlock-timeline.ts";
import type { Known } from "#app/claim-sentences.ts";
import { dayWith } from "#app/format.ts";
import { notFound } from "#app/http.server.ts";
import type { UnlockFigureProps } from "#app/components/work-process/unlock-figure.tsx";
import { db } from "#db/connection.server.ts";
import { findProcessLife } from "#db/work-process/process-details.ts";
import { findWorkProcess, listProcessAreas, listProcessOffices } from "#db/work-process/work-processes.ts";
import { changesOf } from "./level-story.server.ts";
import { levelsOnDay } from "./smartability.server.ts";

/** A process that stands on a day, with its level and what explains it; else a 404 that says why. */
export async function workProcessOr404(code: string | undefined, at: Viewpoint) {
  const process = await findWorkProcess(db, code ?? "", at.day);
  if (!process) throw notFound(await absenceWords(code ?? "", at.day));
  const onDay = (await levelsOnDay(at)).find(({ id }) => id === process.id)!;
  const areas = (await listProcessAreas(db, process.id)).map(({ name }) => name);
  const offices = await listProcessOffices(db, at.day, process.id);
  return { process, onDay, areas, offices: offices.map(({ code, name }) => ({ code, name })) };
}

async function absenceWords(code: string, day: Day): Promise<string> {
  const life = await findProcessLife(db, code);
  if (!life) return "Non c’è un processo con questo codice.";
  return life.held_from_on > day
    ? `Il processo ${code} non c’era ancora: il suo catalogo lo descrive ${dayWith("dal", life.held_from_on)}.`
    : `Il processo ${code} non c’è più: è stato ritirato ${dayWith("il", life.held_until_on ?? day)}.`;
}

/** What the figure of a process draws; null where no claim asks for anything. */
export async function unlockFigure(
  process: ProcessOnDay,
  { actions, at }: Known,
): Promise<UnlockFigureProps | null> {
  const changes = await changesOf(process.id, at);
  const timeline = unlockTimeline(
    process,
    changes.map(({ change }) => change),
    at,
  );
  if (timeline === null) return null;
  const nameOf = (id: number) => actions.get(id)?.code ?? "?";
  const finding = unlockFinding(process, at);
  return {
    timeline: { ...timeline, bars: timeline.bars.map((bar) => ({ ...bar, code: nameOf(bar.planActionId) })) },
    finding:
      "actions" in finding ? { ...finding, codes: [...new Set(finding.actions.map(nameOf))] } : finding,
    condition: conditionOf(process, timeline, at),
  };
}

/** On what the forecast hangs: that claims are confirmed, that what is late is recovered. */
function conditionOf(process: ProcessOnDay, { levels, hangsOn }: UnlockTimeline, at: Viewpoint) {
  const { way } = explanationOf(process, at);
  return {
    ifConfirmed: hangsOn.confirmation,
    ifRecovered: hangsOn.recovery,
    isForecast: levels.at(-1)!.level !== process.level,
    isDone: way !== null && way.pending.length === 0 && riseOf(process, way, at).on !== null,
  };
}
