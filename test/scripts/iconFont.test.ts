import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { usedIcons } from "../../scripts/build/iconFont";
import { root } from "../../scripts/setup/paths";

const schemas = join(root, "schemas", "types");

describe("the icons that ship", () => {
  test.each(readdirSync(schemas))("have the one of %s", (file) => {
    const { "x-component": component } = JSON.parse(readFileSync(join(schemas, file), "utf8"));
    expect([...usedIcons().keys()]).toContain(component.icon);
  });

  test.each(["close", "trash", "error", "warning", "add"])("have %s, which buttons show", (name) => {
    expect([...usedIcons().keys()]).toContain(name);
  });

  test("are a part of VS Code's, each a character of its own area", () => {
    const icons = usedIcons();
    expect(icons.size).toBeGreaterThan(40);
    expect(icons.size).toBeLessThan(250);
    for (const character of icons.values()) expect(character.codePointAt(0)).toBeGreaterThanOrEqual(0xe000);
  });
});
