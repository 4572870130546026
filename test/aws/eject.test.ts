import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { nounOf } from "../../extension/manifest/schema";
import { readText } from "../../extension/sandbox/template/readText";
import { eject, ejectedTemplate } from "../../extension/targets/aws/eject/eject";
import { renderYaml } from "../../extension/targets/aws/eject/renderYaml";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { anyApp } from "./arbitrary";
import { app, database, worker } from "./fixture";
import { sampleApps } from "./samples";

const render = (document: Record<string, unknown>) => renderYaml(document, new Map());

describe("an ejected template", () => {
  it.each(sampleApps())(
    "says the same as the one of $name, to a reader of YAML and to CloudFormation's",
    ({ app: sample }) => {
      const synthesis = synthesize(sample);
      const text = ejectedTemplate(sample, synthesis, nounOf);
      expect(parse(text)).toEqual(synthesis.template);
      expect(readText(text)).toEqual(synthesis.template);
    },
  );

  it("says the same as that of any application", () => {
    fc.assert(
      fc.property(anyApp(), (input) => {
        const synthesis = synthesize(input);
        expect(parse(ejectedTemplate(input, synthesis, nounOf))).toEqual(synthesis.template);
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  it("says above the resources of a component what it is", () => {
    const input = app([database("db"), worker("jobs")]);
    const text = ejectedTemplate(input, synthesize(input), nounOf);
    expect(text).toContain("\n  # db: a PostgreSQL database\n  DbSecurityGroup:\n");
    expect(text).toContain("\n  # What all components share\n  Vpc:\n");
    expect(text.match(/^ {2}# jobs: a worker$/gm)).toHaveLength(1);
  });
});

describe("YAML", () => {
  it.each([
    ["text", "AWS::ECS::Service"],
    ["a word that means true", "yes"],
    ["a number in text", "0123"],
    ["a version in text", "2010-09-09"],
    ["a colon in text", "a: b"],
    ["a colon at the end", "a:"],
    ["a space at the end", "a "],
    ["a mark", "#a"],
    ["nothing", ""],
    ["quotes", 'say "so"'],
    ["lines", "a\nb\n"],
    ["lines with spaces before their ends", "a \nb\n"],
    ["lines with an indentation of their own", "a\n  b\n\n c\n"],
    ["lines that begin with a space", " a\nb\n"],
    ["a line without an end", "a\nb"],
    ["two ends", "a\n\n"],
    ["other letters", "ünïcode"],
    ["a tab", "a\tb\n"],
    ["a number", 5],
    ["a truth", true],
    ["null", null],
    ["an empty list", []],
    ["an empty map", {}],
    ["a list of maps of lists", [{ a: [{ b: [1, [2]] }], c: {} }, []]],
    ["keys that need quotes", { "1": "a", "a: b": "c", true: "d", "": "e" }],
  ])("keeps %s", (_, value) => {
    expect(parse(render({ key: value, list: [value] }))).toEqual({ key: value, list: [value] });
  });

  it("keeps whatever JSON can say", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        const document = JSON.parse(JSON.stringify({ root: value })) as Record<string, unknown>;
        expect(parse(render(document), { maxAliasCount: 0 })).toEqual(document);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe("the page beside it", () => {
  const pageOf = (rest: Parameters<typeof app>[1]) => {
    const input = app([worker("jobs", { secrets: [{ name: "SMTP", from: "shop/smtp" }] })], rest);
    return eject(input, synthesize(input), nounOf).files;
  };

  it("says how it is deployed, where, and what has to be there", () => {
    const files = pageOf({ protected: true, account: "111122223333" });
    expect([...files.keys()]).toEqual(["shop-test.yaml", "README.md"]);
    const page = files.get("README.md") ?? "";
    for (const text of [
      "--region eu-west-1 --stack-name shop-test",
      "--template-file shop-test.yaml --capabilities CAPABILITY_IAM",
      '"stackwright:environment=test"',
      "- `shop/smtp`",
      "111122223333",
      "--enable-termination-protection",
      "## The way back",
    ]) {
      expect(page).toContain(text);
    }
  });

  it("says nothing of what does not concern it", () => {
    const page = pageOf({}).get("README.md") ?? "";
    expect(page).not.toContain("termination-protection");
    expect(page).not.toContain("--s3-bucket");
  });
});
