import { ask, sqlite } from "./requests.ts";

/** A round as the RTD's form sends it. */
export function anOpening(varied: Record<string, string> = {}): Record<string, string> {
  return {
    title: "Monitoraggio al 30/06/2026",
    lookedAtOn: "2026-06-30",
    dueOn: "2026-10-30",
    note: "",
    ...varied,
  };
}

/** Opens a round as the RTD does, and returns its address. */
export async function openRound(varied: Record<string, string> = {}): Promise<string> {
  const { headers } = await ask("/giri/nuovo", { as: "rtd", form: anOpening(varied) });
  return headers.get("Location")!;
}

/** Closes the round that is open, if one is: there is one at a time. */
export async function closeRound(): Promise<void> {
  const id = sqlite.prepare("select id from monitoring where closed_at is null").pluck().get() as
    number | undefined;
  if (id !== undefined) await ask(`/giri/${id}/chiusura`, { as: "rtd", form: { note: "" } });
}

export type Item = {
  id: number;
  seen: string;
  name: string;
  answer: { state: string; way: string | null; on: string | null };
  isConfirmable: boolean;
  step: { measure: { kind: string } } | null;
};

export type OfficePage = { items: Item[]; counts: Record<string, number>; mayAnswer: boolean };

/** An office's part of a round, as who asks sees it. */
export async function officePart(round: string, office: string, as = "rtd"): Promise<OfficePage> {
  return (await ask(`${round}/uffici/${office}`, { as })).data as OfficePage;
}
