import { describe, expect, it } from "vitest";
import { countChanges, groupChanges } from "../../extension/deploy/groupChanges";
import type { PlannedChange } from "../../extension/deploy/types";
import { counted, plural } from "../../extension/deploy/words";

/** `"db replace database"`: component (`-` for what is shared), action, label. */
function changes(...written: readonly string[]): readonly PlannedChange[] {
  return written.map((line, index) => {
    const [component = "-", action = "add", ...label] = line.split(" ");
    return {
      action: action as PlannedChange["action"],
      logicalId: `Resource${index}`,
      resourceType: "AWS::Any::Thing",
      label: label.join(" ") || "thing",
      properties: [],
      ...(component === "-" ? {} : { component }),
    };
  });
}

const namesOf = (...args: Parameters<typeof groupChanges>) =>
  groupChanges(...args).map(({ component }) => component ?? "shared");

describe("a plan's groups", () => {
  it("stand in the given order, what is shared last", () => {
    const all = changes("- add", "db add", "web add", "edge add");
    expect(namesOf(all, ["edge", "web", "db"])).toEqual(["edge", "web", "db", "shared"]);
  });

  it.each(["replace", "maybe-replace", "remove"])("stand first with something to %s", (action) => {
    const all = changes("edge add", "web modify", `db ${action}`);
    expect(namesOf(all, ["edge", "web", "db"])).toEqual(["db", "edge", "web"]);
  });

  it("that lose something stand as the plan has them, the worst first", () => {
    const all = changes("db replace", "web remove", "edge maybe-replace", "worker add");
    expect(namesOf(all, ["edge", "worker", "web", "db"])).toEqual(["db", "web", "edge", "worker"]);
  });

  it("stand first where data is at stake, whatever happens", () => {
    const [first] = changes("db modify");
    if (first === undefined) throw new Error("no change");
    const all = [...changes("web modify"), { ...first, data: "kept" as const }];
    expect(groupChanges(all, ["web", "db"]).map(({ component, isSerious }) => [component, isSerious])).toEqual([
      ["db", true],
      ["web", false],
    ]);
  });

  it("keep what is shared behind components that are gone from the manifest", () => {
    expect(namesOf(changes("- add", "old modify"), ["web"])).toEqual(["old", "shared"]);
  });

  it("fold additions of a kind into one row, and nothing else", () => {
    const [group] = groupChanges(changes("- add subnet", "- modify subnet", "- add route table", "- add subnet"));
    expect(group?.additions.map(({ text, changes: folded }) => [text, folded.length])).toEqual([
      ["2 subnets", 2],
      ["route table", 1],
    ]);
    expect(group?.changes.map(({ action }) => action)).toEqual(["modify"]);
  });

  it("lose no change", () => {
    const all = changes("web add a", "web add a", "db replace b", "- remove c", "- add d");
    const listed = groupChanges(all).flatMap((group) => [
      ...group.changes,
      ...group.additions.flatMap((row) => row.changes),
    ]);
    expect(new Set(listed)).toEqual(new Set(all));
  });

  it("count each kind of change that occurs, the worst first", () => {
    expect(countChanges(changes("- add", "- remove", "- add"))).toEqual([
      { action: "remove", count: 1 },
      { action: "add", count: 2 },
    ]);
  });
});

describe("several of a thing", () => {
  it.each([
    [1, "service", "1 service"],
    [2, "route table", "2 route tables"],
    [2, "public address", "2 public addresses"],
    [2, "permissions", "2 permissions"],
  ])("%i %s is %s", (count, noun, words) => expect(plural(count, noun)).toBe(words));

  it("are counted in the order of the first of each", () => {
    expect(counted([{ label: "log" }, { label: "role" }, { label: "log" }])).toBe("2 logs and role");
  });
});
