import { StackStatus } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import { actionsFor } from "../../extension/deploy/recover/actions";

/** Statuses under which the same can be done, and what that is. */
const offered: readonly (readonly [string, readonly string[]])[] = [
  ["plan", ["DELETE_COMPLETE"]],
  ["execute discard", ["REVIEW_IN_PROGRESS"]],
  ["attach stop", ["CREATE_IN_PROGRESS"]],
  ["attach cancel", ["UPDATE_IN_PROGRESS"]],
  ["attach", ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS"]],
  [
    "attach explain",
    [
      "ROLLBACK_IN_PROGRESS",
      "UPDATE_ROLLBACK_IN_PROGRESS",
      "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
      "IMPORT_ROLLBACK_IN_PROGRESS",
    ],
  ],
  ["retry rollBack explain", ["CREATE_FAILED", "UPDATE_FAILED"]],
  ["delete explain", ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED"]],
  ["plan drift destroy", ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"]],
  ["plan drift destroy explain", ["UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE"]],
  ["continue", ["UPDATE_ROLLBACK_FAILED"]],
  ["retry retain force", ["DELETE_FAILED"]],
  ["explain", ["IMPORT_ROLLBACK_FAILED"]],
];

const rows = offered.flatMap(([actions, statuses]) => statuses.map((status) => ({ status, actions })));

describe("what is offered for a stack", () => {
  it.each(rows)("in $status is: $actions", ({ status, actions }) => {
    expect(actionsFor(status).join(" ")).toBe(actions);
  });

  it("is said here for every status that AWS documents", () => {
    expect(rows.map(({ status }) => status).sort()).toEqual(Object.values(StackStatus).sort());
  });

  it("is a plan where there is none", () => {
    expect(actionsFor(undefined)).toEqual(["plan"]);
  });

  it("is to follow what goes on, in a status that nobody knows yet, and to explain what has ended", () => {
    expect(actionsFor("MERGE_IN_PROGRESS")).toEqual(["attach"]);
    expect(actionsFor("toString")).toEqual(["explain"]);
  });
});
