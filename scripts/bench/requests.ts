import { request } from "node:http";

/** One answer, whole; `size` is what travelled (compressed), `milliseconds` from the first byte asked to the last one received. */
export type Reply = {
  status: number;
  location: string;
  cookie: string;
  body: Buffer;
  size: number;
  milliseconds: number;
};

export type Asked = { path: string; cookie?: string; form?: Record<string, string> };

/** Asks as a browser does, compressed, over a TCP connection of its own. */
export function ask(port: number, { path, cookie, form }: Asked): Promise<Reply> {
  const text = form && new URLSearchParams(form).toString();
  const headers = {
    Connection: "close",
    "Accept-Encoding": "gzip",
    "Sec-Fetch-Site": "same-origin",
    ...(cookie ? { Cookie: cookie } : {}),
    ...(text === undefined
      ? {}
      : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(text) }),
  };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const method = text === undefined ? "GET" : "POST";
    const asking = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "",
          body,
          size: body.length,
          milliseconds: performance.now() - started,
        });
      });
    });
    asking.on("error", reject);
    asking.end(text);
  });
}
