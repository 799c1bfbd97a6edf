import { closeRound, officePart, openRound } from "#tests/support/monitoring.ts";
import { ask, db, sqlite } from "#tests/support/requests.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { dataExport } from "#app/export/data-export.server.ts";
import { MONITORING } from "#app/export/monitoring-format.ts";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { openMonitoringFor, openMonitoringSummary } from "#app/pages/monitoring/monitoring-desk.server.ts";
import { findUser } from "#db/users.ts";

const TODAY = "2026-10-15";

async function userOf(username: string) {
  const id = sqlite.prepare("select id from user where username = ?").pluck().get(username) as string;
  return (await findUser(db, id))!;
}

/** What the desk of a person is drawn from. */
async function factsOf(as: string) {
  return ((await ask("/", { as })).data as { facts: object }).facts;
}

test("a desk is told what a round asks of one's offices, and the RTD how far it is; nothing where none is open", async () => {
  expect(await openMonitoringSummary()).toBeNull();
  expect(await openMonitoringFor(await userOf("dirigente-settore-4"), TODAY)).toBeNull();

  const round = await openRound();
  const { items } = await officePart(round, "settore-4");
  const confirmable = items.find(({ isConfirmable }) => isConfirmable)!;
  await ask(`${round}/uffici/settore-4`, { as: "dirigente-settore-4", form: { chosen: confirmable.seen } });

  expect(await openMonitoringFor(await userOf("dirigente-settore-4"), TODAY)).toEqual({
    title: "Monitoraggio al 30/06/2026",
    dueOn: "2026-10-30",
    isOver: false,
    waiting: items.length - 1,
    offices: [
      {
        code: "settore-4",
        name: "Settore 4",
        asked: items.length,
        waiting: items.length - 1,
        address: `${round}/uffici/settore-4`,
      },
    ],
  });
  expect(
    (await openMonitoringFor(await userOf("dirigente-settore-3"), TODAY))!.offices.map(({ code }) => code),
  ).toEqual(["settore-3", "uo-3.4"]);
  expect(await openMonitoringFor(await userOf("giunta"), TODAY)).toBeNull();
  expect(await openMonitoringSummary()).toMatchObject({
    address: round,
    counts: { answered: 1 },
    offices: 7,
    silent: 6,
  });
  expect(await factsOf("dirigente-settore-4")).toMatchObject({
    asks: { monitoring: { waiting: items.length - 1 } },
  });
  expect(await factsOf("rtd")).toMatchObject({ asks: { monitoring: { silent: 6 } } });

  await closeRound();
  expect(await openMonitoringSummary()).toBeNull();
  expect(await factsOf("dirigente-settore-4")).toMatchObject({ asks: { monitoring: null } });
  expect(await factsOf("rtd")).toMatchObject({ asks: { monitoring: null } });
});

test("the export has every round with the figures of each office, and no text nor person", async () => {
  await openRound({ note: "Segreta" });
  const { giri: exported } = await dataExport(db, asOfNow(TODAY));

  expect(z.array(MONITORING).parse(exported)).toEqual(exported);
  expect(exported).toMatchObject([
    { titolo: "Monitoraggio al 30/06/2026", guardaAl: "2026-06-30", termine: "2026-10-30", chiusoIl: null },
    { chiusoIl: expect.any(String) as string },
  ]);
  expect(exported[1]!.uffici.find(({ ufficio }) => ufficio === "settore-4")).toMatchObject({
    risposte: 1,
    cambiate: 0,
  });
  expect(JSON.stringify(exported)).not.toContain("Segreta");
  expect((await dataExport(db, asOf("2026-10-14"))).giri).toEqual([]);
  expect((await dataExport(db, asOf(TODAY))).giri).toEqual([exported[1]]);
});
