import { createTransport } from "nodemailer";
import { isMailbox } from "#app/domain/office/mailboxes.ts";

/** Where messages are handed over and whom they come from, as `ROTTA_SMTP` and `ROTTA_MITTENTE` say it. */
export type MailSettings = {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  sender: { name: string; address: string };
};

export type ReadMailSettings =
  { kind: "off" } | { kind: "on"; settings: MailSettings } | { kind: "wrong"; sentence: string };

/** `key` is the same each time the same message is sent: a program that receives it twice can tell. */
export type Message = { key: string; recipient: string; subject: string; body: string };

export type Sent = { sent: true } | { sent: false; why: string };

const PORT = { "smtp:": 587, "smtps:": 465 } as const;

/** "Comune di … <rtd@comune.example>", or the address alone. */
const SENDER = /^(?:([^<>"\p{Cc}]*)<([^<>]*)>|([^<>]*))$/u;

/** The settings of the mail, read from the environment: without them nothing is ever sent. */
export function readMailSettings(env: Record<string, string | undefined> = process.env): ReadMailSettings {
  const { ROTTA_SMTP: server = "", ROTTA_MITTENTE: from = "" } = env;
  if (server === "" && from === "") return { kind: "off" };
  if (server === "" || from === "") return { kind: "wrong", sentence: ONE_WITHOUT_THE_OTHER };
  const url = URL.canParse(server) ? new URL(server) : undefined;
  const scheme = url?.protocol;
  if (!url?.hostname || (scheme !== "smtp:" && scheme !== "smtps:") || !/^\/?$/.test(url.pathname))
    return { kind: "wrong", sentence: NO_SERVER };
  const [, name = "", inBrackets, alone] = SENDER.exec(from.trim()) ?? [];
  const address = (inBrackets ?? alone ?? "").trim();
  if (!isMailbox(address)) return { kind: "wrong", sentence: NO_SENDER };
  return {
    kind: "on",
    settings: {
      host: url.hostname,
      port: Number(url.port) || PORT[scheme],
      secure: scheme === "smtps:",
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      sender: { name: name.trim(), address },
    },
  };
}

const ONE_WITHOUT_THE_OTHER =
  "Per inviare posta servono sia ROTTA_SMTP sia ROTTA_MITTENTE: indica anche l’altra, o nessuna delle due.";
const NO_SERVER =
  "ROTTA_SMTP non è l’indirizzo di un server di posta: scrivilo come smtp://posta.comune.example:587 o smtps://utente:password@posta.comune.example.";
const NO_SENDER =
  "ROTTA_MITTENTE non è un indirizzo di posta: scrivilo come rtd@comune.example o «Comune di … <rtd@comune.example>».";

/** How long a server is waited for, in milliseconds: to answer, to greet, and between one word and the next. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands a message over to the mail server, or says why it did not take it. A password travels encrypted or not at all. Nothing that was typed can
 * become a header: the recipient is one address, the subject one line.
 */
export async function sendMessage(
  { host, port, secure, user, password, sender }: MailSettings,
  { key, recipient, subject, body }: Message,
  patience: typeof PATIENCE = PATIENCE,
): Promise<Sent> {
  if (!isMailbox(recipient)) return { sent: false, why: "the recipient is not one address" };
  const transport = createTransport({
    host,
    port,
    secure,
    ...(user === "" ? {} : { auth: { user, pass: password }, requireTLS: !secure }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  try {
    await transport.sendMail({
      from: sender,
      to: { name: "", address: recipient },
      subject: subject.replace(/\p{Cc}+/gu, " "),
      text: body,
      messageId: `<${key}@${sender.address.split("@")[1]}>`,
    });
    return { sent: true };
  } catch (error) {
    return { sent: false, why: error instanceof Error ? error.message : String(error) };
  } finally {
    transport.close();
  }
}
