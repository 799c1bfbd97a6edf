import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { connection } from "#db/connection.server.ts";
import { HOST, isFromOwnPages, PORT } from "./own-address.server.ts";

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
  )) as never;
  const server = application(build).listen(PORT, HOST, () => greeting(`http://${HOST}:${PORT}`));
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

function application(build: never) {
  const app = express();
  app.disable("x-powered-by");
  app.use(compression());
  app.use(securityHeaders);
  app.use(
    "/assets",
    express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use("/fonts", express.static("build/client/fonts", { maxAge: "30d" }));
  app.use(express.static("build/client", { maxAge: "1h", index: false }));
  app.use(refuseForeignWrites);
  const page = createRequestHandler({
    build,
    mode: process.env.NODE_ENV,
    getLoadContext: (request, response) => ({
      nonce: nonceOf(response),
      address: request.socket.remoteAddress ?? "",
    }),
  });
  app.all("*", (request, response, next) => void page(request, response, next));
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

/** Before Remix, whose own check answers 500 and believes any `X-Forwarded-Host` (docs/decisions/0004). Pages are never kept by a cache. */
function refuseForeignWrites(request: Request, response: Response, next: NextFunction) {
  for (const header of Object.keys(request.headers))
    if (header.startsWith("x-forwarded-")) delete request.headers[header];
  response.set("Cache-Control", "private, no-cache");
  if (request.method === "GET" || request.method === "HEAD") return next();
  if (Number(request.get("Content-Length") ?? 0) > LARGEST_BODY) {
    return response
      .status(413)
      .type("text")
      .send("Il modulo è troppo grande: non è stato scritto nulla. Torna indietro e accorcia i testi.\n");
  }
  const headers = {
    secFetchSite: request.get("Sec-Fetch-Site"),
    origin: request.get("Origin"),
    host: request.get("Host"),
  };
  if (isFromOwnPages(headers)) return next();
  return response
    .status(403)
    .type("text")
    .send(
      "La richiesta non viene da una pagina di Rotta: non è stato scritto nulla. Apri Rotta e ripeti da lì.\n",
    );
}

/** What was accepted is finished; who is only waiting is let go. */
function stopGracefully(server: Server) {
  server.close(() => {
    connection.sqlite.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}
