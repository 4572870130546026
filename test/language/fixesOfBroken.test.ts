import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixAll, fixes } from "../../extension/language/fix/fixes";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { type Manifest, openManifest, toJson } from "../../extension/manifest/manifest";
import { mutated } from "../manifest/mutate";
import { rich } from "../manifest/samples";

const errors = (manifest: Manifest) => manifest.problems.filter(({ severity }) => severity === "error").length;

/** What each component says, by name. */
function said(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map(manifest.components.map(({ name, value }) => [name, JSON.stringify(toJson(manifest, value))]));
}

describe("the fixes of a text that was changed anywhere", () => {
  it("each end their problem and make no error", () => {
    fc.assert(
      fc.property(mutated(rich, 3), (text) => {
        const manifest = openManifest(text);
        for (const problem of manifest.problems.slice(0, 4)) {
          const same = (one: Manifest) => one.problems.filter(({ message }) => message === problem.message).length;
          for (const { title, edits } of fixes(manifest, problem)) {
            const after = openManifest(applyEdits(text, edits));
            expect(same(after), `${title}\n${text}`).toBeLessThan(same(manifest));
            expect(errors(after), `${title}\n${text}`).toBeLessThanOrEqual(errors(manifest));
          }
        }
      }),
      { numRuns: 120, seed: 20261122 },
    );
  });

  it("change only the component that the problem is about, where its text can be read", () => {
    fc.assert(
      fc.property(mutated(rich, 1), (text) => {
        const manifest = openManifest(text);
        const isBroken = manifest.problems.some(({ code }) => /^(yaml-syntax|unknown-alias|duplicate-key)$/.test(code));
        if (isBroken || !manifest.readable) return;
        const before = said(manifest);
        for (const problem of manifest.problems.slice(0, 4)) {
          for (const { title, edits } of fixes(manifest, problem)) {
            // These make or take components, and change what names them.
            if (/^(Create|Add a|Remove the|Move)/.test(title) || problem.code === "invalid-name") continue;
            // What an alias of it stands for changes with it.
            const after = said(openManifest(applyEdits(text, edits)));
            const others = [...before].filter(([name]) => name !== problem.component && !["app", "api"].includes(name));
            expect(
              others.filter(([name, json]) => after.get(name) !== json),
              `${title}\n${text}`,
            ).toEqual([]);
          }
        }
      }),
      { numRuns: 120, seed: 20261122 },
    );
  });

  it("taken all together leave no more errors than there were, and can be taken again", () => {
    fc.assert(
      fc.property(mutated(rich, 2), (text) => {
        const manifest = openManifest(text);
        const after = openManifest(applyEdits(text, fixAll(manifest)));
        expect(errors(after), text).toBeLessThanOrEqual(errors(manifest));
        expect(errors(openManifest(applyEdits(after.text, fixAll(after))))).toBeLessThanOrEqual(errors(after));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

describe("a line that cannot be read", () => {
  const around = (line: string) => `name: a\ncomponents:\n  w:\n    type: redis\n${line}\n  v: { type: redis }\n`;

  it.each([
    ["    size small", "    size: small", "Write “size: small”"],
    ["    size:small", "    size: small", "Write “size: small”"],
    ["    size", "    size:", "Write “size:”"],
    ["\tsize: small", "    size: small", "Indent with spaces"],
    ["  \t size: small", "    size: small", "Indent with spaces"],
  ])("as %j is mended to %j", (from, to, title) => {
    const manifest = openManifest(around(from));
    const problem = manifest.problems.find(({ code }) => code === "yaml-syntax");
    const fix = problem && fixes(manifest, problem).find((one) => one.title === title);
    expect(applyEdits(manifest.text, fix?.edits ?? [])).toBe(around(to));
  });

  it.each(["    size: [small", '    size: "small', "    size: &"])("as %j is left alone", (line) => {
    const manifest = openManifest(around(line));
    const problem = manifest.problems.find(({ code }) => code === "yaml-syntax");
    expect(problem && fixes(manifest, problem)).toEqual([]);
  });
});

describe("a comment that silences nothing", () => {
  const web = "name: a\ncomponents:\n  web: { type: web, image: a, port: 80 }";
  const unused = (line: string, above = "") => {
    const text = web.replace("  web", `${above}  web`) + line;
    const manifest = openManifest(`${text}\n`);
    const problem = manifest.problems.find(({ code }) => code === "unused-suppression");
    const [fix] = problem ? fixes(manifest, problem) : [];
    return fix ? applyEdits(manifest.text, fix.edits) : undefined;
  };

  it.each([
    [" # stackwright-ignore: plain-http", ""],
    ["   # stackwright-ignore: plain-http  ", ""],
    [" # stackwright-ignore: plain-http, unreachable-component", " # stackwright-ignore: unreachable-component"],
    [" # stackwright-ignore: unreachable-component, plain-http", " # stackwright-ignore: unreachable-component"],
  ])("as %j becomes %j, and what stands before it stays", (from, to) => {
    expect(unused(from)).toBe(`${web}${to}\n`);
  });

  it("goes with its line when it has one of its own", () => {
    expect(unused("", "  # stackwright-ignore: plain-http\n")).toBe(`${web}\n`);
  });
});
