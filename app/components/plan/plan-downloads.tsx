import type { Query } from "#app/addresses.ts";
import { Downloads } from "../frame/downloads.tsx";

/** What of a plan leaves as a file: its table, its annualità, its history. */
export function PlanDownloads({ path, query }: { path: string; query: Query }) {
  return (
    <p className="sm mut noprint">
      <Downloads of="il piano" path={`${path}/piano`} query={query} />
      {" – "}
      <Downloads of="le annualità" path={`${path}/annualita`} query={query} />
      {" – "}
      <Downloads of="la storia" path={`${path}/storia`} query={query} />
    </p>
  );
}
