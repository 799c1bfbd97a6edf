import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { connection } from "#db/connection.server.ts";
import { HOST, isFromOwnPages, PORT, senderOf } from "./own-address.server.ts";
import { sayingUnavailable } from "./unavailable.server.ts";

/** The largest form: a reason of 2,000 characters is a hundredth of it. */
const LARGEST_BODY = 1_000_000;

/** Serves the built pages on the prepared database; says so with `greeting` once it listens, or fails with one sentence. */
export async function serve({
  greeting,
  fail,
}: {
  greeting: (address: string) => void;
  fail: (sentence: string) => void;
}): Promise<void> {
  process.env.NODE_ENV ??= "production";
  const build = (await import(
    /* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href
  )) as ServerBuild;
  const server = application(sayingUnavailable(build)).listen(PORT, HOST, () =>
    greeting(`http://${HOST}:${PORT}`),
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    const isBusy = error.code === "EADDRINUSE";
    fail(
      isBusy
        ? `La porta ${PORT} è occupata: chiudi l’altro programma o scegline un’altra (PORT=${PORT + 1} npm start).`
        : error.message,
    );
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopGracefully(server));
}

/** `/favicon.svg`, not a page: the disk is not asked for each of those. */
const FILE_AT_THE_ROOT = /^\/[^/]+\.[a-z]+$/;

function application(build: ServerBuild) {
  const app = express();
  app.disable("x-powered-by");
  app.use(compression());
  app.use(securityHeaders);
  app.use(
    "/assets",
    express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use("/fonts", express.static("build/client/fonts", { maxAge: "30d" }));
  app.get(FILE_AT_THE_ROOT, express.static("build/client", { maxAge: "1h", index: false }));
  app.use(rememberSender, refuseOddRequests, refuseForeignWrites, refuseOddForms);
  const page = createRequestHandler({
    build,
    mode: process.env.NODE_ENV,
    getLoadContext: (_request, response) => ({
      nonce: nonceOf(response),
      address: String(response.locals.sender),
    }),
  });
  app.all("*", letAnswersSpeak, (request, response, next) => void page(request, response, next));
  return app;
}

function securityHeaders(_request: Request, response: Response, next: NextFunction) {
  const nonce = randomBytes(16).toString("base64url");
  response.locals.nonce = nonce;
  response.set({
    "Content-Security-Policy": [
      "default-src 'self'",
      `script-src 'nonce-${nonce}'`,
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  });
  next();
}

function nonceOf(response: Response): string {
  return String(response.locals.nonce);
}

/** Before the headers of proxies are dropped. */
function rememberSender(request: Request, response: Response, next: NextFunction) {
  const forwardedFor = request.get("X-Forwarded-For");
  response.locals.sender = senderOf({ peer: request.socket.remoteAddress, forwardedFor });
  next();
}

/** What Remix would answer with a bug's page: an address that cannot be, a method that no page has. */
function refuseOddRequests(request: Request, response: Response, next: NextFunction) {
  const isAddress =
    URL.canParse(request.originalUrl, `http://${request.get("Host")}`) &&
    /^\/(?![\\/]|%5c)/i.test(request.originalUrl);
  if (!isAddress) return refuse(response, 400, "L’indirizzo non si può leggere.");
  if (!["GET", "HEAD", "POST"].includes(request.method))
    return refuse(response, 405, "Qui si può solo leggere o inviare un modulo.");
  response.set("Cache-Control", "private, no-cache");
  return next();
}

/** Remix adds its headers to those that are there: what an answer says itself stands in the place of what every answer says. */
function letAnswersSpeak(_request: Request, response: Response, next: NextFunction) {
  const append = response.append.bind(response);
  response.append = (name, value) =>
    name.toLowerCase() === "set-cookie" ? append(name, value) : response.set(name, value);
  next();
}

/** Forms of ours are small, say how long they are, and carry no files. */
function refuseOddForms(request: Request, response: Response, next: NextFunction) {
  if (request.method !== "POST") return next();
  const length = request.get("Content-Length");
  if (length === undefined)
    return refuse(response, 411, "Manca la lunghezza del modulo: non è stato scritto nulla.");
  if (Number(length) > LARGEST_BODY) {
    return refuse(
      response,
      413,
      "Il modulo è troppo grande: non è stato scritto nulla. Torna indietro e accorcia i testi.",
    );
  }
  if (!request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return refuse(response, 415, "Questo non è un modulo di Rotta: non è stato scritto nulla.");
  }
  return next();
}

/** Before Remix, whose own check answers 500 and believes any `X-Forwarded-Host`: it is left nothing to check (docs/decisions/0004). */
function refuseForeignWrites(request: Request, response: Response, next: NextFunction) {
  const headers = {
    secFetchSite: request.get("Sec-Fetch-Site"),
    origin: request.get("Origin"),
    host: request.get("Host"),
  };
  for (const name of Object.keys(request.headers)) {
    if (name === "origin" || name.startsWith("x-forwarded-")) delete request.headers[name];
  }
  if (request.method !== "POST" || isFromOwnPages(headers)) return next();
  return refuse(
    response,
    403,
    "La richiesta non viene da una pagina di Rotta: non è stato scritto nulla. Apri Rotta e ripeti da lì.",
  );
}

function refuse(response: Response, status: number, sentence: string) {
  return response.status(status).type("text").send(`${sentence}\n`);
}

/** How long what was accepted may take to finish, in milliseconds. */
const LONGEST_GOODBYE = 5_000;

/** What was accepted is finished; who is only waiting is let go, and who sends nothing is not waited for. */
function stopGracefully(server: Server) {
  server.close(() => {
    connection.sqlite.close();
    process.exit(0);
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE).unref();
}
