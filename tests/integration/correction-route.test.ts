import { beforeAll, describe, expect, test } from "vitest";
import { REFUSAL_LABEL } from "#app/labels.ts";
import { ask, countLines, lastSequenceOf, planOf, sqlite } from "#tests/support/requests.ts";

const address = (code: string, year: number, sequence: number) =>
  `/piani/${planOf(year)}/azioni/${code}/${year}/rettifica/${sequence}`;

/** The form of a rettifica as a browser sends it, built from the last line of the annualità. */
function aForm(code: string, year: number, varied: Record<string, string> = {}): Record<string, string> {
  return {
    to: "update",
    progress: "50",
    effectiveOn: "2026-10-14",
    reason: "era un altro numero",
    targetYear: "",
    dueOn: "",
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
    sequence: String(lastSequenceOf(code, year)),
    ...varied,
  };
}

async function correct(code: string, year: number, wrong: number, varied: Record<string, string> = {}) {
  return ask(address(code, year, wrong), { as: "rtd", form: aForm(code, year, varied) });
}

/** Records a step of the RTD and returns its sequence. */
async function record(code: string, year: number, varied: Record<string, string>) {
  const form = aForm(code, year, varied);
  const answer = await ask(`/piani/${planOf(year)}/azioni/${code}/${year}/stato`, { as: "rtd", form });
  expect(answer.status).toBe(302);
  return lastSequenceOf(code, year);
}

type Refused = { errors: Record<string, string[]>; typed: Record<string, string> };

test("the RTD puts the last line right, and is back at the action, at the new line", async () => {
  const wrong = await record("4.4.5", 2025, { to: "update", progress: "75", effectiveOn: "2026-10-13" });
  const lines = countLines();
  const answer = await correct("4.4.5", 2025, wrong, { progress: "72", effectiveOn: "2026-10-12" });

  const sequence = lastSequenceOf("4.4.5", 2025);
  expect(answer.headers.get("Location")).toBe(
    `/piani/2024-2026/azioni/4.4.5?registrata=${sequence}#riga-${sequence}`,
  );
  expect(countLines()).toBe(lines + 1);
  expect(
    sqlite
      .prepare("select place, replaces_sequence, progress from status_line where sequence = ?")
      .get(sequence),
  ).toEqual({ place: wrong, replaces_sequence: wrong, progress: 72 });
});

test.each([
  ["without a reason", { reason: "" }, "reason", REFUSAL_LABEL["reason-required"]],
  ["on a day in the future", { effectiveOn: "2026-10-16" }, "effectiveOn", REFUSAL_LABEL["in-the-future"]],
  [
    "on a day before the line before it",
    { effectiveOn: "2021-05-04" },
    "effectiveOn",
    REFUSAL_LABEL["before-the-last-line"],
  ],
])("a rettifica %s is refused, and nothing is written", async (_what, typed, field, says) => {
  const lines = countLines();
  const answer = await correct("4.9.1", 2025, lastSequenceOf("4.9.1", 2025), typed);

  expect(answer.status).toBe(422);
  expect((answer.data as Refused).errors).toEqual({ [field]: [says] });
  expect((answer.data as Refused).typed).toMatchObject(typed);
  expect(countLines()).toBe(lines);
});

test("the address of a line that was put right shows the rettifica that stands in its place", async () => {
  const wrong = await record("4.9.1", 2025, { to: "update", progress: "75" });
  await correct("4.9.1", 2025, wrong, { progress: "72", effectiveOn: "2026-10-15" });

  const page = await ask(address("4.9.1", 2025, wrong), { as: "rtd" });
  expect(page).toMatchObject({ status: 200, data: { wrong: { progress: 72, replaces_sequence: wrong } } });
});

test("a line of another annualità, or none, is not found", async () => {
  const other = lastSequenceOf("4.3.6", 2024);

  for (const sequence of [other, 99999])
    expect(await correct("4.3.6", 2025, sequence)).toMatchObject({ status: 404, thrown: true });
});

test("who was behind is told so, with what they typed, and nothing is written", async () => {
  const wrong = await record("4.3.6", 2025, { to: "update", progress: "86" });
  const form = aForm("4.3.6", 2025, { effectiveOn: "2026-10-15", reason: "era 84" });
  await record("4.3.6", 2025, { to: "update", progress: "90", effectiveOn: "2026-10-15" });
  const lines = countLines();
  const answer = await ask(address("4.3.6", 2025, wrong), { as: "rtd", form });

  expect(answer.status).toBe(409);
  expect(answer.data).toMatchObject({ isConflict: true, typed: form });
  expect(countLines()).toBe(lines);
});

describe("the same line put right twice", () => {
  test("by a double click is put right once, and the second answer is the first", async () => {
    const wrong = await record("4.6.3", 2022, { to: "update", progress: "82", effectiveOn: "2026-09-20" });
    const form = aForm("4.6.3", 2022, { progress: "81", effectiveOn: "2026-09-20" });
    const first = await ask(address("4.6.3", 2022, wrong), { as: "rtd", form });
    const lines = countLines();
    const second = await ask(address("4.6.3", 2022, wrong), { as: "rtd", form });

    expect(first.status).toBe(302);
    expect(countLines()).toBe(lines);
    expect([second.status, second.headers.get("Location")]).toEqual([302, first.headers.get("Location")]);
  });

  test("from two windows: the second person is told, and loses nothing that they typed", async () => {
    const wrong = await record("4.10.3", 2025, { to: "in-progress", progress: "40" });
    const form = aForm("4.10.3", 2025, { effectiveOn: "2026-10-15", reason: "erano 45, dice il fornitore" });
    await correct("4.10.3", 2025, wrong, { progress: "44", effectiveOn: "2026-10-15" });
    const second = await ask(address("4.10.3", 2025, wrong), { as: "rtd", form });

    expect(second.status).toBe(409);
    expect(second.data).toMatchObject({ typed: form });
  });
});

describe("4.6.3 of 2023 postponed to 2022, reopened, and 2022 then postponed to 2023", () => {
  let reopening: number;
  beforeAll(async () => {
    const move = { to: "rescheduled", reason: "slitta" };
    await record("4.6.3", 2023, { ...move, targetYear: "2022", effectiveOn: "2026-09-25" });
    reopening = await record("4.6.3", 2023, { to: "in-progress", effectiveOn: "2026-09-28" });
    await record("4.6.3", 2022, { ...move, targetYear: "2023", effectiveOn: "2026-10-05" });
  });

  test("the reopening cannot be put right as if it had never been: both would point to each other", async () => {
    const lines = countLines();
    const answer = await correct("4.6.3", 2023, reopening, { to: "update", effectiveOn: "2026-09-28" });

    expect(answer.status).toBe(422);
    expect(countLines()).toBe(lines);
  });

  test("the reopening cannot be put right to a day after that: until then both would point to each other", async () => {
    const lines = countLines();
    const right = { to: "in-progress", effectiveOn: "2026-10-10" };
    const answer = await correct("4.6.3", 2023, reopening, right);

    expect(answer.status).toBe(422);
    expect(countLines()).toBe(lines);
  });
});
