import { index, route, type RouteConfig } from "@remix-run/route-config";

export default [
  index("routes/desk.tsx"),
  route("accedi", "routes/sign-in.tsx"),
  route("esci", "routes/sign-out.tsx"),
  route("piano", "routes/plan-in-force.tsx"),
  route("piani/:plan", "routes/plan.tsx"),
  route("piani/:plan/annualita.csv", "routes/plan-csv.ts"),
  route("piani/:plan/azioni/:code", "routes/plan-action.tsx"),
  route("piani/:plan/azioni/:code/:year/stato", "routes/action-year-status.tsx"),
  route("piani/:plan/azioni/:code/:year/rettifica/:sequence", "routes/status-line-correction.tsx"),
  route("aggiornamento", "routes/update-round.tsx"),
  route("aggiornamento/fine", "routes/update-round-end.tsx"),
  route("aggiornamento/:plan/:code/:year", "routes/update-round-status.tsx"),
  route("andamento", "routes/yearly-progress.tsx"),
  route("andamento.csv", "routes/yearly-progress-csv.ts"),
  route("cerca", "routes/search.tsx"),
  route("accessibilita", "routes/accessibility-statement.tsx"),
  route("salute", "routes/health.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
