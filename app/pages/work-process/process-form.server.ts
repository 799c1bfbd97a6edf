import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import { BASES, BLOCKER_KINDS, EXTENTS, REMOVABILITIES, removabilityOf } from "#app/domain/level/blockers.ts";
import type { AskedBlocker } from "#app/domain/work-process/blocker-edits.ts";
import {
  type AskedNewProcess,
  type AskedProcess,
  LONGEST_PROCESS_CODE,
  WRITTEN_BY_HAND,
} from "#app/domain/work-process/process-edits.ts";
import { RISKS } from "#app/domain/work-process/work-processes.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { subkindLabel } from "#app/process-labels.ts";
import type { EditedProcess } from "#db/work-process/edited-process.ts";
import { ticked, tickedValues } from "../edit/plan-action-form.server.ts";
import { day, type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { line, paragraph } from "../form/form-text.server.ts";
import { GROUNDS, groundsOf } from "../form/grounds-form.server.ts";

/** What every form about a process carries: why, by which act, and what two windows are told apart by. */
export type ProcessForm = { grounds: TypedGrounds; seen: string };
export type Read<Asked> = { ok: true; asked: Asked; form: ProcessForm } | { ok: false; errors: FormErrors };

const LONGEST_NAME = 300;
const LONGEST_SUBKIND = 120;

const maybeLine = (longest: number) => line(longest).transform((text) => text || null);
const oneOf = <const Members extends readonly [string, ...string[]]>(members: Members) =>
  z.enum(members, "Scegli dall’elenco");
const maybeOneOf = <const Members extends readonly [string, ...string[]]>(members: Members) =>
  z.union([z.literal("").transform(() => null), z.enum(members)], "Scegli dall’elenco").default(null);

const CARRIED = { ...GROUNDS, seen: z.string().default("") };

const PROCESS = {
  name: line(LONGEST_NAME),
  activity: maybeLine(LONGEST_NAME),
  risk: maybeOneOf(RISKS),
  paper: maybeOneOf(["si", "no"]).transform((paper) => (paper === null ? null : paper === "si")),
};

const SUBKIND = {
  subkind: maybeLine(LONGEST_SUBKIND),
  subkindAsWas: z.string().default(""),
  removability: maybeOneOf(REMOVABILITIES),
};

const ProcessFields = z.object({ ...PROCESS, ...CARRIED });
const NewProcessFields = z.object({
  code: line(LONGEST_PROCESS_CODE).transform((code) => code.toUpperCase()),
  ...PROCESS,
  area: maybeLine(LONGEST_NAME),
  written: z.enum(WRITTEN_BY_HAND, "Scegli com’è il processo oggi"),
  observedOn: day,
  kind: maybeOneOf(BLOCKER_KINDS),
  ...SUBKIND,
  ...CARRIED,
});
const BlockerFields = z.object({
  kind: z.enum(BLOCKER_KINDS, "Scegli che cosa impedisce il lavoro agile"),
  ...SUBKIND,
  extent: z.enum(EXTENTS, "Scegli se il blocco ferma tutta l’attività o una parte"),
  basis: oneOf(BASES),
  note: paragraph(LONGEST_TEXT).transform((text) => text || null),
  ...CARRIED,
});
const GroundsOnly = z.object(CARRIED);

export function readProcess(values: Values): Read<AskedProcess> {
  const form = ProcessFields.safeParse(values);
  return form.success ? readable(form.data, processOf(form.data, values)) : unreadable(form.error);
}

export function readNewProcess(values: Values): Read<AskedNewProcess> {
  const form = NewProcessFields.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { code, area, written, observedOn, kind, removability } = form.data;
  const blocker = { kind, subkind: subkindIn(form.data), removability };
  return readable(form.data, { ...processOf(form.data, values), code, area, written, observedOn, blocker });
}

/** A removability left to the kind is that of the kind (R7). */
export function readBlocker(values: Values): Read<AskedBlocker> {
  const form = BlockerFields.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { kind, extent, basis, note } = form.data;
  const subkind = subkindIn(form.data);
  const removability = form.data.removability ?? removabilityOf(kind);
  return readable(form.data, { kind, subkind, extent, basis, removability, note });
}

/** The subkind as it was where its words were left alone: a code stays that code however it is called by now; else the words typed. */
function subkindIn({
  subkind,
  subkindAsWas,
}: {
  subkind: string | null;
  subkindAsWas: string;
}): string | null {
  return subkind !== null && subkind === subkindLabel(subkindAsWas) ? subkindAsWas : subkind;
}

/** The form of a retirement: nothing but why. */
export function readGrounds(values: Values): Read<null> {
  const form = GroundsOnly.safeParse(values);
  return form.success ? readable(form.data, null) : unreadable(form.error);
}

/** The fields of a form before anyone types: what `read…` would read back. */
export function processValues({
  name,
  activity,
  risk,
  onPaper,
  offices,
}: EditedProcess): Record<string, string> {
  return {
    name,
    activity: activity ?? "",
    risk: risk ?? "",
    paper: onPaper === null ? "" : onPaper ? "si" : "no",
    ...tickedValues(
      "office",
      offices.map(({ code }) => code),
    ),
  };
}

export function blockerValues({
  kind,
  subkind,
  extent,
  basis,
  removability,
  note,
}: AskedBlocker): Record<string, string> {
  const said = { subkind: subkindLabel(subkind) ?? "", subkindAsWas: subkind ?? "" };
  return { kind, ...said, extent, basis, removability, note: note ?? "" };
}

function processOf(
  {
    name,
    activity,
    risk,
    paper,
  }: Pick<z.output<typeof ProcessFields>, "name" | "activity" | "risk" | "paper">,
  values: Values,
): AskedProcess {
  return { name, activity, risk, onPaper: paper, offices: ticked(values, "office") };
}

function readable<Asked>({ seen, ...grounds }: z.output<typeof GroundsOnly>, asked: Asked): Read<Asked> {
  return { ok: true, asked, form: { seen, grounds: groundsOf(grounds) } };
}
