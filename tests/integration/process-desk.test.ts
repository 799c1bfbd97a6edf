import { beforeAll, describe, expect, test } from "vitest";
import type { OfficeDeskFacts } from "#app/components/desk/office-desk.tsx";
import type { ReaderDeskFacts } from "#app/components/desk/reader-desk.tsx";
import type { RtdDeskFacts } from "#app/components/desk/rtd-desk.tsx";
import type { ActionProcessesFacts } from "#app/components/work-process/action-processes.tsx";
import { risingWords } from "#app/components/work-process/processes-line.tsx";
import type { ToldTurn } from "#app/components/unblock-claim/turned-notice.tsx";
import { ask, lastSequenceOf, sqlite } from "#tests/support/requests.ts";

async function deskOf<Facts>(as: string): Promise<Facts> {
  return ((await ask("/", { as })).data as { facts: Facts }).facts;
}

type ActionPage = { processes?: ActionProcessesFacts; turned: ToldTurn[] };

async function actionPage(address: string, as = "rtd"): Promise<ActionPage> {
  return (await ask(address, { as })).data as ActionPage;
}

const ACTION = "/piani/2021-2023/azioni/4.6.3";

/** Completes an annualità of 4.6.3 as the RTD does; the address that it leads to. */
async function complete(year: number): Promise<string> {
  const form = {
    ...{ to: "completed", effectiveOn: "2026-10-15", reason: "", evidenceKind: "", evidenceNumber: "" },
    ...{ evidenceOn: "", evidenceLink: "", evidenceNote: "", dueOn: "" },
    sequence: String(lastSequenceOf("4.6.3", year)),
  };
  const { headers } = await ask(`${ACTION}/${year}/stato`, { as: "rtd", form });
  return headers.get("Location")!;
}

/** The processes that only 4.6.3 keeps from a higher level, by confirmed claims: read from the tables alone. */
function confirmedOn463(): string[] {
  return sqlite
    .prepare(
      `select process.code from unblock_claim_version held
       join unblock_claim claim on claim.id = held.unblock_claim_id
       join unblock_claim_action named on named.unblock_claim_id = claim.id
       join plan_action on plan_action.id = named.plan_action_id and plan_action.code = '4.6.3'
       join blocker on blocker.id = claim.blocker_id
       join work_process process on process.id = blocker.work_process_id
       where held.state = 'confirmed' and held.held_until_on is null and held.effect = 'full'`,
    )
    .pluck()
    .all() as string[];
}

describe("the desks of the demonstration", () => {
  test("the RTD is told of the claims that are only proposed, and of the turns that no office has answered", async () => {
    const { claims } = (await deskOf<RtdDeskFacts>("rtd")).asks!;

    expect(claims).toMatchObject({ proposed: 76, contested: [], fallen: [], unanswered: 4 });
  });

  test("a dirigente finds own turns to answer, a referente reads them", async () => {
    const [theirs, referente, other] = [
      await deskOf<OfficeDeskFacts>("dirigente-settore-4"),
      await deskOf<OfficeDeskFacts>("referente-settore-4"),
      await deskOf<OfficeDeskFacts>("dirigente-settore-2"),
    ];
    const told = ({ processes }: OfficeDeskFacts) =>
      processes.turns.map(({ process, mayAnswer }) => [process, mayAnswer]);

    expect(told(theirs)).toEqual([["FVG-TEC-088", true]]);
    expect(told(referente)).toEqual([["FVG-TEC-088", false]]);
    expect(told(other)).toEqual([]);
  });

  test("a dirigente reads what own processes wait for, the action that would raise most first", async () => {
    const { processes } = await deskOf<OfficeDeskFacts>("dirigente-settore-3");

    expect(processes.awaited[0]).toMatchObject({ plan: "2021-2023", code: "4.6.3", processes: 9 });
    expect(processes.figures.below).toBeGreaterThan(0);
  });

  test("the Giunta reads how much can be done in lavoro agile, what the maps said, and what the plan may still add", async () => {
    const { processes } = await deskOf<ReaderDeskFacts>("giunta");

    expect(processes).toEqual({ total: 641, yes: 401, written: 398, rising: 52, toYes: 15, ifConfirmed: 38 });
    expect(risingWords(processes)).toBe(
      "Degli altri, il piano può ancora alzarne 52: 15 fino a SI; 38 dei 52 solo se il RTD conferma sblocchi proposti.",
    );
  });
});

describe("the page of an action", () => {
  test("says what it has unlocked: 4.10.2 with 4.6.1 the search in the building archive", async () => {
    const { processes } = await actionPage("/piani/2024-2026/azioni/4.10.2");

    expect(processes!.unlocked.processes.map(({ code, level }) => [code, level])).toEqual([
      ["FVG-TEC-088", "yes"],
    ]);
  });

  test("says what it would unlock, confirmed and proposed apart", async () => {
    const { processes } = await actionPage(ACTION);
    const codes = (group: ActionProcessesFacts["alone"]) => group.processes.map(({ code }) => code);

    expect(codes(processes!.alone).sort()).toEqual(confirmedOn463().sort());
    expect(codes(processes!.proposedOnly).filter((code) => confirmedOn463().includes(code))).toEqual([]);
  });

  test("says nothing of processes where no claim names it", async () => {
    expect((await actionPage("/piani/2021-2023/azioni/4.9.1")).processes).toBeUndefined();
  });
});

describe("completing 4.6.3", () => {
  let first: ActionPage;
  let second: ActionPage;
  let toOthers: ActionPage;
  beforeAll(async () => {
    first = await actionPage(await complete(2022));
    const address = await complete(2023);
    second = await actionPage(address);
    toOthers = await actionPage(address, "dirigente-settore-3");
  });

  test("turns nothing with its first annualità: the claims want both", () => {
    expect(first.turned).toEqual([]);
  });

  test("turns all its processes with the second, and tells the person at once", () => {
    expect(second.turned.map(({ process }) => process).sort()).toEqual(confirmedOn463().sort());
    expect(second.processes!.unlocked.processes).toHaveLength(confirmedOn463().length);
    expect(second.processes!.alone.processes).toEqual([]);
  });

  test("is told as their own doing to nobody else", () => {
    expect(toOthers.turned).toEqual([]);
  });

  test("brings the turns to the desk of the offices", async () => {
    const { processes } = await deskOf<OfficeDeskFacts>("dirigente-settore-3");

    expect(processes.turns.map(({ process }) => process)).toContain("FVG-RAG-027");
    expect(processes.turns.every(({ action, year }) => `${action} ${year}` === "4.6.3 2023")).toBe(true);
  });
});

describe("the pages that can take a completion back say so first", () => {
  const unlocked = async (address: string) =>
    ((await ask(address, { as: "rtd" })).data as { unlocked: number }).unlocked;

  test("adding a year to an action that has unlocked processes", async () => {
    expect(await unlocked("/piani/2024-2026/azioni/4.10.2/anni")).toBe(1);
    expect(await unlocked("/piani/2024-2026/azioni/4.9.1/anni")).toBe(0);
  });

  test("putting right the line that completed it, and not one that did not", async () => {
    const [completing, other] = [lastSequenceOf("4.6.3", 2023), lastSequenceOf("4.6.3", 2023) - 1];

    expect(await unlocked(`${ACTION}/2023/rettifica/${completing}`)).toBe(confirmedOn463().length);
    expect(other).toBe(lastSequenceOf("4.6.3", 2022));
    const before = sqlite
      .prepare(
        "select min(sequence) from status_line where action_year_id = (select action_year_id from status_line where sequence = ?)",
      )
      .pluck()
      .get(completing) as number;
    expect(await unlocked(`${ACTION}/2023/rettifica/${before}`)).toBe(0);
  });
});
