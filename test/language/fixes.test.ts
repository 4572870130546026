import { describe, expect, it } from "vitest";
import { fixAll, fixes } from "../../extension/language/fix/fixes";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";

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
`;

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly title: string;
  readonly gives: readonly (readonly [string, string])[];
}

/** Before: the sample with `from` as `to`. After: that, with each of `gives` put in. */
const pairs: Readonly<Record<string, Pair>> = {
  "a misspelt key": {
    from: "image:",
    to: "imgae:",
    code: "unknown-key",
    title: "Change to “image”",
    gives: [["imgae:", "image:"]],
  },
  "a misspelt type": {
    from: "type: postgres",
    to: "type: postgre",
    code: "invalid-value",
    title: "Change to “postgres”",
    gives: [["type: postgre\n", "type: postgres\n"]],
  },
  "a misspelt component": {
    from: "[db]",
    to: "[dbb]",
    code: "unknown-component",
    title: "Change to “db”",
    gives: [["[dbb]", "[db]"]],
  },
  "a misspelt component in quotes": {
    from: "[db]",
    to: "['dbb']",
    code: "unknown-component",
    title: "Change to “db”",
    gives: [["'dbb'", "'db'"]],
  },
  "a misspelt attribute": {
    from: "db.url",
    to: "db.urll",
    code: "unknown-attribute",
    title: "Change to “url”",
    gives: [["urll", "url"]],
  },
  "a number that should be text": {
    from: 'version: "17"',
    to: "version: 17",
    code: "wrong-type",
    title: 'Change to “"17"”',
    gives: [["version: 17\n", 'version: "17"\n']],
  },
  "a missing key": {
    from: "    port: 80\n",
    to: "",
    code: "missing-key",
    title: "Add “port”",
    gives: [['url }}" }\n', 'url }}" }\n    port: 80\n']],
  },
  "a missing type": {
    from: "    type: postgres\n",
    to: "",
    code: "missing-key",
    title: "Add “type: postgres”",
    gives: [['version: "17"\n', 'version: "17"\n    type: postgres\n']],
  },
  "an unknown key": {
    from: "    port: 80\n",
    to: "    port: 80\n    zzzzzz: 1\n",
    code: "unknown-key",
    title: "Remove “zzzzzz”",
    gives: [["    zzzzzz: 1\n", ""]],
  },
  "an unknown key at the end": {
    from: '"17"\n',
    to: '"17"\n    zzzzzz: 1',
    code: "unknown-key",
    title: "Remove “zzzzzz”",
    gives: [["\n    zzzzzz: 1", ""]],
  },
  "a duplicate key": {
    from: "    port: 80\n",
    to: "    port: 80\n    port: 81 # twice\n",
    code: "duplicate-key",
    title: "Remove “port”",
    gives: [["    port: 81 # twice\n", ""]],
  },
  "a duplicate route": {
    from: "path: / }\n",
    to: "path: / }\n      - { to: web, path: / }\n",
    code: "duplicate-route",
    title: "Remove “{ to: web, path: / }”",
    gives: [["      - { to: web, path: / }\n      - { to: web, path: / }\n", "      - { to: web, path: / }\n"]],
  },
  "a stray position": {
    from: '"17"\n',
    to: '"17"\ncanvas:\n  old: [1, 2]\n  db: [3, 4]\n',
    code: "stray-position",
    title: "Remove “old: [1, 2]”",
    gives: [["  old: [1, 2]\n", ""]],
  },
};

function fixed(
  text: string,
  code: string,
  title: string,
): { readonly after: string; readonly titles: readonly string[] } {
  const manifest = openManifest(text);
  const problem = manifest.problems.find((one) => one.code === code);
  if (problem === undefined)
    throw new Error(`There is no ${code}; there are ${manifest.problems.map((one) => one.code)}.`);
  const all = fixes(manifest, problem);
  const fix = all.find((one) => one.title === title);
  const titles = all.map((one) => one.title);
  return { after: fix ? applyEdits(text, fix.edits) : `no fix; there are ${titles.join(", ")}`, titles };
}

describe("a quick fix", () => {
  it.each(Object.entries(pairs))("mends %s and leaves every other byte", (_, { from, to, code, title, gives }) => {
    const before = shop.replace(from, to);
    const wanted = gives.reduce((text, [old, now]) => text.replace(old, now), before);
    expect(fixed(before, code, title).after).toBe(wanted);
  });

  it.each(Object.entries(pairs))(
    "that is offered for %s ends it, in a text with other line ends too",
    (_, { from, to, code }) => {
      for (const text of [shop.replace(from, to), shop.replace(from, to).replaceAll("\n", "\r\n")]) {
        const manifest = openManifest(text);
        for (const problem of manifest.problems.filter((one) => one.code === code)) {
          for (const fix of fixes(manifest, problem)) {
            const after = openManifest(applyEdits(text, fix.edits));
            expect(after.problems.filter(({ message }) => message === problem.message)).toEqual([]);
          }
        }
      }
    },
  );

  it("creates the component that is named, of the type that its name suggests", () => {
    const text = shop.replace("[db]", "[db, queue]");
    const { titles } = fixed(text, "unknown-component", "");
    const { after } = fixed(text, "unknown-component", titles[0] ?? "");
    expect(after.startsWith(text)).toBe(true);
    expect(openManifest(after).components.find(({ name }) => name === "queue")?.type).toBe("redis");
    expect(openManifest(after).problems).toEqual([]);
  });

  it("creates a web component for a route", () => {
    const manifest = openManifest(shop.replace("to: web", "to: api"));
    const problem = manifest.problems.find(({ code }) => code === "unknown-component");
    const fix = problem && fixes(manifest, problem).find(({ title }) => title.startsWith("Create “api”"));
    const after = openManifest(applyEdits(manifest.text, fix?.edits ?? []));
    expect(after.components.find(({ name }) => name === "api")?.type).toBe("web");
  });

  it("leads a load balancer that is there to what nothing leads to", () => {
    const text = shop.replace("  db:\n", "  api: { type: web, image: nginx, port: 80 }\n  db:\n");
    const { after } = fixed(text, "unreachable-component", "Add a route from “edge”");
    expect(after).toBe(text.replace("path: / }\n", "path: / }\n      - { to: api, path: /api }\n"));
  });

  it("adds a load balancer where there is none", () => {
    const text = "name: a\nregion: us-east-1\ncomponents:\n  web: { type: web, image: nginx, port: 80 }\n";
    const { after } = fixed(text, "unreachable-component", "Add a load balancer in front of “web”");
    expect(openManifest(after).problems.map(({ code }) => code)).toEqual(["plain-http"]);
    expect(after.startsWith(text)).toBe(true);
  });

  it("moves a clear secret into `secrets`, and its value out of the text", () => {
    const text = shop.replace('A: "${{ db.url }}"', 'A: "${{ db.url }}", API_PASSWORD: hunter2hunter2');
    const title = "Move to “secrets”, as “shop/api-password” of AWS Secrets Manager";
    const { after } = fixed(text, "secret-in-clear", title);
    expect(after).toContain("from: shop/api-password");
    expect(after).not.toContain("hunter2");
    expect(openManifest(after).problems).toEqual([]);
  });

  it("removes an unused component only when that is asked for by itself", () => {
    const text = `${shop}  spare:\n    type: redis\n`;
    const { after } = fixed(text, "unused-component", "Remove the component “spare”");
    expect(after).toBe(shop);
    expect(fixAll(openManifest(text))).toEqual([]);
  });

  it("prefers one at most", () => {
    for (const { from, to } of Object.values(pairs)) {
      const manifest = openManifest(shop.replace(from, to));
      for (const problem of manifest.problems)
        expect(fixes(manifest, problem).filter(({ preferred }) => preferred).length).toBeLessThan(2);
    }
  });
});

describe("fix all", () => {
  it("mends everything that is sure in one step", () => {
    const broken = shop.replace("image:", "imgae:").replace('"17"', "17").replace("db.url", "db.urll");
    expect(applyEdits(broken, fixAll(openManifest(broken)))).toBe(shop);
  });

  it("does nothing to a good manifest", () => {
    expect(fixAll(openManifest(shop))).toEqual([]);
  });

  it.each([[""], ["- a"], ["components: ["], ["a: *b"], ["components:\n  web:\n"]])("is safe with %j", (text) => {
    expect(typeof applyEdits(text, fixAll(openManifest(text)))).toBe("string");
  });
});
