// Built-ins only: it runs before node_modules exists. Installs and builds what is missing or out of date, and only that.
// With --dependencies it stops after installing. It speaks on standard error, so that a command may print data.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Serve Node.js 20.19 o successivo: questo è ${process.version}.`);
}

// better-sqlite3 is compiled for one line of Node.js: another line needs a new install.
const dependencies = `${hashOf(["package-lock.json"])} ${process.versions.modules} ${process.platform}-${process.arch}`;
if (isStale("node_modules/.rotta-stamp", dependencies)) {
  run(
    "Installo le dipendenze (la prima volta uno o due minuti)",
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    hintOfCompiler,
  );
  writeFileSync("node_modules/.rotta-stamp", dependencies);
}

const sources = hashOf([
  "app",
  "db",
  "seeds",
  "scripts",
  "public",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
]);
if (!process.argv.includes("--dependencies") && isStale("build/.rotta-stamp", sources)) {
  run("Compilo", "npm", ["run", "build", "--silent"]);
  writeFileSync("build/.rotta-stamp", sources);
}

function run(what, command, args, hint = () => "") {
  const started = Date.now();
  console.error(`${what}…`);
  const done = spawnSync(command, args, {
    stdio: ["ignore", 2, 2],
    env: cleanEnvironment(),
    shell: process.platform === "win32",
  });
  if (done.status !== 0) stop(`${what}: non riuscito.${hint()}`);
  console.error(`  fatto in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

// With NODE_ENV=production npm would leave out what the build needs; what npm hands to its scripts confuses a nested npm.
function cleanEnvironment() {
  const kept =
    /^npm_config_(registry|cafile|userconfig|globalconfig|cache|nodedir|proxy|https_proxy|noproxy)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== "NODE_ENV" && (!/^npm_/i.test(name) || kept.test(name)),
    ),
  );
}

function hintOfCompiler() {
  const hasCompiler =
    spawnSync(process.platform === "win32" ? "where" : "which", ["g++"]).status === 0 ||
    process.platform === "win32";
  return hasCompiler
    ? ""
    : " Se l’errore riguarda better-sqlite3, installa un compilatore C++ (su Debian: apt-get install build-essential python3) e riprova.";
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(path).update(readFileSync(path));
}

function isStale(stamp, value) {
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== value;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
