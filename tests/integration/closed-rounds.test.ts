import { beforeEach, expect, test } from "vitest";
import { closeRound, type Item, officePart, openRound } from "#tests/support/monitoring.ts";
import { ask, lastSequenceOf, planOf, sqlite } from "#tests/support/requests.ts";

const DIRIGENTE = "dirigente-settore-4";

beforeEach(closeRound);

/** An update or a rettifica of 4.10.2 of 2026, as a browser sends it. */
function aForm(varied: Record<string, string>): Record<string, string> {
  return {
    to: "update",
    progress: "50",
    effectiveOn: "2026-10-15",
    reason: "era un altro numero",
    targetYear: "",
    dueOn: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf("4.10.2", 2026)),
    ...varied,
  };
}

const YEAR = `/piani/${planOf(2026)}/azioni/4.10.2/2026`;

async function update(as: string, progress: string): Promise<number> {
  expect((await ask(`${YEAR}/stato`, { as, form: aForm({ progress }) })).status).toBe(302);
  return lastSequenceOf("4.10.2", 2026);
}

async function correct(sequence: number, progress: string): Promise<void> {
  const { status } = await ask(`${YEAR}/rettifica/${sequence}`, { as: "rtd", form: aForm({ progress }) });
  expect(status).toBe(302);
}

async function itemOf(round: string): Promise<Item & { answer: { from: unknown; to: unknown } }> {
  const { items } = await officePart(round, "settore-4");
  return items.find(({ name }) => name === "4.10.2, 2026") as never;
}

test("a rettifica after the closing changes nothing of what a closed round shows", async () => {
  const round = await openRound();
  const line = await update(DIRIGENTE, "61");
  await closeRound();
  const [page, part] = [(await ask(round, { as: "giunta" })).data, await officePart(round, "settore-4")];
  await correct(line, "12");

  expect(await officePart(round, "settore-4")).toEqual(part);
  expect((await ask(round, { as: "giunta" })).data).toEqual(page);
});

test("an office's word is compared with what stood when the round opened, also where that was put right since", async () => {
  const line = await update("rtd", "71");
  const round = await openRound();
  await correct(line, "72");
  await update(DIRIGENTE, "72");

  expect((await itemOf(round)).answer).toMatchObject({
    state: "changed",
    from: { status: "in-progress", progress: 71 },
    to: { status: "in-progress", progress: 72 },
  });
});

test("what is changed from a round leads back to it", async () => {
  const round = await openRound();
  const { items } = await officePart(round, "settore-4", DIRIGENTE);
  const { changeAddress } = items.find(({ name }) => name === "4.10.2, 2026") as Item & {
    changeAddress: string;
  };
  const giro = `giro=${round.split("/").at(-1)}.settore-4`;

  expect(changeAddress).toBe(`${YEAR}/stato?${giro}`);
  const saved = await ask(changeAddress, { as: DIRIGENTE, form: aForm({ progress: "58" }) });
  expect(saved.headers.get("Location")).toMatch(
    new RegExp(`^/piani/2024-2026/azioni/4\\.10\\.2\\?registrata=\\d+&${giro}#anno-2026$`),
  );
});

test("a point that was changed says with which effettivo", async () => {
  const round = await openRound();
  const item = sqlite
    .prepare(
      `select item.id, office.code as office from monitoring_item item join office on office.id = item.office_id
       where item.monitoring_id = ? and item.objective_step_id is not null`,
    )
    .get(round.split("/").at(-1)) as { id: number; office: string };
  const report = sqlite
    .prepare(
      `insert into step_report (objective_step_id, effective_on, text, progress, recorded_at, author_id, author_role, author_office_id,
         after_sequence)
       select objective_step_id, '2026-10-14', 'Relazione inviata.', 60, '2026-10-15T09:00:00.000Z', 'prova', 'dirigente', office_id, 0
       from monitoring_item where id = ? returning id`,
    )
    .get(item.id) as { id: number };
  const answered = (await officePart(round, item.office)).items.find(({ id }) => id === item.id)!;

  expect(answered).toMatchObject({
    answer: { state: "changed", report: report.id },
    step: { answered: { on: "2026-10-14", text: "Relazione inviata.", progress: 60 } },
  });
});

test("the database itself keeps a round as it was opened, and as it was closed", async () => {
  const id = (await openRound()).split("/").at(-1);
  const write = (statement: string) => () => sqlite.prepare(statement).run(id);

  expect(write("update monitoring set due_on = '2027-01-01' where id = ?")).toThrow("stays as it was opened");
  await closeRound();
  expect(write("update monitoring set closing_note = 'altro' where id = ?")).toThrow(
    "stays as it was closed",
  );
  expect(write("update monitoring set closed_at = null where id = ?")).toThrow("stays as it was closed");
  expect(write("delete from monitoring where id = ?")).toThrow("never deleted");
});
