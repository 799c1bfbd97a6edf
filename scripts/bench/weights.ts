import { gunzipSync } from "node:zlib";
import { ask } from "./requests.ts";

/** What travels for a page, in bytes, compressed as it travels. */
export type Weights = { html: number; css: number; javascript: number; fonts: number };

export async function weightsOf(port: number, cookie: string, path: string): Promise<Weights> {
  const page = await ask(port, { path, cookie });
  const html = gunzipSync(page.body).toString();
  const sizes = async (pattern: RegExp) => {
    const paths = [...html.matchAll(pattern)].map((match) => match[1]!);
    const replies = await Promise.all(paths.map((path) => ask(port, { path })));
    return replies.reduce((sum, reply) => sum + reply.size, 0);
  };
  return {
    html: page.size,
    css: await sizes(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g),
    javascript: await sizes(/<script[^>]*src="([^"]+)"/g),
    fonts: await sizes(/<link[^>]*href="([^"]+\.woff2)"/g),
  };
}
