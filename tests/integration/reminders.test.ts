import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendMessage } from "#app/outside/mail.server.ts";
import { mailSettings, startMailServer, startSilentServer } from "#tests/support/mail-server.ts";
import { closeRound, officePart, openRound } from "#tests/support/monitoring.ts";
import { ask, db, sqlite } from "#tests/support/requests.ts";
import { recordReminder } from "#db/monitoring/reminders.ts";
import { sendDue } from "../../scripts/send-reminders.ts";

const AT = "2026-10-15T10:00:00.000Z";
const MESSAGE = {
  key: "prova-1",
  recipient: "settore-4@comune.example",
  subject: "Oggetto è",
  body: "Città\nDue righe",
};

type Row = {
  id: number;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
  next_attempt_at: string | null;
  sent_at: string | null;
  last_error: string | null;
};

function reminders(): Row[] {
  return sqlite.prepare("select * from reminder order by id").all() as Row[];
}

/** The moment at which a reminder may be sent is the machine's: what a test waits for is told, not waited. */
function sendAt(at: string, port: number) {
  const settings = mailSettings(port);
  const clocks = { machineNow: () => at, now: () => AT };
  return sendDue(db, settings, clocks);
}

const LATER = "2999-01-01T00:00:00.000Z";

beforeEach(async () => {
  await closeRound();
  sqlite.exec("delete from reminder");
  process.env.ROTTA_SMTP = "smtp://127.0.0.1:2525";
  process.env.ROTTA_MITTENTE = "rtd@comune.example";
});

afterEach(() => {
  delete process.env.ROTTA_SMTP;
  delete process.env.ROTTA_MITTENTE;
});

type Page = {
  subject: string;
  body: string;
  recipient: string;
  canSend: boolean;
  last: { id: number; words: string } | null;
};

async function reminderPage(round: string): Promise<Page> {
  return (await ask(`${round}/uffici/settore-4/sollecito`, { as: "rtd" })).data as Page;
}

function queue(round: string, last = 0) {
  return ask(`${round}/uffici/settore-4/sollecito`, { as: "rtd", form: { last: String(last) } });
}

describe("the text of a reminder", () => {
  test("says what is asked, names what waits, by when and where, and nobody", async () => {
    const round = await openRound({ note: "Serve per il Nucleo." });
    const { subject, body, recipient } = await reminderPage(round);
    const { items } = await officePart(round, "settore-4");

    expect(subject).toBe("Monitoraggio al 30/06/2026: sollecito, termine il 30/10/2026");
    expect(recipient).toBe("settore-4@comune.example");
    expect(body).toContain("All’ufficio Settore 4");
    expect(body).toContain("di ciò che è aperto oggi ed era cominciato entro il 30/06/2026");
    expect(body).toContain("Serve per il Nucleo.");
    expect(body).toContain(`${items.length} voci risultano ancora senza risposta`);
    expect(body).toContain(`- ${items[0]!.name}: `);
    expect(body).toContain("e 4 altre.");
    expect(body).toContain("entro il 30/10/2026");
    expect(body).toContain(`http://127.0.0.1:3000${round}/uffici/settore-4`);
  });

  test("is there without a mail server, too; then nothing can be queued", async () => {
    delete process.env.ROTTA_SMTP;
    delete process.env.ROTTA_MITTENTE;
    const round = await openRound();

    expect((await reminderPage(round)).canSend).toBe(false);
    expect((await queue(round)).status).toBe(409);
    expect(reminders()).toEqual([]);
  });
});

describe("sending a reminder", () => {
  test("queues it, and the server hands it over to the mailbox of the office", async () => {
    const mail = await startMailServer();
    const round = await openRound();
    const { subject } = await reminderPage(round);
    await queue(round);
    const [queued] = reminders();
    await sendAt(LATER, mail.port);
    await mail.stop();

    expect(queued).toMatchObject({ subject, attempts: 0, sent_at: null });
    expect(mail.taken.map(({ recipients }) => recipients)).toEqual([["settore-4@comune.example"]]);
    expect(mail.taken[0]!.raw).toContain("From: Comune dimostrativo <rtd@comune.example>");
    expect(reminders()).toMatchObject([
      { attempts: 1, sent_at: AT, next_attempt_at: null, last_error: null },
    ]);
    expect((await reminderPage(round)).last!.words).toBe("inviato il 15/10/2026 alle 12:00");
  });

  test("twice by the same button is once", async () => {
    const round = await openRound();
    await queue(round);
    await queue(round);

    expect(reminders()).toHaveLength(1);
  });

  test("that is refused is told with the server's words, and tried again after a minute, not before", async () => {
    const refusing = await startMailServer({ refuses: true });
    const round = await openRound();
    await queue(round);
    const { next_attempt_at: first } = reminders()[0]!;
    await sendAt(first!, refusing.port);
    const [failed] = reminders();
    await sendAt(first!, refusing.port);
    await refusing.stop();

    expect(failed).toMatchObject({ attempts: 1, sent_at: null });
    expect(failed!.last_error).toContain("casella sconosciuta");
    expect(Date.parse(failed!.next_attempt_at!) - Date.parse(first!)).toBe(60_000);
    expect(reminders()).toEqual([failed]);
    expect((await reminderPage(round)).last!.words).toContain("non inviato dopo 1 tentativo: «");
  });

  test("to a server that is down goes when it is up again", async () => {
    const mail = await startMailServer();
    await mail.stop();
    const round = await openRound();
    await queue(round);
    await sendAt(reminders()[0]!.next_attempt_at!, mail.port);
    const [failed] = reminders();
    const again = await startMailServer({ port: mail.port });
    await sendAt(failed!.next_attempt_at!, again.port);
    await again.stop();

    expect(failed!.last_error).toContain("ECONNREFUSED");
    expect(again.taken).toHaveLength(1);
    expect(reminders()).toMatchObject([{ attempts: 2, sent_at: AT, last_error: null }]);
  });

  test("is given up after eight attempts, and tried anew when the RTD asks for it", async () => {
    const refusing = await startMailServer({ refuses: true });
    const round = await openRound();
    await queue(round);
    for (let attempt = 0; attempt < 10; attempt += 1)
      await sendAt(reminders()[0]!.next_attempt_at ?? LATER, refusing.port);
    await refusing.stop();
    const [given] = reminders();
    await queue(round, given!.id);

    expect(given).toMatchObject({ attempts: 8, next_attempt_at: null, sent_at: null });
    expect(reminders()).toHaveLength(2);
    expect(reminders()[1]!.attempts).toBe(0);
  });

  test("that waits is sent no more once the round is closed", async () => {
    const mail = await startMailServer();
    const round = await openRound();
    await queue(round);
    await closeRound();
    await sendAt(LATER, mail.port);
    await mail.stop();

    expect(mail.taken).toEqual([]);
    expect((await queue(round)).status).toBe(409);
  });

  test("is neither queued nor sent after the closing, whenever the page was read", async () => {
    const mail = await startMailServer();
    const round = await openRound();
    await queue(round);
    const monitoringId = Number(round.split("/").at(-1));
    const by = { id: "prova", role: "rtd", officeId: null, at: AT } as const;
    await closeRound();
    const [waiting] = reminders();
    const again = { monitoringId, office: "settore-4", ...MESSAGE, by, dueAt: AT };
    const outcome = await recordReminder(db, again, waiting!.id);
    sqlite.prepare("update reminder set next_attempt_at = ? where id = ?").run(AT, waiting!.id);
    await sendAt(LATER, mail.port);
    await mail.stop();

    expect(outcome).toEqual({ queued: false, moved: "closed" });
    expect(reminders()).toHaveLength(1);
    expect(mail.taken).toEqual([]);
  });

  test("that was not queued, because another one was, is told so", async () => {
    const round = await openRound();
    await queue(round);
    await queue(round, reminders()[0]!.id);
    const { status, data } = await queue(round);

    expect(status).toBe(409);
    expect(data).toContain("un altro sollecito");
    expect(reminders()).toHaveLength(2);
  });

  test("is the RTD's", async () => {
    const round = await openRound();

    expect((await ask(`${round}/uffici/settore-4/sollecito`, { as: "dirigente-settore-4" })).status).toBe(
      403,
    );
    expect(
      (await ask(`${round}/uffici/settore-4/sollecito`, { as: "giunta", form: { last: "0" } })).status,
    ).toBe(403);
  });
});

describe("a message", () => {
  test("is read back as it was written, and twice the same key is the same message", async () => {
    const mail = await startMailServer();
    await sendMessage(mailSettings(mail.port), MESSAGE);
    await sendMessage(mailSettings(mail.port), MESSAGE);
    await mail.stop();
    const keys = mail.taken.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);

    expect(keys).toEqual(["<prova-1@comune.example>", "<prova-1@comune.example>"]);
    expect(mail.taken[0]!.raw).toContain("Citt=C3=A0");
  });

  test("takes no header from what was typed", async () => {
    const mail = await startMailServer();
    const subject = "Oggetto\r\nBcc: altri@comune.example\r\n\r\nCorpo";
    const sent = await sendMessage(mailSettings(mail.port), { ...MESSAGE, subject });
    const recipient = "a@comune.example\r\nBcc: altri@comune.example";
    const refused = await sendMessage(mailSettings(mail.port), { ...MESSAGE, recipient });
    await mail.stop();

    expect(sent.sent).toBe(true);
    expect(refused.sent).toBe(false);
    expect(mail.taken.map(({ recipients }) => recipients)).toEqual([["settore-4@comune.example"]]);
    expect(mail.taken[0]!.raw).not.toMatch(/^Bcc:/im);
  });

  test("does not wait for ever for a server that says nothing", async () => {
    const silent = await startSilentServer();
    const patience = { connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200 };
    const outcome = await sendMessage(mailSettings(silent.port), MESSAGE, patience);
    silent.stop();

    expect(outcome).toMatchObject({ sent: false });
  });

  test("does not give its password to a server that does not encrypt", async () => {
    const mail = await startMailServer();
    const settings = { ...mailSettings(mail.port), user: "rtd", password: "segreta" };
    const outcome = await sendMessage(settings, MESSAGE);
    await mail.stop();

    expect(outcome.sent).toBe(false);
    expect(mail.taken).toEqual([]);
  });
});
