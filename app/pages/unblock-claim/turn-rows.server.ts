import type { Viewpoint } from "#app/domain/days.ts";
import { withThoseUnder } from "#app/domain/office/offices.ts";
import { mayAnswerTurn, type Person } from "#app/domain/permissions.ts";
import { awaitingAnswer, type TurnAnswer, turnsOn } from "#app/domain/unblock-claim/turn-answers.ts";
import { knownOrganisation } from "#app/pages/office/organisation.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listTurns } from "#db/level/turns.ts";
import { workProcessesOnDay } from "../work-process/smartability.server.ts";
import { toldTurn } from "./told-turns.server.ts";

/** A turn as the list shows it: with the offices of its process, and whether it waits for them. */
export type TurnRow = Awaited<ReturnType<typeof turnRows>>[number];

/** Every turn of a day, the latest first. One of a process that stands no longer waits for nobody. */
function turnRows(at: Viewpoint) {
  return whileUnchanged(
    ["svolte", at.day, at.isOver],
    async () => {
      const turns = turnsOn(await listTurns(db), at);
      const offices = new Map((await workProcessesOnDay(at)).map((process) => [process.id, process.offices]));
      const waiting = new Set(awaitingAnswer(turns, new Set(offices.keys())).map(({ id }) => id));
      return turns.map((turn) => ({
        ...toldTurn(turn),
        offices: offices.get(turn.work_process_id) ?? [],
        isWaiting: waiting.has(turn.id),
      }));
    },
    (rows) => rows.length,
  );
}

/** Whether a person is the one whom a turn waits for. */
export function waitsFor(person: Person, turn: TurnRow): boolean {
  return turn.isWaiting && mayAnswerTurn(person, { offices: turn.offices.map(({ code }) => code) });
}

const NAMES = ["riga", "ufficio", "risposta"] as const;
type Name = (typeof NAMES)[number];

const ANSWERS: Record<string, (turn: TurnRow) => boolean> = {
  attesa: ({ isWaiting }) => isWaiting,
  confermata: answered("confirmed"),
  contestata: answered("contested"),
};

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";
const NOT_A_LINE = "Scrivi il numero di una riga della storia";

/** The turns that an address asks for, what was asked as it stands there, and a sentence for each value that does not exist. */
export async function filteredTurns(request: Request, at: Viewpoint) {
  const query = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<Name, string>>;
  const all = await turnRows(at);
  const { offices } = await knownOrganisation();
  const office = offices.find(({ code }) => code === asked.ufficio)?.code;
  const own = office === undefined ? undefined : withThoseUnder(office, offices);
  const isAnswered = Object.hasOwn(ANSWERS, asked.risposta ?? "") ? ANSWERS[asked.risposta!] : undefined;
  const line = /^\d{1,15}$/.test(asked.riga ?? "") ? Number(asked.riga) : undefined;
  const errors: Partial<Record<Name, string>> = {
    ...(asked.riga !== undefined && line === undefined ? { riga: NOT_A_LINE } : {}),
    ...(asked.ufficio !== undefined && own === undefined ? { ufficio: UNKNOWN } : {}),
    ...(asked.risposta !== undefined && isAnswered === undefined ? { risposta: UNKNOWN } : {}),
  };
  const rows = all.filter(
    (turn) =>
      (line === undefined || turn.caused_by_sequence === line) &&
      (own === undefined || turn.offices.some(({ code }) => own.has(code))) &&
      (isAnswered === undefined || isAnswered(turn)),
  );
  return { rows, total: all.length, asked, errors, offices };
}

function answered(answer: TurnAnswer): (turn: TurnRow) => boolean {
  return (turn) => turn.answer === answer;
}
