import { describe, expect, it } from "vitest";
import { problemCodes } from "../../extension/manifest/problem";
import { accept, completionsAt, labelsAt } from "./cursor";

const edge = "name: a\ncomponents:\n  web: { type: web, image: a, port: 80 }\n";

describe("a comment that silences", () => {
  it("is offered the codes of its line first", () => {
    const items = completionsAt(edge.replace("}\n", "} # stackwright-ignore: |\n"));
    expect(items[0]).toMatchObject({ label: "unreachable-component", detail: "on this line" });
    expect(items[0]?.documentation).toContain("Nothing leads to `web`");
    expect(items[1]?.detail).toBeUndefined();
  });

  it("is offered the codes of the line below, on a line of its own", () => {
    const text = edge.replace("  web", "  # stackwright-ignore: |\n  web");
    expect(labelsAt(text)[0]).toBe("unreachable-component");
  });

  it("is offered no errors, which cannot be silenced, and nothing twice", () => {
    const labels = labelsAt("a: 1 # stackwright-ignore: plain-http, |");
    const errors = Object.entries(problemCodes).filter(([, severity]) => severity === "error");
    expect(labels).not.toContain("plain-http");
    expect(labels).toContain("secret-in-clear");
    expect(errors.filter(([code]) => labels.includes(code))).toEqual([]);
  });

  it.each([
    ["a: 1 # stackwright-ignore:|", "a: 1 # stackwright-ignore: plain-http|"],
    ["a: 1 # stackwright-ignore: pl|", "a: 1 # stackwright-ignore: plain-http|"],
    ["a: 1 # stackwright-ignore: pl|ain", "a: 1 # stackwright-ignore: plain-http|"],
    ["a: 1 # stackwright-ignore: plain|-htt", "a: 1 # stackwright-ignore: plain-http|"],
    ["a: 1 # stackwright-ignore: port-mismatch,|", "a: 1 # stackwright-ignore: port-mismatch, plain-http|"],
  ])("completes %j whole", (marked, wanted) => {
    expect(accept(marked, "plain-http")).toBe(wanted);
  });

  it.each(["# see stackwright-ignore |", "# stackwright-ignore |", "a: stackwright-ignore: |"])(
    "is not seen in %j",
    (marked) => {
      expect(labelsAt(marked)).not.toContain("plain-http");
    },
  );
});

describe("a comment at the top", () => {
  it("is offered the line by which other editors find the schema, once", () => {
    expect(accept("# yaml|", "yaml-language-server: $schema=…")).toMatch(
      /^# yaml-language-server: \$schema=https:.*\|$/,
    );
    expect(labelsAt("# yaml-language-server: $schema=x\n# |")).toEqual([]);
    expect(labelsAt("name: a\n# |")).toEqual([]);
  });
});
