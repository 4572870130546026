import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(read("package.json"));
const strings: Record<string, string> = JSON.parse(read("package.nls.json"));
const sources = readdirSync(join(root, "extension"), { recursive: true, encoding: "utf8" })
  .filter((file) => /^(vscode.*|main.*)\.ts$/.test(file))
  .map((file) => read(join("extension", file)))
  .join("\n");

describe("the strings of package.json", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);

  test("each one that is named has a text", () => {
    expect(used.filter((key) => key === undefined || !strings[key])).toEqual([]);
  });

  test("no text is left over", () => {
    expect(Object.keys(strings).filter((key) => !used.includes(key))).toEqual([]);
  });
});

describe("commands", () => {
  const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);

  test("each one that is contributed is registered", () => {
    // Those of the Deployments view are registered by their last name.
    const names = contributed.map((command) => command.replace(/^stackwright\.(deployments\.)?/, ""));
    expect(names.filter((name) => !new RegExp(`"(stackwright\\.(deployments\\.)?)?${name}"`).test(sources))).toEqual(
      [],
    );
  });

  test("each one that a menu or the code names is contributed", () => {
    const inMenus = Object.values<{ command: string }[]>(manifest.contributes.menus).flatMap((items) =>
      items.map(({ command }) => command),
    );
    const inCode = [...sources.matchAll(/command: "(stackwright\.\w+)"/g)].map(([, command]) => command);
    expect([...inMenus, ...inCode].filter((command) => !contributed.includes(command ?? ""))).toEqual([]);
  });

  test("those that deploy are hidden in Restricted Mode", () => {
    const palette: { command: string; when: string }[] = manifest.contributes.menus.commandPalette;
    for (const name of ["deploy", "destroy", "chooseTarget", "startSandbox"]) {
      const when = palette.find(({ command }) => command === `stackwright.${name}`)?.when;
      expect(when, name).toContain("isWorkspaceTrusted");
    }
  });
});

describe("the language", () => {
  const [language] = manifest.contributes.languages;

  test("the canvas opens for every file that has the language", () => {
    const patterns = manifest.contributes.customEditors[0].selector.map(
      ({ filenamePattern }: { filenamePattern: string }) => filenamePattern,
    );
    expect(patterns.sort()).toEqual(
      [...language.filenames, ...language.extensions.map((end: string) => `*${end}`)].sort(),
    );
  });

  test("text stays the default editor", () => {
    expect(manifest.contributes.customEditors[0].priority).toBe("option");
  });

  test("every pattern of the grammar and of the configuration is a regular expression", () => {
    const patterns = [
      ...read("syntaxes/stackwright.tmLanguage.json").matchAll(/"(?:match|begin|end)": ("(?:[^"\\]|\\.)*")/g),
      ...read("language-configuration.json").matchAll(/"(?:wordPattern|beforeText)": ("(?:[^"\\]|\\.)*")/g),
    ].map(([, literal]) => JSON.parse(literal ?? '""') as string);
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) expect(() => new RegExp(pattern), pattern).not.toThrow();
  });
});

test("every file that package.json names is there", () => {
  const files = [...read("package.json").matchAll(/"(\.\/(?:media|syntaxes|language)[^"]*|media\/[^"]*)"/g)];
  expect(files.length).toBeGreaterThan(3);
  expect(files.map(([, file]) => file ?? "").filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("the icon is a PNG of at least 128 pixels", () => {
  const icon = readFileSync(join(root, manifest.icon));
  expect(icon.subarray(1, 4).toString()).toBe("PNG");
  expect(Math.min(icon.readUInt32BE(16), icon.readUInt32BE(20))).toBeGreaterThanOrEqual(128);
});

test("settings keep no secrets and name no program to run", () => {
  const names = Object.keys(manifest.contributes.configuration.properties);
  expect(names.filter((name) => /secret|password|token|key|command|path/i.test(name))).toEqual([]);
});

describe("the walkthrough", () => {
  interface Step {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly svg: string };
    readonly completionEvents: readonly string[];
  }
  const steps: readonly Step[] = manifest.contributes.walkthroughs[0].steps;
  const commands: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);

  test.each(steps)("$id leads to commands that there are", ({ description }) => {
    const text = strings[description.replaceAll("%", "")] ?? "";
    const named = [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? "");
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((command) => !commands.includes(command))).toEqual([]);
  });

  test.each(steps)("$id is done by something that is told", ({ completionEvents }) => {
    for (const [, context] of completionEvents.join("\n").matchAll(/stackwright\.(hadError|planned\w*|deployed)/g)) {
      expect(sources).toMatch(new RegExp(`"${context}"`));
    }
    expect(completionEvents.length).toBeGreaterThan(0);
  });

  test.each(steps)("$id has a picture in the colours of the theme", ({ media }) => {
    const svg = read(media.svg);
    expect(svg).toContain("var(--vscode-");
    // VS Code's policy lets no style sheet of a picture through, so colours stand in attributes.
    expect(svg).not.toMatch(/#[0-9a-f]{3,8}\b|<style|class=|style=|<script|https?:(?!\/\/www\.w3\.org)/i);
  });
});
