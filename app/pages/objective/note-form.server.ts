import { z } from "zod";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import { recordNote } from "#db/objective/objective-notes.ts";
import type { User } from "#db/users.ts";
import { guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { keepingOf } from "./kept-objective.server.ts";
import { type ReportOutcome, toldOutcome } from "./step-report-form.server.ts";

const NoteForm = z.object({
  noteText: paragraph(LONGEST_TEXT).refine((text) => text !== "", "Scrivi la nota"),
  seen: guard,
});

/** Reads and records a note of an objective. */
export async function writeNote(objective: ObjectiveOnDay, user: User, sent: Values): Promise<ReportOutcome> {
  const form = NoteForm.safeParse(sent);
  if (!form.success) return { ...unreadable(form.error), isConflict: false };
  const { noteText, seen } = form.data;
  const outcome = await recordNote(db, noteText, { keeping: keepingOf(objective, user), last: seen });
  return toldOutcome(outcome, objective, sent);
}
