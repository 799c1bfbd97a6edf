import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { MailSettings } from "#app/outside/mail.server.ts";

/** What a mail server took: for whom, and the message as it travelled. */
export type Taken = { recipients: string[]; raw: string };

/** A mail server of our own on this machine, which takes messages or, if it is told so, refuses their recipients. */
export async function startMailServer({
  port = 0,
  refuses = false,
}: { port?: number; refuses?: boolean } = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(refuses ? Object.assign(new Error("casella sconosciuta"), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ recipients, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const bound = (server.server.address() as AddressInfo).port;
  return { taken, port: bound, stop: () => new Promise<void>((done) => server.close(() => done())) };
}

/** A server that lets anyone in and never says a word. */
export async function startSilentServer() {
  const sockets = new Set<{ destroy: () => void }>();
  const server = createServer((socket) => void sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

export function mailSettings(port: number): MailSettings {
  const sender = { name: "Comune dimostrativo", address: "rtd@comune.example" };
  return { host: "127.0.0.1", port, secure: false, user: "", password: "", sender };
}
