import { describe, expect, it } from "vitest";
import { judge, shownFor } from "./judge";
import { ours } from "./ours";
import { readBoard, readState } from "./read";

const board = readBoard();

describe("the board", () => {
  it("has at least 150 states", () => {
    expect(board.length).toBeGreaterThanOrEqual(150);
  });

  it.each(board.map((state) => [state.name, state] as const))("is answered at %s", (_, state) => {
    expect(judge(state, ours(state.text, state.cursor))).toEqual([]);
  });

  it.each(board.map((state) => [state.name, state] as const))(
    "replaces what is around the cursor at %s",
    (_, state) => {
      for (const { range } of ours(state.text, state.cursor)) {
        expect(range.start <= state.cursor && state.cursor <= range.end).toBe(true);
        expect(state.text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
      }
    },
  );
});

const item = { says: "", insertText: "x", snippet: false, range: { start: 0, end: 2 }, sortText: "1" };

describe("the judge", () => {
  const state = readState("s", "A title.\n=== text\nna|\n=== offers\nname :: text\n=== not\nport\n=== first\nname\n");

  it("finds what is missing", () => {
    expect(judge(state, [])).toEqual(["has nothing first and not name", "lacks name, has nothing"]);
  });

  it("finds what must not be there, what is not said, and what comes first", () => {
    const named = { ...item, label: "name", filterText: "name" };
    const port = { ...item, label: "port", filterText: "nap", sortText: "0" };
    expect(judge(state, [named, port])).toEqual([
      "has port first and not name",
      'says "" of name and not "text"',
      "offers port",
    ]);
  });

  it("shows what matches the word, its beginning first", () => {
    const labels = ["lower-na", "dynamic", "name", "n-x-a"].map((label) => ({ ...item, label, filterText: label }));
    expect(shownFor(state, labels).map(({ label }) => label)).toEqual(["name", "lower-na", "n-x-a"]);
  });

  it("compares the text after accepting", () => {
    const accepting = readState("s", "A title.\n=== text\nna|\n=== accept name\nname: |\n");
    const named = { ...item, label: "name", filterText: "name", insertText: "name: " };
    expect(judge(accepting, [named])).toEqual([]);
    expect(judge(accepting, [{ ...named, insertText: "name:" }])).toHaveLength(1);
  });

  it("refuses a file that it does not understand", () => {
    expect(() => readState("s", "A title.\n=== text\nno cursor\n")).toThrow("no cursor");
    expect(() => readState("s", "A title.\n=== text\n|\n=== offres\n")).toThrow("offres");
  });
});
