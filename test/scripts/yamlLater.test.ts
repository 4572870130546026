import { expect, test } from "vitest";
import { namesIn } from "../../scripts/build/yamlLater";

test("the build sees which values of the yaml package a source takes, and leaves types aside", () => {
  const source = `import { parse, type Node, visit } from "yaml";
import type { Scalar } from "yaml";
import { parse as other } from "./parse";
`;
  expect(namesIn(source)).toEqual(["parse", "visit"]);
});
