import { z } from "zod";
import type { Viewpoint } from "#app/domain/days.ts";
import { officeRowsOf } from "#app/pages/monitoring/office-rows.server.ts";
import { readStanding } from "#app/pages/monitoring/read-standing.server.ts";
import { listMonitorings } from "#db/monitoring/monitorings.ts";
import type { Db } from "#db/open.ts";
import { code, day, moment } from "./values.ts";

const number = z.number().int().min(0);

/** A round of monitoring with the answers of each office; no text of a message, nobody's name. */
export const MONITORING = z.strictObject({
  titolo: z.string(),
  guardaAl: day,
  termine: day,
  apertoIl: moment,
  chiusoIl: moment.nullable(),
  uffici: z.array(
    z.strictObject({
      ufficio: code,
      chieste: number,
      risposte: number,
      cambiate: number,
      nonPiuDaConfermare: number,
    }),
  ),
});

export type ExportedMonitoring = z.output<typeof MONITORING>;

/** Every round, the latest first, each as it stood when it was closed or, while it is open, as it stands. */
export async function monitoringsExport(tx: Db, at: Viewpoint): Promise<ExportedMonitoring[]> {
  const exported = [];
  for (const { id } of await listMonitorings(tx)) {
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
