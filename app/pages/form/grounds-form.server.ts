import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { maybeDay } from "./form-readers.server.ts";
import { line, paragraph } from "./form-text.server.ts";

/** Why an adopted plan is changed and by which act (R12), as `GroundsFields` draws it. Where it is not asked for, it is empty. */
export const GROUNDS = {
  reason: paragraph(LONGEST_TEXT),
  actOrgan: line(200),
  actNumber: line(100),
  actOn: maybeDay.default(null),
};

export function groundsOf({ reason, actOrgan, actNumber, actOn }: TypedGrounds): TypedGrounds {
  return { reason, actOrgan, actNumber, actOn };
}
