import { jsonIn } from "#app/pages/form/form-readers.server.ts";
import { z } from "zod";
import type { Unsent } from "./components/sign-in/unsent-form.tsx";
import { ownPath } from "./own-address.server.ts";

/** The longest form that is kept over a sign-in, in characters: far more than any of ours. */
const LONGEST = 200_000;

const KeptForm = z.object({ path: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });

/**
 * The form of a request, to be carried by the sign-in page (docs/decisions/0004); none where the browser does not say that
 * our own page sent it, for then another site could have filled it in.
 */
export async function unsentOf(request: Request): Promise<string | undefined> {
  const isOwn = request.headers.get("Sec-Fetch-Site") === "same-origin";
  if (request.method !== "POST" || !isOwn) return undefined;
  const { pathname, search } = new URL(request.url);
  const fields = [...(await request.formData())].map(([name, value]) => [name, String(value)]);
  const unsent = JSON.stringify({ path: pathname + search, fields });
  return unsent.length <= LONGEST ? unsent : undefined;
}

/** The form that a sign-in page carried, if it can be read and is for a page of ours. */
export function readUnsent(text: string): Unsent | undefined {
  const { data } = KeptForm.safeParse(jsonIn(text));
  return data && ownPath(data.path) === data.path && text.length <= LONGEST ? data : undefined;
}
