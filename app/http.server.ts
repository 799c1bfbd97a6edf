/** Not there, or not yours to read. */
export function notFound(what = "Pagina non trovata"): Response {
  return new Response(what, { status: 404, statusText: "Not Found" });
}

/** There, readable, but not yours to change: the button was never offered. */
export function forbidden(why = "Non puoi modificare questo dato"): Response {
  return new Response(why, { status: 403, statusText: "Forbidden" });
}

/** It was theirs to change when they opened the page, and is no longer. */
export function overtaken(what: string): Response {
  return new Response(what, { status: 409, statusText: "Conflict" });
}

/** What it was written on is no longer there: told with all that was typed, so that nothing is lost. */
export function goneMeanwhile(
  what: string,
  kept: { label: string; words: string }[],
  title?: string,
): Response {
  return Response.json({ what, kept, title }, { status: 409, statusText: "Conflict" });
}

/** What was asked cannot be read, at an address that has no page to say it on. */
export function unprocessable(why: string): Response {
  return new Response(`${why}\n`, { status: 422, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/**
 * Whether a loader runs to draw the page again on which a form was sent. It is told by the type of the body, which is no
 * longer there: a loader that redirects then would take the place of what the form was answered, cookies included.
 */
export function followsAForm(request: Request): boolean {
  return request.headers.has("Content-Type");
}
