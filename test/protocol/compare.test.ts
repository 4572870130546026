import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { compare, otherVersion } from "../../extension/protocol/compare";
import { draw } from "../../extension/protocol/picture";
import { toWebview } from "../../extension/protocol/toWebview";

const before = `name: shop
components:
  edge:
    type: load-balancer
    routes:
      - { to: web, path: / }
  web: { type: web, image: "shop:1", port: 80, connections: [db] }
  db: { type: postgres, size: small }
  old: { type: redis }
canvas:
  old: [10, 20]
`;
const options = { version: 3, editable: true, deploy: { possible: true } } as const;

function compared(text: string, environment = "default", other = before) {
  const manifest = openManifest(text);
  const version = otherVersion("HEAD", openManifest(other), environment, "2026-11-20T00:00:00.000Z");
  return compare(draw(manifest, { ...options, environment }), manifest, version);
}

describe("a picture compared with another version", () => {
  it("says nothing differs from itself, whatever the comments and positions", () => {
    const { edited } = compared(`# another\n${before.replace("[10, 20]", "[99, 99]")}`);
    expect(edited).toMatchObject({ components: {}, removed: [], other: [] });
    expect(edited?.against).toEqual({ name: "HEAD", ghosts: [], edges: { added: [], changed: [], removed: [] } });
  });

  it("has what was removed as it was drawn there, with its place", () => {
    const { edited } = compared(before.replace("  old: { type: redis }\n", ""));
    expect(edited?.against?.ghosts).toEqual([
      { name: "old", type: "redis", summary: expect.any(String), position: [10, 20] },
    ]);
  });

  it("tells lines that came, went and got another label apart", () => {
    const text = before.replace("connections: [db]", "connections: [old]").replace("path: /", "path: /shop");
    const { added, changed, removed } = compared(text).edited?.against?.edges ?? {};
    expect(added).toEqual([{ from: "web", to: "old", kind: "connection" }]);
    expect(changed).toMatchObject([{ from: "edge", to: "web", kind: "route" }]);
    expect(removed).toEqual([{ from: "web", to: "db", kind: "connection" }]);
  });

  it("takes routes between the same two for one line, in whatever order they are written", () => {
    const two = (first: string, second: string) =>
      before.replace("- { to: web, path: / }", `- { to: web, path: ${first} }\n      - { to: web, path: ${second} }`);
    const { against } = compared(two("/b", "/a"), "default", two("/a", "/b")).edited ?? {};
    expect(against?.edges.changed).toEqual([]);
  });

  it("looks at the chosen environment", () => {
    const environments = (size: string) =>
      `${before}environments:\n  live: { components: { db: { size: ${size} } } }\n`;
    const { components } = compared(environments("large"), "live", environments("medium")).edited ?? {};
    expect(components).toEqual({
      db: { kind: "changed", fields: [{ path: ["size"], before: "medium", after: "large" }] },
    });
  });

  it("keeps what was said while the text cannot be read", () => {
    const previous = compared(before.replace("size: small", "size: large"));
    const manifest = openManifest("components: [");
    const version = otherVersion("HEAD", openManifest(before), "default", "2026-11-20T00:00:00.000Z");
    const picture = compare(draw(manifest, { ...options, previous }), manifest, version);
    expect(picture.readable).toBe(false);
    expect(picture.edited).toEqual(previous.edited);
  });

  it("is a picture that the canvas accepts", () => {
    const picture = compared(before.replace("  old: { type: redis }\n", ""));
    expect(toWebview({ type: "picture", picture: structuredClone(picture) })).toBe(true);
  });
});
