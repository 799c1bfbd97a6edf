import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { type Role, ROLES } from "#app/domain/permissions.ts";
import { count } from "#app/format.ts";
import { ROLE_LABEL } from "#app/labels.ts";
import { hashPassword } from "#app/passwords.server.ts";
import { listOffices } from "#db/office/offices.ts";
import type { Db } from "#db/open.ts";
import { insertUser, isUsernameTaken } from "#db/users.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { isStarted, refuse } from "./command-line.ts";
import { type Ask, openConversation } from "./conversation.ts";

const USAGE = `Si usa così: npm run user:create
oppure: npm run user:create -- --utente anna --nome "Anna Rossi" --ruolo dirigente --ufficio settore-1
Con --parola-da-stdin non chiede nulla, e la password è la prima riga di ciò che riceve.`;

const SHORTEST_PASSWORD = 12;
/** What the sign-in page takes. */
const LONGEST = { username: 100, password: 1000 };

const WITH_OFFICE: readonly Role[] = ["dirigente", "referente"];
const MAY_HAVE_OFFICE: readonly Role[] = [...WITH_OFFICE, "rtd"];

/** What the command line already says; the rest is asked. */
export type Given = {
  utente?: string;
  nome?: string;
  ruolo?: string;
  ufficio?: string;
  "parola-da-stdin"?: boolean;
};

type Refused = { ok: false; sentence: string };
type Read<Value> = { ok: true; value: Value } | Refused;

export function readArguments(args: string[]): { ok: true; given: Given } | Refused {
  const text = { type: "string" } as const;
  const options = {
    ...{ utente: text, nome: text, ruolo: text, ufficio: text },
    "parola-da-stdin": { type: "boolean" },
  } as const;
  try {
    return { ok: true, given: parseArgs({ args, options }).values };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    return refused(`Un’opzione è sconosciuta o incompleta. ${USAGE}`);
  }
}

/** Makes an account from what was given and what is answered, or says why not, having written nothing. */
export async function createUser(
  db: Db,
  given: Given,
  ask: Ask,
): Promise<{ ok: true; sentence: string } | Refused> {
  const username = await readUsername(db, await answer("utente", "Nome utente: ", given, ask));
  if (!username.ok) return username;
  const name = readName(await answer("nome", "Nome e cognome: ", given, ask));
  if (!name.ok) return name;
  const role = readRole(await answer("ruolo", `Ruolo (${ROLES.join(", ")}): `, given, ask));
  if (!role.ok) return role;
  const offices = await readOffices(db, role.value, given, ask);
  if (!offices.ok) return offices;
  const password = await readPassword(given, ask);
  if (!password.ok) return password;

  await insertUser(db, {
    id: randomUUID(),
    username: username.value,
    name: name.value,
    role: role.value,
    password_hash: await hashPassword(password.value),
    created_at: new Date().toISOString(),
    officeIds: offices.value,
  });
  return { ok: true, sentence: `Creato l’utente ${username.value} (${ROLE_LABEL[role.value]}).` };
}

/** What the command line says, or the answer to a question; nothing where nothing may be asked. */
async function answer(
  option: "utente" | "nome" | "ruolo" | "ufficio",
  question: string,
  given: Given,
  ask: Ask,
): Promise<string> {
  const isToBeAsked = given[option] === undefined && !given["parola-da-stdin"];
  const text = isToBeAsked ? await ask(question) : given[option];
  return text?.trim() ?? "";
}

async function readUsername(db: Db, username: string): Promise<Read<string>> {
  if (username === "") return refused("Manca il nome utente (--utente).");
  if (/\s/.test(username)) return refused(`Il nome utente «${username}» non può contenere spazi.`);
  if (username.length > LONGEST.username)
    return refused(
      `Il nome utente è troppo lungo: al massimo ${count(LONGEST.username, "carattere", "caratteri")}.`,
    );
  return (await isUsernameTaken(db, username))
    ? refused(`L’utente «${username}» c’è già: scegli un altro nome utente.`)
    : read(username);
}

function readName(name: string): Read<string> {
  return name === "" ? refused("Manca il nome (--nome).") : read(name);
}

function readRole(asked: string): Read<Role> {
  if (asked === "") return refused("Manca il ruolo (--ruolo).");
  const role = ROLES.find((role) => role === asked.toLowerCase());
  return role ? read(role) : refused(`Il ruolo «${asked}» non esiste: scegli tra ${ROLES.join(", ")}.`);
}

/** Dirigenti and referenti answer for some office, one code or more; the RTD signs with one if it has one; the others have none. */
async function readOffices(db: Db, role: Role, given: Given, ask: Ask): Promise<Read<number[]>> {
  if (!MAY_HAVE_OFFICE.includes(role))
    return given.ufficio
      ? refused(`Il ruolo ${ROLE_LABEL[role]} non ha un ufficio: togli --ufficio.`)
      : read([]);
  const offices = await listOffices(db);
  const isNeeded = WITH_OFFICE.includes(role);
  if (offices.length === 0 && isNeeded)
    return refused(
      "Nella base dati non ci sono ancora uffici, e un dirigente o un referente ne ha bisogno: li scrive il RTD, alla pagina Uffici.",
    );

  const list = offices.map(({ code, name }) => `  ${code.padEnd(26)}${name}\n`).join("");
  const how = isNeeded ? "uno o più, separati da spazi" : "facoltativo";
  const question = `${list}Codice dell’ufficio (${how}): `;
  const asked = offices.length === 0 ? (given.ufficio ?? "") : await answer("ufficio", question, given, ask);
  const codes = [...new Set(asked.split(/[\s,]+/).filter((code) => code !== ""))];
  if (codes.length === 0 && isNeeded)
    return refused(`Manca l’ufficio (--ufficio). Gli uffici sono:\n${list}`);
  const unknown = codes.find((code) => !offices.some((office) => office.code === code));
  if (unknown) return refused(`L’ufficio «${unknown}» non esiste. Gli uffici sono:\n${list}`);
  return read(codes.map((code) => offices.find((office) => office.code === code)!.id));
}

async function readPassword(given: Given, ask: Ask): Promise<Read<string>> {
  const secret = { secret: true };
  const shortest = count(SHORTEST_PASSWORD, "carattere", "caratteri");
  const isPiped = given["parola-da-stdin"] === true;
  const password = (await ask(isPiped ? "" : `Password (almeno ${shortest}): `, secret)) ?? "";
  if ([...password].length < SHORTEST_PASSWORD)
    return refused(`La password è troppo corta: servono almeno ${shortest}.`);
  if (password.length > LONGEST.password)
    return refused(
      `La password è troppo lunga: al massimo ${count(LONGEST.password, "carattere", "caratteri")}.`,
    );
  if (isPiped || (await ask("Di nuovo la password: ", secret)) === password) return read(password);
  return refused("Le due password sono diverse.");
}

async function main(): Promise<void> {
  const arguments_ = readArguments(process.argv.slice(2));
  if (!arguments_.ok) return refuse(arguments_.sentence);
  process.env.ROTTA_DIMOSTRAZIONE = "no";
  const { connection } = await import("#db/connection.server.ts");
  const prepared = await prepareDatabase(connection);
  if (!prepared.ok) return refuse(prepared.sentence);

  const conversation = openConversation(process.stdin, process.stdout);
  const created = await createUser(connection.db, arguments_.given, conversation.ask);
  conversation.close();
  if (!created.ok) return refuse(`${created.sentence}\nNon è stato creato nulla.`);
  console.log(created.sentence);
  if (prepared.demonstrationDay !== undefined) console.log("Questa base dati contiene la dimostrazione.");
}

function read<Value>(value: Value): Read<Value> {
  return { ok: true, value };
}

function refused(sentence: string): Refused {
  return { ok: false, sentence };
}

if (isStarted(import.meta.url)) await main();
