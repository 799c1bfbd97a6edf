import { defineConfig } from "@playwright/test";
import { PORT } from "./support/server-under-test.ts";

/** Real Chromium on the built application, with a database of its own made anew: see tests/support/server-under-test.ts. */
export default defineConfig({
  testDir: ".",
  testMatch: ["e2e/**/*.test.ts", "accessibility/**/*.test.ts"],
  outputDir: "../test-results",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../test-results/browser.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    viewport: { width: 1366, height: 768 },
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROME_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=it-IT",
      ],
    },
  },
  webServer: {
    command: "node build/cli/server.js",
    cwd: "..",
    url: `http://127.0.0.1:${PORT}/salute`,
    reuseExistingServer: false,
    env: { PORT: String(PORT), DATABASE_PATH: "test-results/e2e.sqlite", ROTTA_OGGI: "2026-10-15" },
  },
});
