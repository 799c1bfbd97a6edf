/** Not there, or not yours to read. */
export function notFound(what = "Pagina non trovata"): Response {
  return new Response(what, { status: 404, statusText: "Not Found" });
}

/** There, readable, but not yours to change: the button was never offered. */
export function forbidden(why = "Non puoi modificare questo dato"): Response {
  return new Response(why, { status: 403, statusText: "Forbidden" });
}
