import { describe, expect, it } from "vitest";
import { isChord, showChord } from "../../webview/menu/chord";
import { commands } from "../../webview/menu/commands/all";

const press = (key: string, held = "") => ({
  key,
  ctrlKey: held.includes("c"),
  metaKey: held.includes("m"),
  shiftKey: held.includes("s"),
  altKey: held.includes("a"),
});

describe("a chord", () => {
  it.each([
    ["Ctrl+D", press("d", "c"), true],
    ["Ctrl+D", press("d", "m"), true],
    ["Ctrl+D", press("D", "cs"), false],
    ["Ctrl+D", press("d"), false],
    ["Shift+C", press("C", "s"), true],
    ["C", press("C", "s"), false],
    ["?", press("?", "s"), true],
    ["?", press("?"), true],
    ["Shift+Alt+ArrowLeft", press("ArrowLeft", "sa"), true],
  ])("%s is meant by %o: %s", (chord, event, expected) => {
    expect(isChord(event, chord)).toBe(expected);
  });

  it("is written as the platform writes it", () => {
    expect(showChord("Ctrl+Shift+G", false)).toBe("Ctrl+Shift+G");
    expect(showChord("Ctrl+Shift+G", true)).toBe("⌘⇧G");
  });
});

describe("the commands", () => {
  it("never mean two things by one key on the same thing", () => {
    const flat = commands.flatMap((command) => [command, ...(command.more ?? [])]);
    const claims = flat.flatMap(({ id, keys = [], on }) =>
      keys.flatMap((key) => on.map((kind) => ({ claim: `${kind} ${key}`, id }))),
    );
    const twice = claims.filter(({ claim, id }) => claims.some((other) => other.claim === claim && other.id !== id));
    expect(twice).toEqual([]);
  });

  it("have an id each", () => {
    const ids = commands.flatMap((command) => [command.id, ...(command.more ?? []).map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
