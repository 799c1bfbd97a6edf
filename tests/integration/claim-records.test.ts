import { beforeEach, describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { smartabilityAt } from "#app/domain/smartability.ts";
import type { ClaimDecision } from "#app/domain/unblock-claim/claim-decisions.ts";
import type { Proposal } from "#app/domain/unblock-claim/claim-proposals.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import type { Author } from "#db/chain.ts";
import type { Db } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { recordProposal } from "#db/unblock-claim/claim-proposals.ts";
import { findLastClaimVersion, recordDecision } from "#db/unblock-claim/claim-records.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { recordAnswer } from "#db/unblock-claim/turn-answers.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aNewLine, insertPlan } from "#tests/support/examples.ts";
import { insertWorkProcess } from "#tests/support/work-processes.ts";

let db: Db;

beforeEach(async () => {
  ({ db } = await emptyDatabase());
  await insertPlan(db);
  await insertWorkProcess(db);
});

const RTD: Author = { id: "4f7c", role: "rtd", officeId: null, at: "2023-09-01T08:00:00.000Z" };
const DIRIGENTE: Author = { id: "9a0b", role: "dirigente", officeId: 4, at: "2023-09-01T08:00:00.000Z" };

function on(by: Author, day: string): Author {
  return { ...by, at: `${day}T08:00:00.000Z` };
}

function aProposal(varied: Partial<Proposal> = {}): Proposal {
  return {
    actions: [{ planActionId: 436, yearIds: [] }],
    effect: "full",
    confidence: "high",
    rationale: "gli atti si leggono online",
    ...varied,
  };
}

async function propose(proposal = aProposal(), expected = { version: 1, lastClaim: 0 }, by = RTD) {
  return recordProposal(db, { blockerId: 1, proposal, source: "prova", by }, expected);
}

const DECIDED = {
  confirm: { state: "confirmed", effect: "full" },
  reduce: { state: "confirmed", effect: "partial" },
  reject: { state: "rejected", effect: "full" },
} as const;

async function decide(decision: ClaimDecision, reason: string, by = RTD, expected?: number) {
  const last = await findLastClaimVersion(db, 1);
  return recordDecision(
    db,
    { claimId: 1, decided: DECIDED[decision], reason, by },
    { version: expected ?? last.id, blocker: 1 },
  );
}

async function complete(effectiveOn = "2023-06-30", years = [2021, 2022, 2023]) {
  for (const year of years)
    await recordLine(db, aNewLine(year, { to: "completed", progress: 100, effectiveOn }), {
      sequence: 0,
      targetSequence: 0,
    });
}

async function levelOn(day: string, isOver = true) {
  const at = isOver ? asOf(day) : asOfNow(day);
  const [process] = smartabilityAt(await listMapFacts(db), workAt(await listWorkFacts(db, [436]), at));
  return process!.level;
}

async function historyOf(claim: number) {
  const rows = await db
    .selectFrom("unblock_claim_version as version")
    .innerJoin("edit", "edit.id", "version.opened_by_edit_id")
    .select(["state", "effect", "held_from_on", "held_until_on", "author_role", "reason"])
    .where("unblock_claim_id", "=", claim)
    .orderBy("version.id")
    .execute();
  return rows.map((row) => Object.values(row).join(" | "));
}

async function written() {
  return {
    claims: await db.selectFrom("unblock_claim").select("id").execute(),
    versions: await db.selectFrom("unblock_claim_version").selectAll().execute(),
    turns: (await listTurns(db)).length,
    edits: await db.selectFrom("edit").select("id").execute(),
  };
}

describe("a proposal", () => {
  test("is kept with who makes it and why, and acts on no level", async () => {
    await complete();

    expect(await propose()).toMatchObject({ recorded: true, claim: 1 });
    expect(await historyOf(1)).toEqual([
      "proposed | full | 2023-09-01 |  | rtd | gli atti si leggono online",
    ]);
    expect(await levelOn("2023-09-01", false)).toBe("no");
    expect(await listTurns(db)).toEqual([]);
  });

  test("may be narrowed to some annualità", async () => {
    await propose(aProposal({ actions: [{ planActionId: 436, yearIds: [2022] }] }));

    expect(await db.selectFrom("unblock_claim_year").selectAll().execute()).toEqual([
      { unblock_claim_id: 1, action_year_id: 2022 },
    ]);
  });

  test("sent twice by the same hand is one", async () => {
    await propose();
    const before = await written();

    expect(await propose()).toMatchObject({ recorded: true, claim: 1 });
    expect(await written()).toEqual(before);
  });

  test.each([
    ["by another hand", aProposal(), DIRIGENTE],
    ["that says something else", aProposal({ effect: "partial" }), RTD],
    ["on other annualità", aProposal({ actions: [{ planActionId: 436, yearIds: [2022] }] }), RTD],
  ])("%s, when another came meanwhile, is not written", async (_, proposal, by) => {
    await propose();
    const before = await written();

    expect(await propose(proposal, { version: 1, lastClaim: 0 }, by)).toEqual({ recorded: false });
    expect(await written()).toEqual(before);
  });

  test("on a blocker that was described anew meanwhile is not written", async () => {
    const before = await written();

    expect(await propose(aProposal(), { version: 7, lastClaim: 0 })).toEqual({ recorded: false });
    expect(await written()).toEqual(before);
  });
});

/** What another window does to the blocker meanwhile. */
const ON_THE_BLOCKER = [
  ["was retired", () => replaceBlocker(undefined)],
  ["was found to be structural", () => replaceBlocker("structural")],
] as const;

async function replaceBlocker(removability: "structural" | undefined) {
  const { id, ...standing } = await db.selectFrom("blocker_version").selectAll().executeTakeFirstOrThrow();
  await db
    .updateTable("blocker_version")
    .set({ held_until_on: "2023-09-01", closed_by_edit_id: 1 })
    .where("id", "=", id)
    .execute();
  if (removability)
    await db
      .insertInto("blocker_version")
      .values({ ...standing, removability })
      .execute();
}

describe("on a blocker that meanwhile", () => {
  test.each(ON_THE_BLOCKER)("%s nothing is proposed", async (_, meanwhile) => {
    await meanwhile();
    const before = await written();

    expect(await propose()).toEqual({ recorded: false });
    expect(await written()).toEqual(before);
  });

  test.each(ON_THE_BLOCKER)("%s nothing is decided", async (_, meanwhile) => {
    await propose();
    await meanwhile();
    const before = await written();

    expect(await decide("confirm", "")).toEqual({ recorded: false });
    expect(await written()).toEqual(before);
  });
});

describe("a decision", () => {
  test("alters the level of today and leaves the days before as they were, with the turn and its claim in the log", async () => {
    await complete();
    await propose();
    await decide("confirm", "verificato con l’ufficio", on(RTD, "2023-09-20"));

    expect(await levelOn("2023-09-20", false)).toBe("yes");
    expect(await levelOn("2023-09-19")).toBe("no");
    expect(await listTurns(db)).toMatchObject([
      {
        from_level: "no",
        to_level: "yes",
        effective_on: "2023-09-20",
        edit_reason: "verificato con l’ufficio",
        author_role: "rtd",
      },
    ]);
    expect(await db.selectFrom("turn_claim").selectAll().execute()).toEqual([
      { turn_id: 1, unblock_claim_id: 1 },
    ]);
  });

  test("leaves every one before it in the history, also two of the same day", async () => {
    await complete();
    await propose();
    await decide("confirm", "", on(RTD, "2023-09-20"));
    await decide("reduce", "resta la posta cartacea", on(RTD, "2023-09-20"));
    await decide("reject", "non è vero", on(RTD, "2023-09-21"));

    expect(await historyOf(1)).toEqual([
      "proposed | full | 2023-09-01 | 2023-09-20 | rtd | gli atti si leggono online",
      "confirmed | full | 2023-09-20 | 2023-09-20 | rtd | ",
      "confirmed | partial | 2023-09-20 | 2023-09-21 | rtd | resta la posta cartacea",
      "rejected | full | 2023-09-21 |  | rtd | non è vero",
    ]);
    expect(await levelOn("2023-09-20")).toBe("in-part");
    expect(await levelOn("2023-09-21", false)).toBe("no");
    expect((await listTurns(db)).map(({ from_level, to_level }) => `${from_level} ${to_level}`)).toEqual([
      "in-part no",
      "yes in-part",
      "no yes",
    ]);
  });

  test("turns nothing while the work is not done", async () => {
    await complete("2023-06-30", [2021, 2022]);
    await propose();
    await decide("confirm", "");

    expect(await levelOn("2023-09-01", false)).toBe("no");
    expect(await listTurns(db)).toEqual([]);
  });

  test("sent twice by the same hand is one", async () => {
    await complete();
    await propose();
    const { id } = await findLastClaimVersion(db, 1);
    const first = await decide("confirm", "", RTD, id);
    const before = await written();

    expect(await decide("confirm", "", RTD, id)).toEqual(first);
    expect(await written()).toEqual(before);
  });

  test("made from what stands no longer is not written", async () => {
    await complete();
    await propose();
    const { id } = await findLastClaimVersion(db, 1);
    await decide("confirm", "", RTD, id);
    const before = await written();

    expect(await decide("reject", "non è vero", RTD, id)).toEqual({ recorded: false });
    expect(await decide("confirm", "", on(DIRIGENTE, "2023-09-02"), id)).toEqual({ recorded: false });
    expect(await written()).toEqual(before);
  });
});

describe("an answer to a turn", () => {
  const contest = { turnId: 1, answer: "contested", suspended: [1], reason: "non è così" } as const;

  beforeEach(async () => {
    await complete();
    await propose();
    await decide("confirm", "", on(RTD, "2023-09-20"));
  });

  test("that confirms it is kept, and alters nothing", async () => {
    const answer = { turnId: 1, answer: "confirmed", suspended: [], reason: "" } as const;
    const outcome = await recordAnswer(db, { ...answer, by: on(DIRIGENTE, "2023-09-22") }, 1);

    expect(outcome.recorded).toBe(true);
    expect(await listTurns(db)).toMatchObject([
      { answer: "confirmed", answered_by_role: "dirigente", answered_by_office: "Settore 4" },
    ]);
    expect(await levelOn("2023-09-22", false)).toBe("yes");
  });

  test("that contests it suspends the claim from that day, and the level goes back in the log too", async () => {
    await recordAnswer(db, { ...contest, by: on(DIRIGENTE, "2023-09-22") }, 1);

    expect(await levelOn("2023-09-22", false)).toBe("no");
    expect(await levelOn("2023-09-21")).toBe("yes");
    expect((await historyOf(1)).at(-1)).toBe("contested | full | 2023-09-22 |  | dirigente | non è così");
    expect(await listTurns(db)).toMatchObject([
      { id: 2, from_level: "yes", to_level: "no", effective_on: "2023-09-22", author_role: "dirigente" },
      { id: 1, answer: "contested", answer_reason: "non è così" },
    ]);
  });

  test("that is a contest is answered by the RTD: confirmed again, it turns again", async () => {
    await recordAnswer(db, { ...contest, by: on(DIRIGENTE, "2023-09-22") }, 1);
    await decide("confirm", "visto insieme", on(RTD, "2023-09-25"));

    expect(await levelOn("2023-09-24")).toBe("no");
    expect(await levelOn("2023-09-25", false)).toBe("yes");
    expect(await listTurns(db)).toMatchObject([{ id: 3, to_level: "yes", answer: null }, {}, {}]);
  });

  test("sent twice by the same hand is one", async () => {
    const by = on(DIRIGENTE, "2023-09-22");
    const first = await recordAnswer(db, { ...contest, by }, 1);
    const before = await written();

    expect(await recordAnswer(db, { ...contest, by }, 1)).toEqual(first);
    expect(await written()).toEqual(before);
  });

  test("is not written when the turn was answered otherwise, or the process turned meanwhile", async () => {
    const by = on(DIRIGENTE, "2023-09-22");
    await decide("reject", "errore", on(RTD, "2023-09-21"));
    const confirmation = { ...contest, answer: "confirmed", suspended: [], by } as const;
    const before = await written();
    expect(await recordAnswer(db, confirmation, 1)).toEqual({ recorded: false });
    expect(await written()).toEqual(before);

    expect((await recordAnswer(db, confirmation, 2)).recorded).toBe(true);
    expect(await recordAnswer(db, { ...contest, by }, 2)).toEqual({ recorded: false });
  });

  test("is not written when a claim is confirmed no longer, though no turn says so", async () => {
    await decide("reduce", "resta la posta", on(RTD, "2023-09-20"));
    await decide("reject", "errore", on(RTD, "2023-09-20"));
    const before = await written();

    expect(await recordAnswer(db, { ...contest, by: on(DIRIGENTE, "2023-09-22") }, 3)).toEqual({
      recorded: false,
    });
    expect(await written()).toEqual(before);
  });
});
