import { describe, expect, it, vi } from "vitest";
import { isChord, showChord } from "../../webview/menu/chord";

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

// The layout's worker is made by the bundler, and no command is carried out here.
vi.mock("../../webview/layout/inWorker", () => ({}));

interface Claimant {
  readonly id: string;
  readonly keys?: readonly string[];
  readonly on: readonly string[];
  readonly more?: readonly Claimant[] | ((state: object) => readonly Claimant[]);
}

/** A menu of its own that depends on what is shown has the same commands for everything. */
function withTheirMenus(commands: readonly Claimant[]): readonly Claimant[] {
  return commands.flatMap(({ more = [], ...command }) => [command, ...(typeof more === "function" ? [] : more)]);
}

describe("the commands", async () => {
  // Commands move the focus in a page, whose types tests do not have.
  const file: string = "../../webview/menu/commands/all";
  const { commands }: { readonly commands: readonly Claimant[] } = await import(file);

  it("never mean two things by one key on the same thing", () => {
    const claims = withTheirMenus(commands).flatMap(({ id, keys = [], on }) =>
      keys.flatMap((key) => on.map((kind) => ({ claim: `${kind} ${key}`, id }))),
    );
    const twice = claims.filter(({ claim, id }) => claims.some((other) => other.claim === claim && other.id !== id));
    expect(twice).toEqual([]);
  });

  it("have an id each", () => {
    const ids = withTheirMenus(commands).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
