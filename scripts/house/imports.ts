import { dirname, posix } from "node:path";
import type { Source } from "./sources";

export interface Import {
  readonly specifier: string;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

interface Rule {
  /** Folders of ours that it may use. A trailing `(types)` allows only types. */
  readonly uses: readonly string[];
  readonly vscode?: true;
  readonly node?: true;
}

/** The one direction of dependence. A file that is named by itself goes before its folder. */
const rules: Readonly<Record<string, Rule>> = {
  "extension/manifest": { uses: ["schemas"] },
  "extension/language": { uses: ["extension/manifest"] },
  "extension/targets": { uses: ["extension/manifest"] },
  "extension/import": { uses: ["extension/manifest", "extension/targets/export/names"] },
  "extension/packages": { uses: ["extension/manifest", "schemas"] },
  // What an image's name means, and whether a path stays within a folder, is the same wherever it is asked.
  "extension/sources": {
    uses: ["extension/packages", "extension/deploy/build", "extension/deploy/isWithin"],
    node: true,
  },
  "extension/sandbox": { uses: ["extension/targets"], node: true },
  // The file that becomes dist/deploy.js: it only gathers what is loaded when somebody deploys.
  "extension/deploy/bundle.ts": { uses: ["extension/deploy", "extension/sandbox", "extension/targets"], node: true },
  "extension/deploy": { uses: ["extension/manifest", "extension/targets"], node: true },
  "extension/protocol": {
    uses: ["extension/manifest", "extension/deploy(types)", "extension/targets/estimate"],
  },
  "extension/cli": {
    // The version that it prints stands in package.json.
    uses: [
      "extension/manifest",
      "extension/import",
      "extension/packages",
      "extension/sources",
      "extension/targets",
      "extension/deploy",
      "extension/sandbox",
      "package.json",
    ],
    node: true,
  },
  "extension/vscode": {
    uses: ["manifest", "language", "import", "packages", "targets", "deploy", "sandbox", "protocol", "sources"].map(
      (name) => `extension/${name}`,
    ),
    vscode: true,
    node: true,
  },
  "extension/main": { uses: ["extension"], vscode: true },
  webview: {
    // How a plan and a price are grouped and worded is the same in a terminal and on the canvas: pure files.
    uses: [
      "extension/protocol",
      "extension/manifest",
      "extension/deploy(types)",
      "extension/deploy/groupChanges",
      "extension/deploy/words",
      "extension/targets/money",
      "schemas",
    ],
  },
};

/** Each import that goes against the direction, in a sentence. */
export function wrongImports(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const home = Object.keys(rules).find((place) => isIn(source.path, place));
    const rule = home === undefined ? undefined : rules[home];
    if (home === undefined || rule === undefined) return [`${source.path} lies in no folder that the rules name.`];
    return importsOf(source.text).flatMap((one) => {
      const why = complaint(source.path, home, rule, one);
      return why === undefined ? [] : [`${source.path} imports ${one.specifier}: ${why}.`];
    });
  });
}

/** What a module imports, dynamic imports and re-exports included. */
export function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const statements = code.matchAll(/^\s*(?:import|export)\b([^;"']*?)\bfrom\s*["']([^"']+)["']/gm);
  const effects = code.matchAll(/^\s*import\s*()["']([^"']+)["']/gm);
  const dynamic = code.matchAll(/(typeof\s+)?\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...[...statements].map(([, clause = "", specifier = ""]) => ({ specifier, typeOnly: isTypeOnly(clause) })),
    ...[...effects].map(([, , specifier = ""]) => ({ specifier, typeOnly: false })),
    ...[...dynamic].map(([, type, specifier = ""]) => ({ specifier, typeOnly: type !== undefined })),
  ];
}

function complaint(path: string, home: string, rule: Rule, { specifier, typeOnly }: Import): string | undefined {
  if (specifier === "vscode") return rule.vscode ? undefined : "only extension/vscode and extension/main may";
  if (specifier.startsWith("node:")) return rule.node ? undefined : "this folder must run where there is no Node";
  if (!specifier.startsWith(".")) return undefined;
  const target = posix.normalize(posix.join(dirname(path), specifier));
  if (isIn(target, home)) return undefined;
  const allowed = rule.uses.some((use) => {
    const types = use.endsWith("(types)");
    return isIn(target, types ? use.slice(0, -"(types)".length) : use) && (!types || typeOnly);
  });
  return allowed ? undefined : `${home} may use ${rule.uses.join(", ") || "nothing of ours"}`;
}

/** `import type {…}`, or braces in which every name is a type. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(",")
    .filter((name) => name.trim() !== "");
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

/** `extension/main` covers `extension/main.ts` and `extension/main.web.ts`. */
function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`);
}
