import { describe, expect, test } from "vitest";
import { nextAttemptAt, MOST_ATTEMPTS } from "#app/domain/monitoring/retries.ts";
import { isMailbox } from "#app/domain/office/mailboxes.ts";
import { readMailSettings } from "#app/outside/mail.server.ts";

const read = (ROTTA_SMTP?: string, ROTTA_MITTENTE?: string) =>
  readMailSettings({ ROTTA_SMTP, ROTTA_MITTENTE });

describe("the settings of the mail", () => {
  test("are off unless they are given", () => {
    expect(read()).toEqual({ kind: "off" });
    expect(read("", "")).toEqual({ kind: "off" });
  });

  test("name a server, encrypted or not, with its usual port, and who sends", () => {
    expect(read("smtp://posta.comune.example", "rtd@comune.example")).toEqual({
      kind: "on",
      settings: {
        host: "posta.comune.example",
        port: 587,
        secure: false,
        user: "",
        password: "",
        sender: { name: "", address: "rtd@comune.example" },
      },
    });
    expect(
      read("smtps://rtd:p%40ss@posta.comune.example:4650", "Comune di Prova <rtd@comune.example>"),
    ).toEqual({
      kind: "on",
      settings: {
        host: "posta.comune.example",
        port: 4650,
        secure: true,
        user: "rtd",
        password: "p@ss",
        sender: { name: "Comune di Prova", address: "rtd@comune.example" },
      },
    });
  });

  test.each([
    ["smtp://posta.comune.example", undefined, "servono sia ROTTA_SMTP sia ROTTA_MITTENTE"],
    [undefined, "rtd@comune.example", "servono sia ROTTA_SMTP sia ROTTA_MITTENTE"],
    ["posta.comune.example", "rtd@comune.example", "ROTTA_SMTP non è"],
    ["https://posta.comune.example", "rtd@comune.example", "ROTTA_SMTP non è"],
    ["smtp://", "rtd@comune.example", "ROTTA_SMTP non è"],
    ["smtp://posta.comune.example", "il RTD", "ROTTA_MITTENTE non è"],
    ["smtp://posta.comune.example", "rtd@comune.example\nBcc: a@b.example", "ROTTA_MITTENTE non è"],
  ])("%s with %s are told in a sentence", (server, sender, said) => {
    const settings = read(server, sender);

    expect(settings.kind === "wrong" && settings.sentence).toContain(said);
  });
});

test.each(["settore-3@comune.example", "ced+giri@posta.comune.example", "à.b@comune.example"])(
  "%s is a mailbox",
  (text) => {
    expect(isMailbox(text)).toBe(true);
  },
);

test.each([
  "settore-3",
  "@comune.example",
  "a@b",
  "a b@comune.example",
  "a@comune.example, b@comune.example",
  "a@comune.example\nBcc: b@comune.example",
  "Ufficio <a@comune.example>",
  "a@-comune.example",
  `${"a".repeat(250)}@comune.example`,
])("%j is no mailbox", (text) => {
  expect(isMailbox(text)).toBe(false);
});

test("a reminder is tried eight times: soon at first, then every hour, then no more", () => {
  const at = "2026-10-15T08:00:00.000Z";
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) =>
    nextAttemptAt(index + 1, at)?.slice(11, 16),
  );

  expect(waits).toEqual(["08:01", "08:05", "08:15", "09:00", "09:00", "09:00", "09:00", undefined]);
});
