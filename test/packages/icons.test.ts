import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPackage } from "../../extension/packages/readPackage";

const index = join(__dirname, "..", "..", "packages");
const names = readdirSync(index, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
function iconOf(name: string): string {
  const found = readPackage(readFileSync(join(index, name, "1.0.0", "stackwright.package.yaml"), "utf8"));
  return found.ok ? (found.value.icon ?? "") : found.reason;
}

/** WCAG's relative luminance of a colour such as `#1f6fb5`, between 0 and 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the icons of the shipped packages", () => {
  it("are there for each of at least 12 packages, each another drawing", () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
    expect(new Set(names.map(iconOf)).size).toBe(names.length);
  });

  it.each(names)("consist of shapes alone, and little of them: %s", (name) => {
    const icon = iconOf(name);
    expect(icon.length).toBeLessThan(1024);
    expect([...icon.matchAll(/<([a-zA-Z]+)/g)].map(([, element]) => element)).toEqual(["svg", "rect", "path"]);
    expect(icon).not.toMatch(/\son\w+=|href|url\(|style=|<!|<\?|&/);
  });

  it.each(names)("show the mark clearly upon its ground: %s", (name) => {
    const ground = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(iconOf(name))?.[1] ?? "#ffffff";
    expect(1.05 / (luminance(ground) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
