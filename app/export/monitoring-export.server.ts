import type { z } from "zod";
import { dayInRome, type Viewpoint } from "#app/domain/days.ts";
import { officeRowsOf } from "#app/pages/monitoring/office-rows.server.ts";
import { readStanding } from "#app/pages/monitoring/read-standing.server.ts";
import { listMonitorings, type MonitoringRow } from "#db/monitoring/monitorings.ts";
import type { Db } from "#db/open.ts";
import type { MONITORING } from "./monitoring-format.ts";

type ExportedMonitoring = z.output<typeof MONITORING>;

/**
 * The rounds closed by the day, the latest first, each as it stood when it was closed; of today also the one that is open, first, as it stands. How far a
 * round had come on a day before it was closed is not told.
 */
export async function monitoringsExport(tx: Db, at: Viewpoint): Promise<ExportedMonitoring[]> {
  const exported = [];
  const isTold = ({ closed_at }: MonitoringRow) =>
    closed_at === null ? !at.isOver : dayInRome(closed_at) <= at.day;
  for (const { id } of (await listMonitorings(tx)).filter(isTold)) {
    const { round, items } = (await readStanding(tx, id, at.day))!;
    exported.push({
      titolo: round.title,
      guardaAl: round.looked_at_on,
      termine: round.due_on,
      apertoIl: round.recorded_at,
      chiusoIl: round.closed_at,
      uffici: officeRowsOf(items).map(({ code, asked, answered, changed, withdrawn }) => ({
        ufficio: code,
        chieste: asked,
        risposte: answered,
        cambiate: changed,
        nonPiuDaConfermare: withdrawn,
      })),
    });
  }
  return exported;
}
