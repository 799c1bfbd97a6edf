import type { VariationKind } from "./variations.ts";

/** The codes of addresses and exports. They never change. */
export const VARIATION_CODE: Record<VariationKind, string> = {
  added: "aggiunta",
  dropped: "eliminata",
  postponed: "rinviata",
  "brought-forward": "anticipata",
  reassigned: "riassegnata",
  reworded: "riscritta",
  "taken-back": "ritirata",
};
