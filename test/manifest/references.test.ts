import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { parseTemplate, ScalarMap } from "../../extension/manifest/references";

/** A template as text again, with references marked. */
const read = (text: string) =>
  parseTemplate(text).parts.map((part) =>
    part.kind === "text"
      ? part.text
      : { [part.urlencode ? "urlencode" : "plain"]: `${part.component}.${part.attribute}` },
  );

describe("a template", () => {
  it.each([
    ["", []],
    ["no references, ${HOME} or $5", ["no references, ${HOME} or $5"]],
    ["${{ db.host }}", [{ plain: "db.host" }]],
    ["${{db.host}}", [{ plain: "db.host" }]],
    ["a ${{ my-db.url }}b", ["a ", { plain: "my-db.url" }, "b"]],
    ["${{ a.b }}${{ urlencode( c.d ) }}", [{ plain: "a.b" }, { urlencode: "c.d" }]],
  ])("%j is read", (text, parts) => {
    expect(parseTemplate(text).problems).toEqual([]);
    expect(read(text)).toEqual(parts);
  });

  it.each([
    ["${{ db.host", "never closed"],
    ["${{ }}", "is empty"],
    ["${{ db }}", "is no reference"],
    ["${{ db.host.name }}", "is no reference"],
    ["${{ urlencode(db.host }}", "is no reference"],
    ["${{ md5(db.host) }}", "no function `md5`"],
  ])("%j is a problem", (text, says) => {
    const { problems } = parseTemplate(text);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  });

  it("knows where the names stand", () => {
    const text = "x ${{ urlencode( db.host ) }}";
    const [, reference] = parseTemplate(text).parts;
    if (reference?.kind !== "reference") throw new Error("no reference");
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(at(reference.range)).toBe("${{ urlencode( db.host ) }}");
    expect(at(reference.componentRange)).toBe("db");
    expect(at(reference.attributeRange)).toBe("host");
  });
});

describe("a place in a scalar", () => {
  it.each([
    ["plain", "A: x TARGET y"],
    ["single quoted", "A: 'it''s x TARGET'"],
    ["double quoted", 'A: "\\tx\\x41\\u00e9\\"TARGET"'],
  ])("that is %s is found in the text", (_, text) => {
    const node = openManifest(text).find(["A"])?.node;
    if (node?.kind !== "scalar") throw new Error("no scalar");
    const map = ScalarMap.of(node, text);
    const start = String(node.value).indexOf("TARGET");
    const range = map?.range({ start, end: start + "TARGET".length });
    expect(text.slice(range?.start, range?.end)).toBe("TARGET");
    expect(map?.index(text.indexOf("TARGET"))).toBe(start);
  });

  it.each([
    ["a literal block", "A: |\n  TARGET"],
    ["folded over lines", "A: a\n  TARGET"],
    ["quoted over lines", 'A: "a\n  TARGET"'],
    ["quoted with an escaped line break", 'A: "a\\\n  TARGET"'],
  ])("of %s is not", (_, text) => {
    const node = openManifest(text).find(["A"])?.node;
    if (node?.kind !== "scalar") throw new Error("no scalar");
    expect(ScalarMap.of(node, text)).toBeUndefined();
  });
});
