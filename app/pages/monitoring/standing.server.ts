import type { Params } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { notFound } from "#app/http.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { readStanding, type Standing } from "./read-standing.server.ts";

/** The round that an address names, with all its items; or the 404 page. */
export async function standingOr404(id: string | undefined): Promise<Standing> {
  const number = /^\d{1,9}$/.test(id ?? "") ? Number(id) : -1;
  const standing = await whileUnchanged(
    ["monitoraggio", number, today()],
    () => inReadTransaction(db, (tx) => readStanding(tx, number, today())),
    (one) => one?.items.length ?? 1,
  );
  if (!standing) throw notFound("Non c’è un giro di monitoraggio con questo numero.");
  return standing;
}

/** The part of a round that one office answers; 404 for an office that was asked nothing. */
export async function officeStandingOr404({ round: id, office: code }: Params) {
  const { round, items } = await standingOr404(id);
  const own = items.filter((item) => item.office === code);
  if (own.length === 0) throw notFound("Questo giro non chiede nulla a un ufficio con questo codice.");
  return { round, items: own, office: { code: own[0]!.office, name: own[0]!.office_name } };
}
