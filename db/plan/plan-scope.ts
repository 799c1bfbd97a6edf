import type { Db } from "../open.ts";

/** Which actions are asked for: those of a plan, or some of them, by code or by id. */
export type Scope = { planId: number; code?: string; actionIds?: readonly number[] };

/** Actions of any plans, by id. */
export type ActionsScope = { planId?: undefined; code?: undefined; actionIds: readonly number[] };

/**
 * The actions asked for and, behind them, those of later plans that continue them. Whoever joins what hangs on them uses
 * `crossJoin` and a condition, from the scope outwards: SQLite takes that order as given, while with an inner join it
 * would read the whole table first, knowing nothing of how few actions the scope has.
 */
export function withScope(db: Db, { planId, code, actionIds }: Scope | ActionsScope) {
  return db.withRecursive("scope", (cte) =>
    cte
      .selectFrom("plan_action")
      .select("id")
      .$if(planId !== undefined, (query) => query.where("plan_id", "=", planId!))
      .$if(code !== undefined, (query) => query.where("code", "=", code!))
      .$if(actionIds !== undefined, (query) => query.where("id", "in", [-1, ...actionIds!]))
      .union(
        cte
          .selectFrom("plan_action")
          .innerJoin("scope", "scope.id", "plan_action.continues_id")
          .select("plan_action.id"),
      ),
  );
}
