import { notFound } from "#app/http.server.ts";

export function loader(): never {
  throw notFound("A questo indirizzo non c’è nulla.");
}

/** Needed for the 404 to be a page: a route without a component answers plain text. */
export default function NotFoundPage() {
  return null;
}
