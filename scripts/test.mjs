// Everything that CI runs, step by step; the last line adds up what the runners report. A step that fails, skips or finds
// no test fails the whole.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { findOrInstallChromium } from "./chromium.mjs";

const UNITS = "test-results/units.json";
const BROWSER = "test-results/browser.json";
const totals = { passed: 0, failed: 0, skipped: 0 };
const wrong = [];

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");

check("Formattazione", "prettier", ["--check", "--log-level", "warn", "."]);
check("Lint", "eslint", ["."]);
check("Tipi", "tsc", []);
test(
  "Architettura, regole, integrazione",
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${UNITS}`],
  countsOfVitest,
);
if (check("Compilazione", "npm", ["run", "build", "--silent"])) await testInBrowser();
else wrong.push("Browser: non provato, la compilazione non è riuscita");

for (const sentence of wrong) console.log(`✗ ${sentence}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function testInBrowser() {
  const chromium = await findOrInstallChromium();
  if (!chromium) {
    wrong.push(
      "Browser: manca Chromium e non si è potuto installare. Installalo (su Debian: apt-get install chromium), oppure indica dov’è con CHROME_PATH.",
    );
    totals.failed += 1;
    return;
  }
  test(
    "Browser e accessibilità",
    "playwright",
    ["test", "--config", "tests/playwright.config.ts"],
    countsOfPlaywright,
    { CHROME_PATH: chromium },
  );
}

/** A step that has no tests of its own: it holds or it does not. */
function check(name, command, args) {
  const holds = run(name, command, args);
  if (!holds) {
    wrong.push(`${name}: non riuscito`);
    totals.failed += 1;
  }
  return holds;
}

/** A step that runs tests: its counts are what its runner wrote, never what we expect. */
function test(name, command, args, countsOf, env = {}) {
  const holds = run(name, command, args, env);
  const counts = countsOf();
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  if (counts.passed + counts.failed + counts.skipped === 0) wrong.push(`${name}: nessuna prova trovata`);
  else if (!holds || counts.failed > 0) wrong.push(`${name}: ${counts.failed} non riuscite`);
  else if (counts.skipped > 0) wrong.push(`${name}: ${counts.skipped} saltate`);
}

function run(name, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n» ${name}`);
  const bin = command === "npm" ? "npm" : `node_modules/.bin/${command}`;
  const done = spawnSync(bin, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  console.log(
    `  ${done.status === 0 ? "fatto" : "non riuscito"} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return done.status === 0;
}

function countsOfVitest() {
  const report = read(UNITS);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

function countsOfPlaywright() {
  const stats = read(BROWSER)?.stats;
  return {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
