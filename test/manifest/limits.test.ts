import { describe, expect, it } from "vitest";
import { openManifest, toJson } from "../../extension/manifest/manifest";
import { bomb, fill, hostileTexts } from "./hostile";

const megabyte = 1_000_000;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");
const codes = (text: string): string[] => [...new Set(openManifest(text).problems.map(({ code }) => code))];

describe("a text that is no manifest", () => {
  it.each([
    ["nothing", "", ["missing-key"]],
    ["a comment", "# soon\n", ["missing-key"]],
    ["white space", "  \n\n", ["missing-key"]],
    ["a byte order mark", "\ufeff", ["missing-key"]],
    ["a document marker", "---\n", ["missing-key"]],
    ["binary data", "\u0000\u0001PNG\r\n", ["not-text"]],
    ["a control character in a name", "name: a\u0007b\n", ["not-text"]],
    ["two documents", "name: a\ncomponents: {}\n---\nname: b\n", ["several-documents"]],
    ["text behind the end of the document", "name: a\ncomponents: {}\n...\nmore\n", ["several-documents"]],
  ])("that is %s has one problem", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe("a manifest in another form", () => {
  const base = "name: shop\ncomponents:\n  db:\n    type: postgres\n";
  it.each([
    ["with a byte order mark", `\ufeff${base}`],
    ["with Windows line ends", base.replaceAll("\n", "\r\n")],
    ["with markers and a directive", `%YAML 1.2\n---\n${base}...\n`],
    ["as JSON", JSON.stringify({ name: "shop", components: { db: { type: "postgres" } } })],
    ["with explicit keys", "? name\n: shop\n? components\n: db: { type: postgres }\n"],
    ["indented", base.replaceAll(/^/gm, "  ")],
  ])("%s is read", (_, text) => {
    const manifest = openManifest(text);
    expect(manifest.problems).toEqual([]);
    expect(manifest.components.map(({ name, type }) => `${name}: ${type}`)).toEqual(["db: postgres"]);
    const type = manifest.find(["components", "db", "type"])?.node;
    expect(text.slice(type?.range.start, type?.range.end).replaceAll('"', "")).toBe("postgres");
  });
});

describe("a hostile text", () => {
  it.each([
    ["brackets", fill("[", 5_000), "too-deep"],
    ["maps in maps", fill("{a: ", 5_000), "too-deep"],
    ["lists in lists", fill("- ", 5_000), "too-deep"],
    ["deep indentation", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""), "too-deep"],
    ["explicit keys in keys", fill("? ", 5_000), "too-deep"],
    ["a megabyte on one line", `a: ${fill("x")}`, "too-large"],
    ["a megabyte of keys", fill("a:\n"), "too-large"],
    ["a megabyte of quotes", fill('"'), "too-large"],
    ["many short entries", fill("a:\n", 200_000), "too-large"],
    ["many components", `name: a\ncomponents:\n${lines(3_001, (n) => `  c${n}:\n`)}`, "too-large"],
    ["many components on one line", `components: { ${lines(3_001, (n) => `c${n}: {}, `)} }\n`, "too-large"],
    ["many environments", `name: a\nenvironments:\n${lines(3_001, (n) => `  e${n}: {}\n`)}`, "too-large"],
    ["many sections", lines(3_001, (n) => `k${n}: a\n`), "too-large"],
    ["many anchors", fill("&a ", 200_000), "too-large"],
    ["many aliases", fill("*a ", 200_000), "too-large"],
    ["an alias bomb", bomb(9), "too-large"],
    ["an alias bomb that is deep too", bomb(100), "too-large"],
  ])("of %s is refused in words", (_, text, code) => {
    const manifest = openManifest(text);
    expect(manifest.problems.map((problem) => problem.code)).toContain(code);
    expect(manifest.readable).toBe(false);
    expect(manifest.appFor()).toBeUndefined();
  });

  it.each(hostileTexts.map(({ name, text }) => [name, text]))("of %s gets an answer", (_, text) => {
    const manifest = openManifest(text);
    for (const { range, message } of manifest.problems) {
      expect(range.start >= 0 && range.start <= range.end && range.end <= text.length, message).toBe(true);
      expect(message.length).toBeLessThan(1_000);
    }
    for (const environment of manifest.environments.slice(0, 2)) manifest.appFor(environment);
    expect(manifest.pathAt(text.length - 1).length).toBeLessThan(100);
  });

  it("of aliases is never expanded, whoever asks", () => {
    const manifest = openManifest(bomb(12));
    expect(JSON.stringify(toJson(manifest, manifest.root)).length).toBeLessThan(2 * megabyte);
  });

  it("of aliases behind each other is refused where they become too deep", () => {
    const chain = Array.from({ length: 100 }, (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}]\n`).join("");
    expect(codes(`name: shop\ncomponents: {}\ntags:\n  a0: &a0 x\n${chain}`)).toContain("too-deep");
  });

  it("of one wrong key after another tells as many problems as anybody sees, and that there are errors", () => {
    const text = `name: a\ncomponents:\n  a:\n    type: web\n${lines(9_000, (n) => `    k${n}: a\n`)}`;
    const manifest = openManifest(text);
    expect(manifest.problems.length).toBe(2_000);
    expect(manifest.appFor()).toBeUndefined();
  });

  it("of many warnings does not hide the error behind them", () => {
    const secrets = lines(1_500, (n) => `      KEY_${n}_PASSWORD: hunter2hunter2\n`);
    const text = `name: a\ncomponents:\n  a:\n    type: worker\n    image: a\n    env:\n${secrets}    connections: [1]\n`;
    const severities = openManifest(text).problems.map(({ severity }) => severity);
    expect(severities.length).toBe(1_000);
    expect(severities).toContain("error");
  });

  it("leaves a manifest readable once it is gone", () => {
    const good = "name: shop\ncomponents: {}\n";
    const bad = openManifest(good + fill("[", 5_000), openManifest(good));
    expect(openManifest(good, bad).problems).toEqual([]);
  });
});

describe("names that mean something to JavaScript", () => {
  const text =
    "name: shop\ncomponents:\n  constructor:\n    type: redis\n  __proto__:\n    type: redis\n  to-string: {}\n";

  it("are components like others", () => {
    const { components } = openManifest(text);
    expect(components.map(({ name, type }) => [name, type])).toEqual([
      ["constructor", "redis"],
      ["__proto__", "redis"],
      ["to-string", undefined],
    ]);
  });

  it("are keys like others in JSON", () => {
    const manifest = openManifest(text);
    const json = toJson(manifest, manifest.find(["components"])?.node);
    expect(Object.keys(json ?? {})).toEqual(["constructor", "__proto__", "to-string"]);
    expect(Object.getPrototypeOf(json)).toBeNull();
  });

  it("reach the model", () => {
    const app = openManifest("name: shop\ncomponents:\n  constructor: { type: redis }\n").appFor();
    expect(app?.components.get("constructor")?.type).toBe("redis");
  });
});
