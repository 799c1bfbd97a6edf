import { fileURLToPath } from "node:url";
import purgeCss from "@fullhuman/postcss-purgecss";
import { vitePlugin as remix } from "@remix-run/dev";
import type { AtRule } from "postcss";
import { defineConfig } from "vitest/config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** The entries that run on Node without Remix: the server and the command line (`vite build --mode cli`). */
const commandLine = {
  ssr: true,
  outDir: "build/cli",
  target: "es2022",
  copyPublicDir: false,
  rollupOptions: {
    input: {
      server: "scripts/server.ts",
      "data-export": "scripts/data-export.ts",
      "data-verify": "scripts/data-verify.ts",
      "user-create": "scripts/user-create.ts",
      backup: "scripts/backup.ts",
      restore: "scripts/restore.ts",
      bench: "scripts/bench/bench.ts",
    },
  },
};

/** Recharts 2 and what it stands on: its CommonJS build cannot be imported by name from an ES module, so the server bundles it. */
const bundledForServer = [
  /^recharts/,
  /^victory-vendor/,
  /^d3-/,
  "internmap",
  /^lodash/,
  "react-smooth",
  "recharts-scale",
  "decimal.js-light",
  "fast-equals",
  "eventemitter3",
  "clsx",
  "prop-types",
  "react-transition-group",
  "dom-helpers",
  "tiny-invariant",
];

export default defineConfig(({ mode, command }) => {
  const withRemix = mode !== "cli" && !process.env.VITEST;
  return {
    plugins: withRemix ? [remixPlugin()] : [],
    build: mode === "cli" ? commandLine : { target: "es2022", assetsInlineLimit: 0 },
    publicDir: mode === "cli" ? false : "public",
    ssr: command === "build" ? { noExternal: bundledForServer } : {},
    css: { postcss: { plugins: command === "build" ? [withoutEmbeddedFonts, onlyWhatPagesUse()] : [] } },
    test: {
      root: fileURLToPath(new URL(".", import.meta.url)),
      include: ["tests/architecture.test.ts", "tests/{unit,integration}/**/*.test.{ts,tsx}"],
      setupFiles: ["tests/support/environment.ts"],
      // What takes long is the bench's to say: on a machine that does other things a test only waits.
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
});

function remixPlugin() {
  return remix({
    ignoredRouteFiles: ["**/*"],
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      v3_routeConfig: true,
    },
  });
}

/** Bootstrap Italia carries the icon font of a video player inside its stylesheet: no page has a video, and the policy refuses it. */
const withoutEmbeddedFonts = {
  postcssPlugin: "without-embedded-fonts",
  AtRule: {
    "font-face": (rule: AtRule) => {
      if (rule.toString().includes("data:")) rule.remove();
    },
  },
};

/**
 * Bootstrap Italia is 90 kB gzipped; the pages use a small part of it, found in their own source. Classes that the source
 * puts together (`s-late`, `k-completed-proven`, `y1`) are kept by name.
 */
function onlyWhatPagesUse() {
  return purgeCss({
    content: ["app/**/*.tsx"],
    safelist: [/^([skf]|lv|tl)-/, /^(is|when)-/, /^y\d$/, /^recharts/],
    keyframes: true,
  });
}
