import { describe, expect, it } from "vitest";
import type { Operation, TextEdit } from "../../extension/manifest/edit/operation";
import { allowedIn } from "./allowed";
import { Editor } from "./editor";
import { readYaml, saidBy, saidOn } from "./readIndependently";
import { differAt } from "./sameValue";

const text = `name: shop
components:
  # The shop.
  web:
    type: web
    image: shop:1
    connections: [db]
  # Its memory.
  db: { type: postgres } # for now
environments:
  staging: {}
`;

function region(operations: readonly Operation[]): readonly string[] {
  return allowedIn(text, operations, true).map(({ start, end }) => text.slice(start, end));
}

describe("the model itself", () => {
  it("finds a picture that says something else than the text", () => {
    const editor = new Editor(text);
    const said = saidBy(readYaml(text.replace("[db]", "[]")).json ?? null, undefined);
    expect(differAt(saidOn(editor.picture), said)).toMatch(/fields\.connections/);
    expect(differAt(saidOn(editor.picture), saidBy(readYaml(text).json ?? null, undefined))).toBeUndefined();
  });

  it("allows a field's value to change, and nothing else", () => {
    expect(region([{ kind: "setField", component: "web", path: ["image"], value: "x" }])).toEqual([": shop:1\n"]);
  });

  it("allows a component to go with its comments and what names it, and nothing else", () => {
    expect(region([{ kind: "removeComponent", name: "db" }])).toEqual([
      "    connections: [db]\n  # Its memory.\n  db: { type: postgres } # for now\n",
    ]);
  });

  it("allows a new component behind the last, and nothing else", () => {
    expect(region([{ kind: "addComponent", name: "x", fields: { type: "redis" } }])).toEqual([" # for now"]);
  });

  it("undoes typing and gestures in their order, exactly", () => {
    const editor = new Editor(text);
    const typed: TextEdit = { range: { start: text.length, end: text.length }, text: "tags: {}\n" };
    editor.type([typed]);
    editor.gesture([{ kind: "renameComponent", name: "db", to: "store" }], editor.version);
    const after = editor.text;
    expect(after).toContain("connections: [store]");
    editor.undo();
    expect(editor.text).toBe(`${text}tags: {}\n`);
    editor.undo();
    expect(editor.text).toBe(text);
    editor.redo();
    editor.redo();
    expect(editor.text).toBe(after);
  });
});
