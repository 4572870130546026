import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  block,
  blocks,
  code,
  hclFile,
  type json,
  object,
  resource,
  text,
} from "../../../extension/targets/terraform/hcl";
import { missingTofu, skipped, tofu } from "./tofu";

const value = (expression: Parameters<typeof json>[0]) =>
  hclFile([{ type: "locals", labels: [], body: { it: expression } }])
    .split("\n")
    .slice(1, -2)
    .join("\n")
    .replace("  it = ", "");

describe("a file of HCL", () => {
  it("has blocks with what they hold, and a line between them", () => {
    const vpc = resource("aws_vpc", "main", { cidr_block: "10.0.0.0/16", tags: object({ Name: "shop", "a:b": 1 }) });
    const empty = resource("aws_eip", "nat", {}, "For the way out.");
    expect(hclFile([vpc, empty])).toBe(`resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags = {
    Name  = "shop"
    "a:b" = 1
  }
}

# For the way out.
resource "aws_eip" "nat" {}
`);
  });

  it("aligns what stands in lines that follow each other", () => {
    const body = { a: 1, long_name: true, list: [object({ b: 1 })], x: "y" };
    expect(hclFile([{ type: "locals", labels: [], body }])).toBe(`locals {
  a         = 1
  long_name = true
  list = [
    {
      b = 1
    },
  ]
  x = "y"
}
`);
  });

  it("leaves out what is undefined, and repeats a block for each body", () => {
    const body = { none: undefined, rule: blocks([{ port: 80 }, { port: 443 }]), empty: block({}) };
    expect(hclFile([{ type: "x", labels: [], body }])).toBe(`x {
  rule {
    port = 80
  }

  rule {
    port = 443
  }

  empty {}
}
`);
  });

  it("breaks a list of plain values only where it is long", () => {
    expect(value(["a", code("local.b")])).toBe('["a", local.b]');
    expect(value(["a".repeat(60), "b".repeat(60)]).split("\n")).toHaveLength(4);
  });
});

describe("text", () => {
  it("is no expression, whatever stands in it", () => {
    expect(value("${HOME} %{if} $x 100%")).toBe('"$${HOME} %%{if} $x 100%"');
    expect(value('say "so"\\\n\t')).toBe('"say \\"so\\"\\\\\\n\\t"');
  });

  it("has expressions in the middle of it, and is one where it is nothing else", () => {
    expect(value(text(["a-", code("var.b")]))).toBe('"a-${var.b}"');
    expect(value(text([code("var.b")]))).toBe("var.b");
  });

  it("keeps a sign before an expression from being read with it", () => {
    expect(value(text(["$", code("var.b")]))).toBe('"${"$"}${var.b}"');
  });
});

describe.skipIf(skipped)(`what OpenTofu reads${missingTofu}`, () => {
  it("is the text that was written", { timeout: 60_000 }, () => {
    const sign = fc.constantFrom(
      "$",
      "%",
      "{",
      "}",
      "\\",
      '"',
      "\n",
      "\r",
      "\t",
      "a",
      "ü",
      "\u0007",
      "\u2028",
      "~",
      "🙂",
    );
    const literal = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(""));
    const cases = fc.sample(fc.tuple(literal, literal), { numRuns: 400, seed: 5 });
    const written = cases.map(([before, after]) => text([before, code('"<>"'), after]));
    const file = hclFile([{ type: "output", labels: ["all"], body: { value: written } }]);
    const output = tofu(new Map([["main.tf", file]]), [
      ["apply", "-auto-approve", "-json"],
      ["output", "-json", "all"],
    ]);
    expect(JSON.parse(output.trim().split("\n").at(-1) ?? "")).toEqual(
      cases.map(([before, after]) => `${before}<>${after}`),
    );
  });
});
