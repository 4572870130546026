import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sandboxDirectory, sandboxSpeed } from "../../extension/deploy/sandboxDirectory";

describe("the Sandbox's folder", () => {
  it("is the one that is given", () => {
    expect(sandboxDirectory({ STACKWRIGHT_SANDBOX_DIR: "/here" })).toBe("/here");
  });

  it.each([
    ["linux", {}, join(homedir(), ".local", "state", "stackwright", "sandbox")],
    ["linux", { XDG_STATE_HOME: "/state" }, join("/state", "stackwright", "sandbox")],
    ["darwin", {}, join(homedir(), "Library", "Application Support", "stackwright", "sandbox")],
    ["win32", { LOCALAPPDATA: "/local" }, join("/local", "stackwright", "sandbox")],
  ] as const)("is where %s keeps the state of programs", (platform, env, expected) => {
    expect(sandboxDirectory(env, platform)).toBe(expected);
  });
});

describe("the Sandbox's pace", () => {
  it.each([
    [undefined, 1],
    ["0", 0],
    ["0.25", 0.25],
    ["fast", 1],
    ["-1", 1],
  ])("%s gives %s", (given, expected) => {
    expect(sandboxSpeed(given === undefined ? {} : { STACKWRIGHT_SANDBOX_SPEED: given })).toBe(expected);
  });
});
