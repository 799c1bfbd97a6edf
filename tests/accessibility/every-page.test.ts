import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "@playwright/test";
import routes from "#app/routes.ts";
import {
  expect,
  fillSignIn,
  PLAN,
  PLAN_IN_FORCE,
  signInAs,
  test,
  type Username,
} from "#tests/support/browser.ts";
import { expectGoodPage } from "#tests/support/good-page.ts";
import { actionPath, choice, contributionPath, save, statusPath } from "#tests/support/rotta-pages.ts";

/** Reads only: what it tries to write is refused. */

/** The lists that leave as files, each in three formats. */
const FILES = [
  "/piani/:plan/piano",
  "/piani/:plan/annualita",
  "/piani/:plan/storia",
  "/piani/:plan/variazioni",
  "/andamento",
  "/processi",
  "/smartabilita",
  "/obiettivi",
].flatMap((list) => ["csv", "xlsx", "ods"].map((format) => `${list}.${format}`));

type Example = {
  /** What is looked at, in words. */
  name: string;
  path: string;
  as?: Username | "nobody";
  status?: number;
  /** What a person does on the page before it is judged. */
  first?: (page: Page) => Promise<unknown>;
};

/** For each address of routes.ts, pages to judge; "no page" where what answers is not a document. */
const EXAMPLES: Record<string, Example[] | { noPage: string; leadsTo?: RegExp }> = {
  ...Object.fromEntries(FILES.map((address) => [address, { noPage: address.replace("/piani/:plan", PLAN) }])),
  "/": [
    { name: "the desk of the RTD", path: "/" },
    { name: "the desk of a dirigente", path: "/", as: "dirigente-settore-4" },
    { name: "the desk of the Giunta", path: "/", as: "giunta" },
  ],
  "/accedi": [
    { name: "signing in", path: "/accedi", as: "nobody" },
    {
      name: "signing in, refused",
      path: "/accedi",
      as: "nobody",
      status: 422,
      first: (page) => fillSignIn(page, "", ""),
    },
  ],
  "/esci": { noPage: "/esci", leadsTo: /\/$/ },
  "/piano": { noPage: "/piano", leadsTo: /\/piani\/2024-2026$/ },
  "/piani": [
    { name: "the plans", path: "/piani" },
    { name: "the plans for who only reads", path: "/piani", as: "giunta" },
  ],
  "/piani/nuovo": [
    { name: "opening a new triennium", path: "/piani/nuovo" },
    {
      name: "opening a new triennium, refused",
      path: "/piani/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Codice").fill("due parole");
        await page.getByRole("button", { name: "Apri la bozza" }).click();
      },
    },
  ],
  "/piani/:plan/adozione": [{ name: "the adoption of a plan adopted already", path: `${PLAN}/adozione` }],
  "/piani/:plan/azioni/:code/:year/riporto": [
    { name: "carrying over", path: `${actionPath("4.6.3")}/2022/riporto` },
    {
      name: "carrying over, refused",
      path: `${actionPath("4.6.3")}/2022/riporto`,
      status: 422,
      first: (page) => page.getByRole("button", { name: "Salva il riporto" }).click(),
    },
    { name: "carrying over what is closed", path: `${actionPath("4.3.6")}/2022/riporto` },
  ],
  "/piani/:plan": [
    { name: "the plan", path: PLAN },
    { name: "the plan with filters", path: `${PLAN}?anno=2022&situazione=completata_provata&tema=cloud` },
    { name: "the plan with a filter that finds nothing", path: `${PLAN}?testo=zzzz` },
    {
      name: "the plan with a filter and a day that do not exist",
      path: `${PLAN}?ambito=9.9&testo=cloud&al=2022-02-31`,
      status: 422,
    },
    { name: "a plan beside itself as adopted", path: `${PLAN}?confronto=adottato` },
    { name: "a plan that goes on from the one before", path: PLAN_IN_FORCE },
    { name: "the plan on a past day", path: `${PLAN}?situazione=in_ritardo&al=2022-12-31` },
    { name: "the plan before its adoption", path: `${PLAN}?al=2021-01-01` },
  ],
  "/piani/:plan/variazioni": [
    { name: "the variations of a plan", path: `${PLAN}/variazioni` },
    {
      name: "the variations of a kind, on a past day",
      path: `${PLAN}/variazioni?tipo=eliminata&al=2022-12-31`,
    },
    { name: "the variations before the adoption", path: `${PLAN}/variazioni?al=2021-01-01` },
    {
      name: "the variations of a kind that does not exist",
      path: `${PLAN}/variazioni?tipo=altro`,
      status: 422,
    },
  ],
  "/piani/:plan/azioni/:code": [
    { name: "an action", path: actionPath("4.3.6") },
    { name: "an action that goes on from the plan before", path: actionPath("4.3.6", PLAN_IN_FORCE) },
    { name: "an action for who may not change it", path: actionPath("4.3.6"), as: "dirigente-settore-1" },
    { name: "an action with a replaced line", path: actionPath("4.11.2") },
    { name: "an action whose years are unknown", path: actionPath("4.2.2") },
    { name: "an action with a year beyond the plan", path: actionPath("4.11.4") },
    { name: "an action with contributions", path: actionPath("4.11.3", PLAN_IN_FORCE) },
    {
      name: "an action with contributions, for an office",
      path: actionPath("4.11.3", PLAN_IN_FORCE),
      as: "referente-settore-4",
    },
    { name: "an action on a past day", path: `${actionPath("4.3.6")}?al=2022-12-31` },
  ],
  "/piani/:plan/scarto": [{ name: "discarding a plan adopted already", path: `${PLAN}/scarto` }],
  "/piani/:plan/azioni/:code/eliminazione": [
    { name: "taking an action off a plan adopted already", path: `${actionPath("4.3.6")}/eliminazione` },
  ],
  "/piani/:plan/ambiti": [
    { name: "the areas of a plan", path: `${PLAN}/ambiti` },
    { name: "the areas of a plan for who only reads", path: `${PLAN}/ambiti`, as: "giunta" },
  ],
  "/piani/:plan/ambiti/nuovo": [
    { name: "the form of a new area", path: `${PLAN}/ambiti/nuovo` },
    {
      name: "the form of a new area, refused",
      path: `${PLAN}/ambiti/nuovo`,
      status: 422,
      first: (page) => save(page, "Salva"),
    },
  ],
  "/piani/:plan/ambiti/:area/modifica": [
    { name: "the form of an area's name", path: `${PLAN}/ambiti/4.3/modifica` },
    {
      name: "the form of an area's name, refused",
      path: `${PLAN}/ambiti/4.3/modifica`,
      status: 422,
      first: async (page) => {
        await page.getByLabel("Nome dell’ambito").fill("");
        await save(page, "Salva");
      },
    },
  ],
  "/piani/:plan/azioni/nuova": [
    { name: "the form of a new action", path: `${PLAN}/azioni/nuova` },
    {
      name: "the form of a new action, refused",
      path: `${PLAN}/azioni/nuova`,
      status: 422,
      first: (page) => save(page, "Salva"),
    },
  ],
  "/piani/:plan/azioni/:code/modifica": [
    { name: "the form of an action's wording", path: `${actionPath("4.3.6")}/modifica` },
    {
      name: "the form of an action's wording, refused",
      path: `${actionPath("4.3.6")}/modifica`,
      status: 422,
      first: async (page) => {
        await page.getByLabel("Titolo").fill("");
        await save(page, "Salva");
      },
    },
  ],
  "/piani/:plan/azioni/:code/responsabili": [
    { name: "the form of who answers for an action", path: `${actionPath("4.10.1")}/responsabili` },
    {
      name: "the form of who answers for an action, refused",
      path: `${actionPath("4.10.1")}/responsabili`,
      status: 422,
      first: async (page) => {
        await page.getByLabel("1º responsabile").selectOption({ label: "RTD" });
        await page.getByLabel("2º responsabile").selectOption({ label: "RTD" });
        await save(page, "Salva");
      },
    },
  ],
  "/piani/:plan/azioni/:code/anni": [
    { name: "the form of an action's years", path: `${actionPath("4.2.2")}/anni` },
    { name: "the years of an action that has them all", path: `${actionPath("4.3.6")}/anni` },
    {
      name: "the form of an action's years, refused",
      path: `${actionPath("4.2.2")}/anni`,
      status: 422,
      first: async (page) => {
        await page.getByLabel(/^Gli anni che aggiungo chiariscono/).check();
        await save(page, "Salva");
      },
    },
  ],
  "/piani/:plan/azioni/:code/:year/uffici": [
    { name: "the offices of an annualità", path: `${actionPath("4.3.6", PLAN_IN_FORCE)}/2025/uffici` },
  ],
  "/piani/:plan/azioni/:code/:year/stato": [
    { name: "the form of a status, in progress", path: statusPath("4.3.6", 2025, PLAN_IN_FORCE) },
    { name: "the form of a status, completed", path: statusPath("4.3.6", 2024, PLAN_IN_FORCE) },
    {
      name: "the form of a status, refused",
      path: statusPath("4.3.6", 2025, PLAN_IN_FORCE),
      status: 422,
      first: async (page) => {
        await choice(page, "ripianificata").check();
        await page.getByLabel("Tipo").selectOption({ label: "Deliberazione" });
        await save(page);
      },
    },
    {
      name: "the form of a status, refused before anything is read",
      path: statusPath("4.3.6", 2025, PLAN_IN_FORCE),
      status: 422,
      first: async (page) => {
        await page.getByLabel("Dal giorno").fill("");
        await save(page);
      },
    },
    {
      name: "the form of who may not change it",
      path: statusPath("4.3.6", 2025, PLAN_IN_FORCE),
      as: "dirigente-settore-1",
      status: 403,
    },
  ],
  "/piani/:plan/azioni/:code/:year/rettifica/:sequence": [
    { name: "the form of a rettifica", path: actionPath("4.11.2"), first: openRettifica },
    {
      name: "the form of a rettifica, refused",
      path: actionPath("4.11.2"),
      status: 422,
      first: async (page) => {
        await openRettifica(page);
        await save(page, "Salva la rettifica");
      },
    },
  ],
  "/aggiornamento": [
    { name: "the round, before it begins", path: "/aggiornamento" },
    { name: "the round for who may only read", path: "/aggiornamento", as: "giunta", status: 403 },
  ],
  "/aggiornamento/fine": [
    { name: "the end of a round", path: "/aggiornamento", as: "referente-settore-4", first: skipTheRound },
  ],
  "/aggiornamento/:plan/:code/:year": [
    { name: "a status in a round", path: "/aggiornamento/2021-2023/4.6.3/2023" },
    {
      name: "a status in a round, refused",
      path: "/aggiornamento/2021-2023/4.6.3/2023",
      status: 422,
      first: async (page) => {
        await page.getByText("C’è una novità").click();
        await choice(page, "annullata").check();
        await save(page, "Salva e vai alla prossima");
      },
    },
  ],
  "/piani/:plan/azioni/:code/:year/contributo": [
    { name: "the form of a contribution", path: contributionPath("4.3.6", 2025), as: "dirigente-settore-4" },
    {
      name: "the form of a contribution, refused",
      path: contributionPath("4.3.6", 2025),
      as: "dirigente-settore-4",
      status: 422,
      first: async (page) => {
        await choice(page, "sospesa").check();
        await save(page, "Salva il contributo");
      },
    },
    {
      name: "a contribution that is not taken",
      path: contributionPath("4.11.6", 2024),
      as: "dirigente-settore-4",
    },
  ],
  "/contributi": [
    { name: "the contributions to decide", path: "/contributi?scelte=tutte" },
    {
      name: "the contributions, none chosen",
      path: "/contributi",
      status: 422,
      first: (page) => save(page, "Accogli le proposte scelte"),
    },
  ],
  "/contributi/:contribution/accordo": [
    { name: "a claim that waits", path: "/contributi", first: openClaim },
    { name: "a claim that is not there", path: "/contributi/999999/accordo", status: 404 },
  ],
  "/aggiornamento/:plan/:code/:year/:office": [
    {
      name: "a contribution in a round",
      path: "/aggiornamento/2021-2023/4.6.3/2023/settore-4",
      as: "referente-settore-4",
    },
    {
      name: "a contribution in a round, refused",
      path: "/aggiornamento/2021-2023/4.6.3/2023/settore-4",
      as: "referente-settore-4",
      status: 422,
      first: async (page) => {
        await page.getByRole("radio", { name: "sospesa" }).check();
        await save(page, "Salva e vai alla prossima");
      },
    },
  ],
  "/andamento": [
    { name: "the yearly chart", path: "/andamento" },
    { name: "the yearly chart on a past day", path: "/andamento?al=2022-12-31", as: "giunta" },
    { name: "the yearly chart before the adoption", path: "/andamento?al=2021-01-01" },
    { name: "the yearly chart on a future day", path: "/andamento?al=2030-01-01", status: 422 },
  ],
  "/processi": [
    { name: "the processes", path: "/processi" },
    { name: "the processes with filters", path: "/processi?figura=sbloccabile&blocco=archivio_cartaceo" },
    { name: "the processes on a past day", path: "/processi?livello=no&al=2022-12-31" },
    { name: "the processes with a filter that does not exist", path: "/processi?livello=forse", status: 422 },
    { name: "the processes with a filter that finds nothing", path: "/processi?testo=zzzz" },
    { name: "the processes before any catalogue", path: "/processi?al=2019-12-31" },
  ],
  "/smartabilita": [
    { name: "smartability", path: "/smartabilita" },
    { name: "smartability on a past day", path: "/smartabilita?al=2021-05-04", as: "giunta" },
    {
      name: "smartability if some actions were completed",
      path: "/smartabilita?completate=2021-2023/4.6.3&completate=2021-2023/9.9.9",
    },
    { name: "smartability before every map", path: "/smartabilita?al=2020-01-01" },
    { name: "smartability on a future day", path: "/smartabilita?al=2030-01-01", status: 422 },
  ],
  "/cerca": [
    { name: "a search that is empty", path: "/cerca" },
    { name: "a search that finds something", path: "/cerca?q=accessibilita" },
    { name: "a search that finds nothing, on a past day", path: "/cerca?q=zzzz&al=2022-12-31" },
    { name: "a search that is too long", path: `/cerca?q=${"a".repeat(201)}`, status: 422 },
  ],
  "/uffici": [
    { name: "the offices, for who edits them", path: "/uffici" },
    { name: "the offices on a past day", path: "/uffici?al=2022-12-31", as: "lettore" },
  ],
  "/uffici/nuovo": [
    { name: "a new office", path: "/uffici/nuovo" },
    {
      name: "a new office, refused",
      path: "/uffici/nuovo",
      status: 422,
      first: (page) => save(page, "Salva l’ufficio"),
    },
  ],
  "/uffici/:office": [
    { name: "the sheet of an office", path: "/uffici/settore-3" },
    { name: "the sheet of an office on a past day", path: "/uffici/settore-3?al=2022-12-31", as: "giunta" },
    { name: "the sheet of an office before any plan", path: "/uffici/settore-3?al=2021-01-01" },
  ],
  "/uffici/:office/modifica": [{ name: "the form of an office", path: "/uffici/settore-3/modifica" }],
  "/uffici/:office/cessazione": [
    { name: "the cessation of an office", path: "/uffici/settore-3/cessazione" },
    {
      name: "the cessation of an office, refused",
      path: "/uffici/settore-3/cessazione",
      status: 422,
      first: (page) => save(page, "Registra la cessazione"),
    },
  ],
  "/gruppi/nuovo": [{ name: "a new group", path: "/gruppi/nuovo" }],
  "/gruppi/:group": [
    { name: "the form of a group", path: "/gruppi/settori-3-e-4" },
    {
      name: "the form of a group, refused",
      path: "/gruppi/settori-3-e-4",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Nome").fill("");
        await save(page, "Salva il gruppo");
      },
    },
  ],
  "/processi/:code": [
    { name: "a process that an action unlocked", path: "/processi/FVG-TEC-088" },
    { name: "a process that waits for late work", path: "/processi/FVG-RAG-027", as: "dirigente-settore-3" },
    { name: "a process with several blockers", path: "/processi/FVG-TRI-008", as: "giunta" },
    { name: "a process with a void claim", path: "/processi/FVG-DEM-013" },
    { name: "a process with phases and teams", path: "/processi/CAS-210-2-B", as: "lettore" },
    { name: "a process on a past day", path: "/processi/FVG-TEC-088?al=2024-12-31" },
    { name: "a process that does not exist", path: "/processi/NESSUNO-1", status: 404 },
  ],
  "/processi/nuovo": [
    { name: "a new process", path: "/processi/nuovo" },
    {
      name: "a new process below SI, refused",
      path: "/processi/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByRole("radio", { name: "IN PARTE" }).check();
        await save(page, "Aggiungi il processo");
      },
    },
  ],
  "/processi/:code/modifica": [{ name: "the form of a process", path: "/processi/FVG-TEC-088/modifica" }],
  "/processi/:code/ritiro": [
    { name: "the retirement of a process", path: "/processi/FVG-TEC-088/ritiro" },
    {
      name: "the retirement of a process, refused",
      path: "/processi/FVG-TEC-088/ritiro",
      status: 422,
      first: (page) => save(page, "Ritira il processo"),
    },
  ],
  "/processi/:code/blocchi/nuovo": [
    { name: "a new blocker", path: "/processi/FVG-TEC-088/blocchi/nuovo" },
    {
      name: "a new blocker, refused",
      path: "/processi/FVG-TEC-088/blocchi/nuovo",
      status: 422,
      first: (page) => save(page, "Aggiungi il blocco"),
    },
  ],
  "/processi/:code/blocchi/:ordinal/modifica": [
    { name: "the form of a blocker with claims", path: "/processi/FVG-TEC-088/blocchi/1/modifica" },
  ],
  "/processi/:code/blocchi/:ordinal/ritiro": [
    { name: "the retirement of a blocker", path: "/processi/FVG-TEC-088/blocchi/1/ritiro" },
  ],
  "/processi/:code/blocchi/:ordinal/sblocco": [
    { name: "the proposal of a claim", path: "/processi/FVG-TEC-044/blocchi/1/sblocco" },
    { name: "a structural blocker, which takes no claim", path: "/processi/FVG-TEC-085/blocchi/2/sblocco" },
    {
      name: "the proposal of a claim, refused",
      path: "/processi/FVG-TEC-044/blocchi/1/sblocco",
      as: "referente-settore-4",
      status: 422,
      first: async (page) => {
        await page.getByLabel("1ª azione").selectOption("2021-2023/4.6.3");
        await page.getByLabel("Solo negli anni (1ª)").fill("2025");
        await save(page, "Proponi lo sblocco");
      },
    },
  ],
  "/sblocchi": [
    { name: "the claims", path: "/sblocchi", as: "giunta" },
    { name: "the void claims, for who decides", path: "/sblocchi?stato=decaduto" },
    { name: "the claims, by what is not there", path: "/sblocchi?stato=boh&azione=x", status: 422 },
  ],
  "/sblocchi/:claim/decisione": [
    { name: "the decision on a claim", path: "/sblocchi/33/decisione" },
    { name: "the decision on a void claim", path: "/sblocchi/55/decisione" },
    {
      name: "the decision on a claim, refused",
      path: "/sblocchi/33/decisione",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Rifiuta").check();
        await save(page, "Registra la decisione");
      },
    },
  ],
  "/svolte": [
    { name: "the turns", path: "/svolte", as: "dirigente-settore-4" },
    { name: "the turns, of a line that is none", path: "/svolte?riga=x", status: 422 },
  ],
  "/svolte/:turn/risposta": [
    { name: "the answer to a turn", path: "/svolte/8/risposta", as: "dirigente-settore-4" },
    {
      name: "the answer to a turn, refused",
      path: "/svolte/8/risposta",
      as: "dirigente-settore-4",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Non è così").check();
        await save(page, "Registra la risposta");
      },
    },
  ],
  "/obiettivi": [
    { name: "the objectives", path: "/obiettivi" },
    { name: "the objectives, own ones first", path: "/obiettivi", as: "dirigente-settore-3" },
    { name: "the objectives of every year, on a past day", path: "/obiettivi?anno=tutti&al=2024-06-30" },
    { name: "the objectives with a filter that does not exist", path: "/obiettivi?anno=abc", status: 422 },
    { name: "the objectives with a filter that finds nothing", path: "/obiettivi?testo=zzzz" },
  ],
  "/obiettivi/collegamenti": [
    { name: "what is linked to nothing", path: "/obiettivi/collegamenti" },
    {
      name: "what is linked to nothing, of an office, for who only reads",
      path: "/obiettivi/collegamenti?ufficio=settore-3&al=2024-12-31",
      as: "giunta",
    },
    {
      name: "what is linked to nothing, of an office that does not exist",
      path: "/obiettivi/collegamenti?ufficio=nessuno",
      status: 422,
    },
  ],
  "/obiettivi/:code/collegamenti/nuovo": [
    { name: "linking an action", path: "/obiettivi/PDO-TRASV-5/collegamenti/nuovo" },
    {
      name: "linking an action, searched and refused",
      path: "/obiettivi/PDO-TRASV-5/collegamenti/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Cerca tra le azioni dei piani adottati").fill("pagopa");
        await page.getByRole("button", { name: "Cerca" }).last().click();
        await save(page, "Collega");
      },
    },
  ],
  "/obiettivi/:code/collegamenti/:link/scioglimento": [
    { name: "undoing a link", path: "/obiettivi/DUP-M1P8/collegamenti/1/scioglimento" },
    {
      name: "undoing a link, refused",
      path: "/obiettivi/DUP-M1P8/collegamenti/1/scioglimento",
      status: 422,
      first: (page) => save(page, "Sciogli il collegamento"),
    },
  ],
  "/piani/:plan/azioni/:code/obiettivi/nuovo": [
    {
      name: "linking an action to an objective",
      path: `${actionPath("4.4.11", PLAN_IN_FORCE)}/obiettivi/nuovo?q=pagopa`,
    },
    {
      name: "linking an action to an objective, with a search that is too long",
      path: `${actionPath("4.4.11", PLAN_IN_FORCE)}/obiettivi/nuovo?q=${"a".repeat(201)}`,
      status: 422,
    },
  ],
  "/obiettivi/:code": [
    { name: "an objective of steps", path: "/obiettivi/PEG-50000-30000", as: "dirigente-settore-1" },
    { name: "an objective of actions", path: "/obiettivi/DUP-M1P11-1", as: "giunta" },
    { name: "an objective on a past day", path: "/obiettivi/PDO-TRASV-1?al=2021-12-31" },
    { name: "an objective that does not exist", path: "/obiettivi/NESSUNO-1", status: 404 },
  ],
  "/obiettivi/:code/indicatori/nuovo": [
    { name: "a new indicator", path: "/obiettivi/PEG-CED/indicatori/nuovo" },
    {
      name: "a new indicator, refused",
      path: "/obiettivi/PEG-CED/indicatori/nuovo",
      status: 422,
      first: (page) => save(page, "Aggiungi l’indicatore"),
    },
  ],
  "/obiettivi/:code/indicatori/:ordinal/modifica": [
    { name: "an indicator that there is not", path: "/obiettivi/PEG-CED/indicatori/9/modifica", status: 404 },
  ],
  "/obiettivi/:code/indicatori/:ordinal/valore": [
    {
      name: "a value of an indicator that there is not",
      path: "/obiettivi/PEG-CED/indicatori/9/valore",
      status: 404,
    },
  ],
  "/obiettivi/:code/dichiarato": [
    { name: "declaring a progress", path: "/obiettivi/PEG-CED/dichiarato", as: "dirigente-settore-3" },
    {
      name: "declaring a progress, refused",
      path: "/obiettivi/PEG-CED/dichiarato",
      status: 422,
      first: (page) => save(page, "Salva l’avanzamento dichiarato"),
    },
  ],
  "/obiettivi/:code/validato": [
    { name: "what the Nucleo validated", path: "/obiettivi/PEG-CED/validato" },
    {
      name: "what the Nucleo validated, refused",
      path: "/obiettivi/PEG-CED/validato",
      status: 422,
      first: (page) => save(page, "Salva la validazione"),
    },
  ],
  "/obiettivi/:code/cifre/:figure/rettifica": [
    { name: "putting right a validation", path: "/obiettivi/PEG-CED/validato", first: correctAFigure },
    {
      name: "putting right a validation, refused",
      path: "/obiettivi/PEG-CED/validato",
      status: 422,
      first: async (page) => {
        await correctAFigure(page);
        await save(page, "Salva la rettifica");
      },
    },
  ],
  "/obiettivi/:code/note": { noPage: "/obiettivi/PEG-CED/note", leadsTo: /\/obiettivi\/PEG-CED#note$/ },
  "/obiettivi/:code/punti/:ordinal/effettivo": [
    { name: "the form of an effettivo, in the place of its point", path: "/obiettivi/PEG-CED?punto=22" },
    { name: "the form of an effettivo of a month", path: "/obiettivi/PEG-50000-30000?punto=6" },
    {
      name: "the form of an effettivo, refused",
      path: "/obiettivi/PEG-CED?punto=22",
      status: 422,
      first: (page) => save(page, "Salva l’effettivo"),
    },
  ],
  "/obiettivi/:code/punti/:ordinal/effettivo/:report/rettifica": [
    {
      name: "putting right an effettivo",
      path: "/obiettivi/PEG-CED?punto=22",
      first: correctAReport,
    },
    {
      name: "putting right an effettivo, refused",
      path: "/obiettivi/PEG-CED?punto=22",
      status: 422,
      first: async (page) => {
        await correctAReport(page);
        await save(page, "Salva la rettifica");
      },
    },
  ],
  "/obiettivi/:code/modifica": [
    { name: "the form of an objective", path: "/obiettivi/PDO-S3-UO3.4-2/modifica" },
    {
      name: "the form of an objective, refused",
      path: "/obiettivi/PDO-S3-UO3.4-2/modifica",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Titolo").fill("");
        await save(page, "Salva l’obiettivo");
      },
    },
  ],
  "/fotografie": [
    { name: "the reviews", path: "/fotografie" },
    { name: "the reviews for who only reads", path: "/fotografie", as: "giunta" },
  ],
  "/fotografie/nuova": [
    { name: "a new review", path: "/fotografie/nuova" },
    {
      name: "a new review, refused",
      path: "/fotografie/nuova",
      status: 422,
      first: (page) => page.getByRole("button", { name: "Apri la fotografia" }).click(),
    },
  ],
  "/fotografie/:review": [{ name: "a review that is not there", path: "/fotografie/999999", status: 404 }],
  "/fotografie/:review/fotografia.json": { noPage: "/fotografie/999999/fotografia.json" },
  "/fotografie/:review/commenti/:area": [
    { name: "a comment on a review that is not there", path: "/fotografie/999999/commenti/4.3", status: 404 },
  ],
  "/fotografie/:review/decisioni": [
    {
      name: "the decisions of a review that is not there",
      path: "/fotografie/999999/decisioni",
      status: 404,
    },
  ],
  "/fotografie/:review/chiusura": [
    { name: "the closing of a review that is not there", path: "/fotografie/999999/chiusura", status: 404 },
  ],
  "/fotografie/:review/scarto": [
    { name: "the discarding of a review that is not there", path: "/fotografie/999999/scarto", status: 404 },
  ],
  "/fotografie/:review/correzione": [
    {
      name: "the correction of a review that is not there",
      path: "/fotografie/999999/correzione",
      status: 404,
    },
  ],
  "/fotografie/:review/presa-d-atto": [
    {
      name: "taking note of a review that is not there",
      path: "/fotografie/999999/presa-d-atto",
      status: 404,
    },
  ],
  "/fotografie/:review/relazione": [
    { name: "the report of a review that is not there", path: "/fotografie/999999/relazione", status: 404 },
  ],
  "/fotografie/:review/relazione.pdf": { noPage: "/fotografie/999999/relazione.pdf" },
  "/fotografie/:review/relazione-accessibile.pdf": { noPage: "/fotografie/999999/relazione-accessibile.pdf" },
  "/giri": [{ name: "the rounds of monitoring", path: "/giri", as: "giunta" }],
  "/giri/nuovo": [
    { name: "a new round of monitoring", path: "/giri/nuovo" },
    {
      name: "a new round of monitoring, refused",
      path: "/giri/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Titolo").fill("");
        await save(page, "Apri il giro");
      },
    },
  ],
  "/giri/:round": [{ name: "a round that is not there", path: "/giri/999999", status: 404 }],
  "/giri/:round/chiusura": [
    { name: "the closing of a round that is not there", path: "/giri/999999/chiusura", status: 404 },
  ],
  "/giri/:round/uffici/:office": [
    {
      name: "an office's part of a round that is not there",
      path: "/giri/999999/uffici/settore-4",
      status: 404,
    },
  ],
  "/obiettivi/nuovo": [
    { name: "a new objective", path: "/obiettivi/nuovo" },
    { name: "a new objective made from another", path: "/obiettivi/nuovo?da=PEG-50000-30000" },
    {
      name: "a new objective, refused",
      path: "/obiettivi/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Documento").fill("PEG 2026");
        await page.getByLabel("Tipo").selectOption("di gestione");
        await save(page, "Aggiungi l’obiettivo");
      },
    },
  ],
  "/obiettivi/:code/pesi": [
    { name: "the weights of an objective", path: "/obiettivi/PEG-50000-30000/pesi" },
    { name: "the weights of an objective of actions", path: "/obiettivi/DUP-M1P11-1/pesi" },
    {
      name: "the weights of an objective, refused",
      path: "/obiettivi/PEG-CED/pesi",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Peso del punto 1 (a)", { exact: true }).fill("tanto");
        await save(page, "Salva i pesi");
      },
    },
  ],
  "/obiettivi/:code/punti/nuovo": [
    { name: "a new step", path: "/obiettivi/PEG-CED/punti/nuovo" },
    {
      name: "a new step, without weights",
      path: "/obiettivi/PEG-CED/punti/nuovo",
      as: "dirigente-settore-3",
    },
    {
      name: "a new step, refused",
      path: "/obiettivi/PEG-CED/punti/nuovo",
      status: 422,
      first: async (page) => {
        await page.getByLabel("Programmato").fill("quando sarà possibile");
        await save(page, "Aggiungi il punto");
      },
    },
  ],
  "/obiettivi/:code/punti/:ordinal/modifica": [
    { name: "the form of a step", path: "/obiettivi/PEG-CED/punti/1/modifica" },
  ],
  "/obiettivi/:code/punti/:ordinal/ritiro": [
    { name: "the retirement of a step", path: "/obiettivi/PEG-CED/punti/1/ritiro" },
  ],
  "/scadenze": [
    { name: "the deadlines of a year", path: "/scadenze?ritardi=tutti" },
    { name: "the deadlines of one's own offices", path: "/scadenze", as: "dirigente-settore-4" },
    { name: "the deadlines of a year past, done ones too", path: "/scadenze?anno=2024&fatte=si" },
    { name: "deadlines of a kind and a year that are not", path: "/scadenze?anno=0&tipo=x", status: 422 },
  ],
  "/giri/:round/uffici/:office/sollecito": [
    {
      name: "a reminder of a round that is not there",
      path: "/giri/999999/uffici/settore-4/sollecito",
      status: 404,
    },
  ],
  "/scadenze/calendario": [{ name: "one's own calendar", path: "/scadenze/calendario" }],
  "/scadenze/calendario/revoca": [
    { name: "taking the address of one's calendar back", path: "/scadenze/calendario/revoca" },
  ],
  "/scadenze/calendario/:token": { noPage: "/scadenze/calendario/nessuno.ics" },
  "/accessibilita": [
    { name: "the statement of accessibility", path: "/accessibilita" },
    { name: "the statement of accessibility, nobody signed in", path: "/accessibilita", as: "nobody" },
  ],
  "/salute": { noPage: "/salute" },
  "/*": [
    { name: "a page that is not there", path: "/non-esiste", status: 404 },
    { name: "a page that is not there, nobody signed in", path: "/non-esiste", as: "nobody", status: 404 },
    { name: "a plan that is not there", path: "/piani/1999-2001", status: 404 },
  ],
};

const pages = Object.values(EXAMPLES).flatMap((examples) => (Array.isArray(examples) ? examples : []));

test("every address of routes.ts has an example here", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(addressesOf(routes as RouteConfigEntry[]).sort());
});

for (const [address, example] of Object.entries(EXAMPLES)) {
  if (Array.isArray(example)) continue;
  test(`${address} is no page of its own`, async ({ page }) => {
    await signInAs(page, "rtd");
    const response = await page.request.get(example.noPage);
    if (example.leadsTo) expect(response.url()).toMatch(example.leadsTo);
    else expect(response.headers()["content-type"]).not.toContain("text/html");
  });
}

for (const example of pages) {
  test(`${example.name} has no barrier and never slides sideways`, async ({ page, announces }) => {
    test.slow();
    if (example.status) announces(example.status);
    await open(page, example);
    await expectGoodPage(page);
  });
}

test("no two pages have the same title", async ({ page, announces }) => {
  announces(404);
  await signInAs(page, "rtd");
  const titles = new Map<string, string>();
  for (const path of [
    "/",
    PLAN,
    PLAN_IN_FORCE,
    actionPath("4.3.6"),
    actionPath("4.3.6", PLAN_IN_FORCE),
    actionPath("4.11.2"),
    statusPath("4.3.6", 2025, PLAN_IN_FORCE),
    statusPath("4.3.6", 2024, PLAN_IN_FORCE),
    `${actionPath("4.3.6")}/2021/rettifica/${await firstSequence(page)}`,
    "/aggiornamento",
    "/aggiornamento/2021-2023/4.6.3/2023",
    "/andamento",
    "/smartabilita",
    "/cerca",
    "/cerca?q=accessibilita",
    "/accessibilita",
    "/non-esiste",
  ]) {
    await page.goto(path);
    titles.set(path, await page.title());
  }
  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");
  titles.set("/accedi", await page.title());

  expect([...new Set(titles.values())]).toEqual([...titles.values()]);
});

/** The address of every route, as routes.ts nests them. */
function addressesOf(entries: RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap((entry) => {
    const here = entry.path === undefined ? above : `${above}/${entry.path}`;
    return entry.children ? addressesOf(entry.children, here) : [here === "" ? "/" : here];
  });
}

async function open(page: Page, { path, as = "rtd", first, status = 200 }: Example): Promise<void> {
  if (as !== "nobody") await signInAs(page, as);
  const response = await page.goto(path);
  expect(response!.status()).toBe(first ? 200 : status);
  await first?.(page);
  if (first && status !== 200) await expect(page.getByRole("alert").first()).toBeVisible();
  await page.waitForLoadState();
  await page.evaluate(() => document.fonts.ready);
}

/** The page of a claim is where its button posts. */
async function openClaim(page: Page): Promise<void> {
  await page.goto((await page.locator("form[action$='/accordo']").first().getAttribute("action"))!);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/si dice non pertinente$/);
}

async function openRettifica(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Rettifica/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rettifica la riga \d+$/);
}

/** Reports an effettivo, and opens its rettifica. */
async function correctAReport(page: Page): Promise<void> {
  await page.getByLabel("Giorno dell’effettivo").fill("2024-02-20");
  await page.getByLabel("Che cosa è stato fatto").fill("Pubblicato sul sito.");
  await page.getByRole("radio", { name: /^Concluso/ }).check();
  await save(page, "Salva l’effettivo");
  await page
    .getByRole("link", { name: /^Rettifica l’effettivo/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rettifica di un effettivo/);
}

/** Writes down what the Nucleo validated, and opens its rettifica. */
async function correctAFigure(page: Page): Promise<void> {
  await page.getByLabel("Percentuale").fill("80");
  await page.getByLabel("Organo").fill("Nucleo di valutazione");
  await page.getByLabel("Numero").fill("3");
  await page.getByLabel("Del", { exact: true }).fill("2025-02-01");
  await save(page, "Salva la validazione");
  await page.getByRole("link", { name: "Rettifica l’avanzamento validato" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rettifica la validazione/);
}

/** Begins a round and closes it at once: it writes nothing in the history. */
async function skipTheRound(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Comincia il giro" }).click();
  await page.goto("/aggiornamento/fine");
  await page.getByRole("button", { name: "Concludi il giro così" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Giro finito");
}

async function firstSequence(page: Page): Promise<string> {
  await page.goto(actionPath("4.3.6"));
  const href = await page
    .getByRole("link", { name: /^Rettifica la riga \d+ del 2021/ })
    .first()
    .getAttribute("href");
  return href!.split("/").at(-1)!;
}
