/** The cross-cutting subjects of the plan (section 2 of the design): ours, not the source's. Several per action. */
export const THEMES = [
  "cloud",
  "pagopa",
  "identita",
  "app-io",
  "fascicolazione",
  "conservazione",
  "servizi-online",
  "accessibilita",
  "opendata",
  "sicurezza",
  "competenze",
  "lavoro-agile",
] as const;
export type Theme = (typeof THEMES)[number];
