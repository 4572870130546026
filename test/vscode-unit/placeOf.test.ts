import { describe, expect, test } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { componentAt, placeOf } from "../../extension/vscode/canvas/placeOf";

const text = `name: shop
components:
  web:
    type: web
    image: shop:1
    scale: { min: 2 }
    connections: [db]
  db:
    type: postgres
environments:
  staging:
    components:
      db: { size: large }
`;
const manifest = openManifest(text);

describe("where a path stands", () => {
  const at = (path: readonly (string | number)[]): string | undefined => {
    const range = placeOf(manifest, path);
    return range && text.slice(range.start, range.end);
  };

  test("a component stands at its name", () => {
    expect(at(["components", "db"])).toBe("db");
  });

  test("a field stands at its key", () => {
    expect(at(["components", "web", "scale", "min"])).toBe("min");
  });

  test("an item of a list stands at itself", () => {
    expect(at(["components", "web", "connections", 0])).toBe("db");
  });

  test("a field that is not written stands at the nearest thing that is", () => {
    expect(at(["components", "web", "healthCheck", "path"])).toBe("web");
    expect(at(["components", "web", "scale", "max"])).toBe("scale");
  });

  test("what has no place at all has none", () => {
    expect(at(["network", "azs"])).toBeUndefined();
    expect(at([])).toBeUndefined();
  });
});

describe("which component the cursor is in", () => {
  const inside = (mark: string): string | undefined => componentAt(manifest, text.indexOf(mark) + 1);

  test("on its name, on a field, in a value", () => {
    expect(inside("web:")).toBe("web");
    expect(inside("image:")).toBe("web");
    expect(inside("shop:1")).toBe("web");
  });

  test("in an environment's override of it", () => {
    expect(inside("size: large")).toBe("db");
  });

  test("elsewhere it is in none", () => {
    expect(inside("name: shop")).toBeUndefined();
    expect(inside("environments:")).toBeUndefined();
  });
});

test("an override of a component that does not exist marks none", () => {
  const stray =
    "name: a\ncomponents:\n  web: { type: web, image: a }\nenvironments:\n  x:\n    components:\n      gone: { cpu: 1 }\n";
  expect(componentAt(openManifest(stray), stray.indexOf("gone") + 1)).toBeUndefined();
});
