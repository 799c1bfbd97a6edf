import { z } from "zod";
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
