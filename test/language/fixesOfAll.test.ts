import { describe, expect, it } from "vitest";
import { fixes } from "../../extension/language/fix/fixes";
import { holderOf } from "../../extension/language/fix/remove";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";
import { type Problem, type ProblemCode, problemCodes, type Range } from "../../extension/manifest/problem";
import { replacedFields } from "../../extension/manifest/replacedFields";

const shop = `name: shop # ours
region: us-east-1
components:
  edge:
    type: load-balancer
    domain: shop.example.com
    hostedZone: Z0123456789ABCDEFGHIJ
    routes:
      - { to: web, path: / }
  # The shop itself
  web:
    type: web
    image: nginx:1.27   # pinned
    port: 80
    connections: [db]
    env: { A: "\${{ db.url }}" }
  db:
    type: postgres
    version: "17"
environments:
  live: {}
`;

/** A change of the sample that makes one problem of this code, and what the fixes are called; with none, why there is none. */
type Case = readonly [from: string, to: string, titles: readonly string[]];

/** No fix can know what was meant. */
const none: readonly string[] = [];

const cases: Readonly<Record<string, Case>> = {
  "too-large": ["tags", `x: [${"1, ".repeat(31_000)}]`, none],
  "too-deep": ["live: {}", `live: ${"[".repeat(100)}`, none],
  "not-text": ["shop #", "sh\u0007op #", none],
  "yaml-syntax": ["    port: 80", "    port 80", ["Write “port: 80”"]],
  "several-documents": ["  live: {}\n", "  live: {}\n---\nname: b\n", none],
  "duplicate-key": ["    port: 80\n", "    port: 80\n    port: 81\n", ["Remove “port”"]],
  "unknown-alias": ["    port: 80", "    port: &port 80\n    cpu: *prot", ["Change to “*port”"]],
  "alias-cycle": ["  live: {}", "  live: &live { components: *live }", none],
  "unknown-key": ["image:", "imgae:", ["Change to “image”", "Remove “imgae”"]],
  "missing-key": ["    port: 80\n", "", ["Add “port”"]],
  "wrong-type": ['"17"', "17", ['Change to “"17"”']],
  "invalid-value": ["type: postgres", "type: postgre", ["Change to “postgres”"]],
  "invalid-name": ["  db:\n", "  myCache: { type: redis }\n  db:\n", ["Change to “my-cache”"]],
  "unknown-component": ["[db]", "[dbb]", ["Change to “db”"]],
  "unknown-attribute": ["db.url", "db.urll", ["Change to “url”"]],
  "wrong-component-type": ["[db]", "[edge]", ["Change to “db”"]],
  "invalid-reference": ["db.url }}", "db.url", none],
  "invalid-override": ["live: {}", "live: { components: { dbb: { size: small } } }", ["Change to “db”"]],
  "conflicting-keys": [
    "environments:",
    "network: { vpc: { id: vpc-12345678 }, azs: 2 }\nenvironments:",
    ["Remove “azs”"],
  ],
  "conflicting-variables": ["A: ", "DB_URL: x, A: ", ["Remove “DB_URL”"]],
  "impossible-size": ["    port: 80", "    port: 80\n    cpu: 0.25\n    memory: 8Gi", ["Change to “2Gi”"]],
  "duplicate-route": ["path: / }\n", "path: / }\n      - { to: web, path: / }\n", ["Remove “{ to: web, path: / }”"]],
  "unreachable-component": [
    "  db:\n",
    "  api: { type: web, image: a, port: 80 }\n  db:\n",
    ["Add a route from “edge”"],
  ],
  "plain-http": ["    domain: shop.example.com\n    hostedZone: Z0123456789ABCDEFGHIJ\n", "", none],
  "port-mismatch": ["path: / }", "path: /, port: 81 }", ["Change to “80”"]],
  "unreachable-image": ["environments:", "network: { egress: endpoints }\nenvironments:", none],
  "requests-without-route": [
    "  db:\n",
    "  api: { type: web, image: a, port: 80, scale: { min: 1, max: 2, requests: 100 } }\n  db:\n",
    ["Add a route from “edge”"],
  ],
  "secret-in-clear": [
    "env: { A",
    "env: { API_PASSWORD: hunter2hunter2, A",
    ["Move to “secrets”, as “shop/api-password” of AWS Secrets Manager"],
  ],
  "unknown-version": ['"17"', '"19"', ["Change to “"]],
  "unsupported-version": ['"17"', '"13"', ["Change to “"]],
  "replaced-field": ["name: shop", "name: store", ["Put back “shop”, as it is deployed"]],
  "shrunk-field": ['version: "17"', 'version: "17"\n    storage: 20Gi', ["Put back “100Gi”, as it is deployed"]],
  "unused-component": ["  db:\n", "  spare: { type: redis }\n  db:\n", ["Remove the component “spare”"]],
  "same-as-base": ["live: {}", "live: { components: { web: { port: 80, cpu: 1 } } }", ["Remove “port: 80”"]],
  "stray-position": ["environments:", "canvas: { old: [1, 2], db: [3, 4] }\nenvironments:", ["Remove “old: [1, 2]”"]],
  "unused-suppression": ["# pinned", "# stackwright-ignore: plain-http", ["Remove “plain-http”"]],
};

function problemOf(code: ProblemCode): { readonly manifest: Manifest; readonly problem: Problem | undefined } {
  const [from = "", to = ""] = cases[code] ?? [];
  const manifest = openManifest(code === "too-large" ? `${shop}${to}` : shop.replace(from, to));
  const deployed = openManifest(shop.replace('version: "17"', 'version: "17"\n    storage: 100Gi'));
  const replaced = replacedFields(manifest, "live", deployed);
  return { manifest, problem: [...manifest.problems, ...replaced].find((one) => one.code === code) };
}

const codes = Object.keys(problemCodes) as ProblemCode[];

describe("the fixes of each code", () => {
  it("are tried on a sample that has no problem", () => {
    expect(openManifest(shop).problems).toEqual([]);
  });

  it.each(codes)("of %s are what would be meant", (code) => {
    const { manifest, problem } = problemOf(code);
    expect(problem?.code).toBe(code);
    const titles = problem ? fixes(manifest, problem).map(({ title }) => title) : [];
    const wanted = cases[code]?.[2] ?? ["(there is no case for this code)"];
    if (wanted.length === 0) expect(titles).toEqual([]);
    for (const [index, title] of wanted.entries()) expect(titles[index], titles.join(", ")).toMatch(title);
  });

  it.each(codes)("of %s end it, make no other error, and leave every other line alone", (code) => {
    const { manifest, problem } = problemOf(code);
    const errors = (one: Manifest) => one.problems.filter(({ severity }) => severity === "error").length;
    for (const { title, edits } of problem ? fixes(manifest, problem) : []) {
      const text = applyEdits(manifest.text, edits);
      const after = openManifest(text);
      expect(
        after.problems.filter(({ message }) => message === problem?.message),
        title,
      ).toEqual([]);
      expect(errors(after), title).toBeLessThanOrEqual(errors(manifest));
      const kept = new Set(text.split("\n"));
      const touched = manifest.text.split("\n").filter((line) => !kept.has(line));
      expect(touched.length, `${title}: ${touched.join("\n")}`).toBeLessThan(3);
    }
  });

  it.each(codes)("of %s touch only what the problem is about, and otherwise add whole entries", (code) => {
    const { manifest, problem } = problemOf(code);
    if (problem === undefined) throw new Error(`There is no ${code}.`);
    const own = surroundings(manifest, problem);
    for (const { title, edits } of fixes(manifest, problem)) {
      for (const { range, text } of edits) {
        const taken = manifest.text.slice(range.start, range.end);
        const isInside = own.start <= range.start && range.end <= own.end;
        // What is made for the problem's sake may stand elsewhere, and takes nothing there.
        if (!isInside)
          expect([title, taken], `${range.start} is not in ${own.start} to ${own.end}`).toEqual([title, ""]);
        // A comment goes only with what it stands in, or when it is itself the problem.
        if (!/^Remove/.test(title)) expect([title, taken.includes("#")]).toEqual([title, false]);
        const quote = /^(["']).*\1$/s.exec(taken)?.[1];
        if (quote !== undefined) expect([title, text.startsWith(quote)]).toEqual([title, true]);
      }
    }
  });

  it.each(codes)("of %s keep every comment and every quoted text of everything else", (code) => {
    const { manifest, problem } = problemOf(code);
    if (problem === undefined) throw new Error(`There is no ${code}.`);
    const own = surroundings(manifest, problem);
    const others = [...manifest.text.matchAll(/#[^\n]*|"[^"\n]*"/g)].filter(
      ({ index }) => index < own.start || index >= own.end,
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { title, edits } of fixes(manifest, problem)) {
      const after = applyEdits(manifest.text, edits);
      for (const [kept] of others) expect(after, title).toContain(kept);
    }
  });
});

/** The lines of the map or list whose entry the problem marks: of the component where it is about that, of the entry at the root. */
function surroundings(manifest: Manifest, problem: Problem): Range {
  const { text, root, components } = manifest;
  const component = components.find(({ name, key }) => {
    return name === problem.component && key.range.start === problem.range.start;
  });
  const holder = holderOf(manifest, problem.range);
  const entry = holder?.parent === root && root?.kind === "map" ? root.entries[holder?.index ?? 0] : undefined;
  const { range } = component ?? entry ?? holder?.parent ?? problem;
  const end = text.indexOf("\n", Math.max(range.start, range.end - 1));
  return { start: text.lastIndexOf("\n", range.start) + 1, end: end === -1 ? text.length : end + 1 };
}
