import { z } from "zod";
import { today } from "#app/clock.server.ts";
import type { Day } from "#app/domain/days.ts";
import { type AskedItem, askedItems, spokenKey } from "#app/domain/monitoring/asked-items.ts";
import {
  decideOpening,
  type OpeningRefusal,
  type TypedOpening,
  usualDay,
  usualTerm,
} from "#app/domain/monitoring/openings.ts";
import { isActive } from "#app/domain/office/offices.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { formatDay, formatNumber } from "#app/format.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listLatestParts } from "#db/monitoring/monitoring-items.ts";
import { findOpenMonitoring, insertMonitoring, type MonitoringRow } from "#db/monitoring/monitorings.ts";
import { listOffices } from "#db/office/offices.ts";
import { type Db, inReadTransaction, inWriteTransaction } from "#db/open.ts";
import type { User } from "#db/users.ts";
import { day, type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";
import { workStanding } from "./work-standing.server.ts";

const LONGEST_TITLE = 120;

const OpeningForm = z.object({
  title: line(LONGEST_TITLE),
  lookedAtOn: day,
  dueOn: day,
  note: paragraph(LONGEST_TEXT),
});

const REFUSAL: Record<OpeningRefusal, string> = {
  "title-required": "Scrivi il titolo del giro, come «Monitoraggio al 30/06/2026»",
  "looked-at-too-far": "Il giorno è a più di un anno da oggi: controlla l’anno che hai scritto",
  "due-in-the-past": "Il termine è già passato: scrivi oggi o un giorno successivo",
  "due-too-far": "Il termine è a più di un anno da oggi: controlla l’anno che hai scritto",
  "due-before-the-day":
    "Il termine viene prima del giorno a cui il giro guarda: scrivi quello o uno successivo",
  "note-too-long": `La nota è troppo lunga: al massimo ${formatNumber(LONGEST_TEXT)} caratteri`,
};

export type ReadOpening = { ok: true; opening: TypedOpening } | { ok: false; errors: FormErrors };

/** Reads the form of a round and decides on it. */
export function readOpening(values: Values): ReadOpening {
  const form = OpeningForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const decision = decideOpening(form.data, today());
  if (decision.ok) return decision;
  const errors = decision.refusals.map(({ field, reason }) => [field, [REFUSAL[reason]]]);
  return { ok: false, errors: Object.fromEntries(errors) };
}

/** The form before anyone types. */
export function usualOpening(): Record<keyof TypedOpening, string> {
  const lookedAtOn = usualDay(today());
  const dueOn = usualTerm(today(), lookedAtOn);
  return { title: `Monitoraggio al ${formatDay(lookedAtOn)}`, lookedAtOn, dueOn, note: "" };
}

/** How many annualità and steps a round that looks at a day would ask each office about, if it opened now. */
export function previewOf(lookedAtOn: Day) {
  return inReadTransaction(db, async (tx) => {
    const { items, offices } = await itemsToAsk(tx, lookedAtOn);
    return offices.map(({ code, name }) => {
      const own = items.filter((item) => item.office === code);
      const years = own.filter((item) => item.actionYearId !== null).length;
      return { code, name, years, steps: own.length - years };
    });
  });
}

export type OpeningOutcome =
  | { ok: true; id: number }
  | { ok: false; reason: "already-open"; open: MonitoringRow }
  | { ok: false; reason: "nothing-to-ask" };

/** Opens a round with what each office is to answer, as it stands in that very moment. The same form sent twice opens one. */
export function openMonitoring(user: User, opening: TypedOpening): Promise<OpeningOutcome> {
  return inWriteTransaction(db, async (tx): Promise<OpeningOutcome> => {
    const open = await findOpenMonitoring(tx);
    if (open)
      return isSame(open, user, opening)
        ? { ok: true, id: open.id }
        : { ok: false, reason: "already-open", open };
    const { items } = await itemsToAsk(tx, opening.lookedAtOn);
    if (items.length === 0) return { ok: false, reason: "nothing-to-ask" };
    return { ok: true, id: await insertMonitoring(tx, { opening, items, by: authorOf(user) }) };
  });
}

async function itemsToAsk(tx: Db, lookedAtOn: Day): Promise<{ items: AskedItem[]; offices: ActiveOffice[] }> {
  const { placed, objectives } = await workStanding(tx, today());
  const offices = (await listOffices(tx)).filter((office) => isActive(office, today()));
  const parts = await listLatestParts(tx, Number.MAX_SAFE_INTEGER);
  const spoken = new Map(parts.map((part) => [spokenKey(part.action_year_id, part.office), part.status]));
  const active = offices.map(({ code }) => code);
  const items = askedItems({ placed, objectives, spoken, active }, { lookedAtOn, today: today() });
  return { items, offices };
}

type ActiveOffice = Awaited<ReturnType<typeof listOffices>>[number];

function isSame(open: MonitoringRow, user: User, opening: TypedOpening): boolean {
  return (
    open.author_id === user.id &&
    open.title === opening.title &&
    open.looked_at_on === opening.lookedAtOn &&
    open.due_on === opening.dueOn &&
    (open.note ?? "") === opening.note
  );
}
