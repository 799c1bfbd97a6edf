import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium: the one named, the machine's own, or one installed now; undefined when none can be had. */
export async function findOrInstallChromium() {
  return (await findChromium()) ?? (await installChromium());
}

async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const own = NAMES.map(pathOf).find((path) => path !== undefined) ?? PLACES.find(existsSync);
  if (own) return own;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Playwright's own build first; where that cannot be fetched, the package of Debian and its kin. */
async function installChromium() {
  console.log("Manca Chromium: lo installo.");
  run("npx", ["playwright", "install", "chromium"]);
  const found = await findChromium();
  if (found || process.getuid?.() !== 0) return found;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  return findChromium();
}

function pathOf(name) {
  if (process.platform === "win32") return undefined;
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function run(command, args) {
  return (
    spawnSync(command, args, { stdio: ["ignore", "ignore", "ignore"], shell: process.platform === "win32" })
      .status === 0
  );
}
