import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import card from "../package.json";

/** Who may import whom, of ours (STYLE.md, section 3). The closest place decides. */
const MAY_IMPORT: Record<string, string[]> = {
  app: ["app", "db"],
  "app/domain": ["app/domain"],
  "app/components": [
    "app/components",
    "app/domain",
    "app/addresses.ts",
    "app/labels.ts",
    "app/process-labels.ts",
    "app/sentence-parts.ts",
    "app/claim-sentences.ts",
    "app/process-sentences.ts",
    "app/legal-risk-labels.ts",
    "app/deadline-labels.ts",
    "app/monitoring-sentences.ts",
    "app/deadline-sentences.ts",
    "app/edit-sentences.ts",
    "app/variation-sentences.ts",
    "app/objective-addresses.ts",
    "app/review-addresses.ts",
    "app/objective-labels.ts",
    "app/objective-sentences.ts",
    "app/review-addresses.ts",
    "app/term-sentences.ts",
    "app/format.ts",
  ],
  "app/addresses.ts": ["app/domain"],
  "app/labels.ts": ["app/domain", "app/format.ts"],
  "app/process-labels.ts": ["app/domain"],
  "app/legal-risk-labels.ts": ["app/domain"],
  "app/sentence-parts.ts": ["app/format.ts"],
  "app/claim-sentences.ts": ["app/domain", "app/format.ts", "app/labels.ts", "app/sentence-parts.ts"],
  "app/process-sentences.ts": [
    "app/domain",
    "app/format.ts",
    "app/process-labels.ts",
    "app/sentence-parts.ts",
    "app/claim-sentences.ts",
  ],
  "app/objective-addresses.ts": ["app/domain", "app/addresses.ts"],
  "app/edit-sentences.ts": ["app/domain", "app/format.ts", "app/labels.ts", "app/sentence-parts.ts"],
  "app/variation-sentences.ts": [
    "app/domain",
    "app/format.ts",
    "app/sentence-parts.ts",
    "app/edit-sentences.ts",
  ],
  "app/review-addresses.ts": ["app/domain", "app/addresses.ts"],
  "app/objective-labels.ts": ["app/domain"],
  "app/monitoring-sentences.ts": ["app/domain", "app/format.ts"],
  "app/deadline-labels.ts": ["app/domain"],
  "app/deadline-sentences.ts": ["app/domain", "app/format.ts", "app/deadline-labels.ts"],
  "app/objective-sentences.ts": ["app/domain", "app/format.ts", "app/sentence-parts.ts"],
  "app/objective-edit-sentences.ts": [
    "app/domain",
    "app/format.ts",
    "app/objective-labels.ts",
    "app/objective-sentences.ts",
  ],
  "app/term-sentences.ts": ["app/domain", "app/format.ts", "app/objective-labels.ts"],
  "app/format.ts": ["app/domain"],
  "app/outside": [
    "app/outside",
    "app/domain",
    "app/report",
    "app/export/sheet.ts",
    "app/export/sheet-text.ts",
    "db",
  ],
  db: ["db", "app/domain"],
  "db/migrations": [],
  seeds: ["seeds", "db", "app/domain"],
  scripts: ["scripts", "app", "db", "seeds"],
};

/** Which packages a place may use; places not listed may use any that package.json lists and nobody has for their own. */
const MAY_USE: Record<string, string[]> = {
  "app/domain": ["date-fns"],
  "app/domain/history-chain.ts": ["node:crypto"],
  "app/components": ["react", "@remix-run/react"],
  "app/components/charts": ["react", "react-dom", "@remix-run/react", "recharts"],
  "app/labels.ts": [],
  "app/process-labels.ts": [],
  "app/legal-risk-labels.ts": [],
  "app/sentence-parts.ts": [],
  "app/claim-sentences.ts": [],
  "app/process-sentences.ts": [],
  "app/objective-addresses.ts": [],
  "app/edit-sentences.ts": [],
  "app/variation-sentences.ts": [],
  "app/review-addresses.ts": [],
  "app/objective-labels.ts": [],
  "app/deadline-labels.ts": [],
  "app/deadline-sentences.ts": [],
  "app/objective-sentences.ts": [],
  "app/objective-edit-sentences.ts": [],
  "app/term-sentences.ts": [],
  "app/format.ts": [],
  db: ["kysely", "node:"],
  "db/open.ts": ["kysely", "better-sqlite3", "node:"],
  "db/migrations": ["kysely"],
  seeds: ["zod", "csv-parse", "@node-rs/argon2", "node:"],
};

/** Packages that one place has for its own. */
const ONLY_IN: Record<string, string> = {
  recharts: "app/components/charts",
  kysely: "db",
  nodemailer: "app/outside/mail.server.ts",
  "better-sqlite3": "db/open.ts",
  "ical-generator": "app/outside/calendar.server.ts",
  "@myriaddreamin/typst-ts-node-compiler": "app/outside/report-worker.mjs",
  hucre: "app/outside/xlsx.server.ts",
  fflate: "app/outside/ods.server.ts",
};

const files = ["app", "db", "seeds", "scripts"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" }).map(
    (path) => `${top}/${path.replaceAll("\\", "/")}`,
  ),
);
const modules = files.filter((path) => /\.(tsx?|mjs)$/.test(path));

describe("the house", () => {
  test.each([
    "app",
    "app/domain",
    "app/components",
    "app/pages",
    "app/routes",
    "db",
    "db/migrations",
    "seeds",
    "scripts",
  ])("has modules in %s", (place) => {
    expect(modules.filter((file) => isIn(file, place))).not.toEqual([]);
  });

  test("has every single module that a rule names, and that is written", () => {
    const named = [...Object.keys(MAY_IMPORT), ...Object.keys(MAY_USE)].filter((place) =>
      place.endsWith(".ts"),
    );

    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  test.each(files.filter((file) => isIn(file, "app") || isIn(file, "db")))("%s is in kebab-case", (file) => {
    for (const name of file.split("/")) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/);
  });
});

describe.each(modules)("%s", (file) => {
  const specifiers = specifiersOf(file, readFileSync(file, "utf8"));
  const targets = specifiers.filter(isOurs).map((specifier) => resolved(file, specifier));
  const packages = specifiers.filter((specifier) => !isOurs(specifier)).map(packageOf);

  test("imports only what its place allows", () => {
    const allowed = closest(MAY_IMPORT, file)!;

    expect(targets.filter((target) => !allowed.some((place) => isIn(target, place)))).toEqual([]);
  });

  test("imports no route, unless it is of the same route", () => {
    expect(targets.filter((target) => isIn(target, "app/routes") && !isOfSameRoute(file, target))).toEqual(
      [],
    );
  });

  test("writes the extension of what it imports", () => {
    expect(targets.filter((target) => posix.extname(target) === "")).toEqual([]);
  });

  test("uses only the packages that its place may", () => {
    const allowed = closest(MAY_USE, file) ?? packages;
    const strangers = packages.filter(
      (name) => !allowed.some((one) => name === one || (one === "node:" && name.startsWith(one))),
    );
    const taken = packages.filter((name) => name in ONLY_IN && !isIn(file, ONLY_IN[name]!));

    expect([...strangers, ...taken]).toEqual([]);
  });

  test("uses only packages that package.json lists, and never remix itself", () => {
    const listed = { ...card.dependencies, ...card.devDependencies };

    expect(packages.filter((name) => !isBuiltin(name) && !(name in listed))).toEqual([]);
    expect(packages).not.toContain("remix");
  });
});

test.each(modules.filter((file) => isIn(file, "app/domain") || isIn(file, "db")))(
  "%s reads no clock: today is a parameter",
  (file) => {
    expect(clockReadingsOf(file, readFileSync(file, "utf8"))).toEqual([]);
  },
);

describe("the judge itself", () => {
  test("sees every way of importing, and nothing in comments or texts", () => {
    const source = `
      import "./a.css?url"; import b, { type C } from "#db/b.ts"; import type { D } from "d"; import * as e from '../e.ts';
      export { f } from "./f.ts"; export * from "g"; export type { H } from "./h.ts"; import i = require("i");
      const j = await import("./j.ts"); const k = require("k"); type L = import("./l.ts").L; type M = typeof import("./m.ts");
      const n = import.meta.glob("./n/*.csv"); const o = await import(\`./o.ts\`);
      // import "./comment.ts"
      const text = 'from "./text.ts"'; const page = <p>dell'ente import "./page.ts" from "./page.ts"</p>;`;

    expect(specifiersOf("app/x.tsx", source)).toEqual([
      "./a.css?url",
      "#db/b.ts",
      "d",
      "../e.ts",
      "./f.ts",
      "g",
      "./h.ts",
      "i",
      "./j.ts",
      "k",
      "./l.ts",
      "./m.ts",
      "./n/*.csv",
      "./o.ts",
    ]);
  });

  test("finds what a specifier stands for, whichever way it is written", () => {
    expect(resolved("app/routes/plan.tsx", "../components/charts/bars.tsx")).toBe(
      "app/components/charts/bars.tsx",
    );
    expect(resolved("db/open.ts", "#app/domain/days.ts")).toBe("app/domain/days.ts");
    expect(resolved("app/root.tsx", "./styles/app.css?url")).toBe("app/styles/app.css");
    expect(
      ["date-fns/locale/it", "@remix-run/react/dist/x", "crypto", "node:fs/promises"].map(packageOf),
    ).toEqual(["date-fns", "@remix-run/react", "node:crypto", "node:fs"]);
  });

  test("knows the clock, however it is read", () => {
    const source =
      "new Date(); new Date; Date.now(); Date(); Date['now'](); globalThis.Date.now(); new Date(moment); Date.parse(text);";

    expect(clockReadingsOf("db/x.ts", source)).toEqual([
      "new Date()",
      "new Date",
      "Date.now",
      "Date()",
      "Date['now']",
      "globalThis.Date.now",
    ]);
  });
});

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** What the rule of the most particular place says of a file. */
function closest(rules: Record<string, string[]>, file: string): string[] | undefined {
  const places = Object.keys(rules).filter((place) => isIn(file, place));
  return rules[places.sort((a, b) => b.length - a.length)[0] ?? ""];
}

/** A route that needs private parts is a folder: its parts are its own. */
function isOfSameRoute(file: string, target: string): boolean {
  const [folder, ...rest] = posix.relative("app/routes", file).split("/");
  return rest.length > 0 && isIn(target, `app/routes/${folder}`);
}

function isOurs(specifier: string): boolean {
  return specifier.startsWith(".") || specifier.startsWith("#");
}

function resolved(file: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, "");
  return path.startsWith("#") ? path.slice(1) : posix.join(posix.dirname(file), path);
}

function packageOf(specifier: string): string {
  const [scope, name] = specifier.split("/");
  const main = scope!.startsWith("@") ? `${scope}/${name}` : scope!;
  return isBuiltin(main) && !main.startsWith("node:") ? `node:${main}` : main;
}

/** Every module that a source names: imports and exports of any kind, dynamic ones, types, globs. */
function specifiersOf(file: string, source: string): string[] {
  return nodesOf(file, source).flatMap((node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
    if (ts.isExternalModuleReference(node)) return textOf(node.expression);
    if (ts.isImportTypeNode(node))
      return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : [];
    return ts.isCallExpression(node) &&
      /^(import|require|import\.meta\.glob)$/.test(node.expression.getText())
      ? textOf(node.arguments[0])
      : [];
  });
}

function clockReadingsOf(file: string, source: string): string[] {
  const isDate = (node: ts.Node) => /^(globalThis\.)?Date$/.test(node.getText());
  return nodesOf(file, source)
    .filter(
      (node) =>
        (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) ||
        (ts.isCallExpression(node) && isDate(node.expression)) ||
        (ts.isPropertyAccessExpression(node) && isDate(node.expression) && node.name.text === "now") ||
        (ts.isElementAccessExpression(node) && isDate(node.expression)),
    )
    .map((node) => node.getText());
}

function nodesOf(file: string, source: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return nodes;
}

function textOf(node: ts.Node | undefined): string[] {
  return node && ts.isStringLiteralLike(node) ? [node.text] : [];
}
