import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentsOf, fuzz } from "./fuzz";
import { rich } from "./samples";

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../samples", name, "stackwright.yaml"), "utf8");
const sources = [rich, ...["discourse", "rails", "wordpress"].map(read)];

describe("a few thousand mutated documents", () => {
  const walks = Array.from({ length: 150 }, (_, walk) => walk);
  const found = fuzz(sources, walks);

  it("are opened and asked about without anything being thrown", () => {
    expect(found.documents).toBe(3_000);
    expect(found.thrown).toEqual([]);
  });

  it("have answers that lie in their text", () => {
    expect(found.misplaced).toEqual([]);
  });

  it("are the same for the same walk, so that a finding can be made again", () => {
    expect(documentsOf(sources, 7)).toEqual(documentsOf(sources, 7));
    expect(documentsOf(sources, 7)).not.toEqual(documentsOf(sources, 8));
  });
});
