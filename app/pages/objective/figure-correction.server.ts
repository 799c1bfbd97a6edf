import type { Params } from "@remix-run/react";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { lastInPlaceOf } from "#app/domain/objective/put-right.ts";
import { mayEditObjectives } from "#app/domain/permissions.ts";
import { notFound } from "#app/http.server.ts";
import { db } from "#db/connection.server.ts";
import { listFiguresOf, type WrittenFigure } from "#db/objective/objective-figures.ts";
import { findFigureOf } from "#db/objective/recorded-rows.ts";
import type { User } from "#db/users.ts";
import { guard, type Values } from "../form/form-readers.server.ts";
import { objectiveToKeepOr404 } from "./kept-objective.server.ts";

const RTD = { may: mayEditObjectives, why: "Una cifra scritta di un obiettivo la rettifica il RTD." };

/**
 * The figure that an address names, to be put right by the RTD: 404 where there is none. It is what stands in its place; of a form that was sent (`sent`),
 * what stood there when it was built.
 */
export async function wrongFigureOr404(
  user: User,
  params: Params,
  sent?: Values,
): Promise<{ objective: ObjectiveOnDay; wrong: WrittenFigure }> {
  const objective = await objectiveToKeepOr404(user, params, sent, RTD);
  const id = /^[1-9]\d{0,14}$/.test(params.figure ?? "") ? Number(params.figure) : 0;
  const named = await findFigureOf(db, objective.id, id);
  if (!named) throw notFound("Di questo obiettivo non è stata scritta questa cifra.");
  const figures = await listFiguresOf(db, objective.id, named.kind);
  const seen = sent ? guard.parse(sent.seen) : Infinity;
  const known = figures.filter((one) => one.id <= seen);
  return {
    objective,
    wrong: lastInPlaceOf(
      figures.find((one) => one.id === named.id)!,
      known,
    ),
  };
}
