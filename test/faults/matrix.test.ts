import { CancelUpdateStackCommand, DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findStack } from "../../extension/deploy/findStack";
import { deployed } from "../deploy/ground";
import { appFor, beginnings, endings, openStage, type Phase, phases, run, type Stage, untilSettled } from "./stage";
import { denied, duration, passing } from "./troubles";

let stage: Stage;

/** Going back has to take longer than it is between two looks, or it is over when a fault begins. */
const slowly = 5;

beforeEach(async ({ task }) => {
  stage = await openStage("app", task.name === "roll back" ? slowly : undefined);
});

afterEach(() => stage.close());

const undisturbed = () => stage.disturb({ trouble: () => undefined, before: () => undefined, rewrite: undefined });

/** How each phase ends when nothing is in its way, and in which status. */
const natural: Readonly<Record<Phase, { readonly told: string; readonly status: string }>> = {
  plan: { told: "ok", status: "CREATE_COMPLETE" },
  execute: { told: "ok", status: "UPDATE_COMPLETE" },
  watch: { told: "ok", status: "UPDATE_COMPLETE" },
  "roll back": { told: "container-exited", status: "UPDATE_ROLLBACK_COMPLETE" },
  destroy: { told: "ok", status: "DELETE_COMPLETE" },
};

/** Nothing is lost and nothing runs twice: the journal has the ending that the stack has, and each was begun once. */
async function expectTruth(phase: Phase, stackId: string): Promise<void> {
  const status = await untilSettled(stage);
  const ends = await endings(stage);
  const { told, status: through } = natural[phase];
  if (phase === "plan") expect({ status, ends }).toEqual({ status: "CREATE_COMPLETE", ends: [] });
  else if (status === "CREATE_COMPLETE") expect(ends.filter((end) => end !== "never-begun")).toEqual([]);
  else expect({ status, ends }).toEqual({ status: through, ends: [told] });
  const begun = await beginnings(stage, stackId);
  expect(begun.filter((times) => times > 1)).toEqual([]);
}

const idOf = async () => (await findStack(stage.clear, stage.stack))?.StackId ?? "";

describe.each(phases)("%s", (phase) => {
  it.each(Object.entries(passing))(
    "× %s",
    async (fault, { begin, code }) => {
      let stackId = "";
      // A clock is wrong from the beginning on.
      if (fault === "clock wrong") begin(stage);
      const told = await run(phase, stage, async () => {
        begin(stage);
        stackId = await idOf();
      });
      const watched = phase === "watch" || phase === "roll back";
      if (watched || told === natural[phase].told) expect(told).toBe(natural[phase].told);
      else expect(told).toMatch(code);
      undisturbed();
      await expectTruth(phase, stackId);
    },
    duration * 2 + 60_000,
  );

  it("× a denied permission for each single call", async () => {
    let before = 0;
    await run(phase, stage, () => {
      before = stage.calls.length;
    });
    const actions = new Set(stage.calls.slice(before));
    expect(actions.size).toBeGreaterThan(0);
    for (const action of actions) {
      await stage.close();
      stage = await openStage("app");
      let stackId = "";
      const told = await run(phase, stage, async () => {
        stage.disturb({ trouble: (called) => (called === action ? denied(action) : undefined) });
        stackId = await idOf();
      });
      // What is not essential is gone without.
      if (told !== natural[phase].told) {
        expect(told).toBe("access-denied");
        expect(stage.host.all("failed").at(-1)?.failure.message).toContain(`cloudformation:${action}`);
      }
      undisturbed();
      await expectTruth(phase, stackId);
    }
  }, 120_000);
});

/** Somebody else does something right before a call of ours, once. */
function faster(action: string, act: () => Promise<unknown>): () => void {
  let done: Promise<unknown> | undefined;
  return () =>
    stage.disturb({
      before: (called) => {
        if (called !== action) return undefined;
        done ??= act();
        return done;
      },
    });
}

const deletes = async () => {
  await untilSettled(stage);
  await stage.clear.cloudFormation.send(new DeleteStackCommand({ StackName: stage.stack }));
  await untilSettled(stage);
};
const deploys = async () => {
  await untilSettled(stage);
  await deployed(stage.clear, appFor(stage, "50Gi"));
};
const cancels = () => stage.clear.cloudFormation.send(new CancelUpdateStackCommand({ StackName: stage.stack }));

describe("× another actor's change", () => {
  it.each([
    ["plan", "DescribeChangeSet", deploys, "stale-plan"],
    ["execute", "ExecuteChangeSet", deploys, "stale-plan"],
    ["watch", "DescribeStackEvents", cancels, "deployment-cancelled"],
    ["roll back", "DescribeStackEvents", deploys, "container-exited"],
  ] as const)("%s", async (phase, action, act, code) => {
    expect(await run(phase, stage, faster(action, act))).toBe(code);
    const recorded = code === "stale-plan" ? [] : [code];
    expect(await endings(stage)).toEqual(recorded);
  });

  it("destroy", async () => {
    const begin = faster("DeleteStack", () =>
      stage.clear.cloudFormation.send(new DeleteStackCommand({ StackName: stage.stack })),
    );
    expect(await run("destroy", stage, begin)).toBe("ok");
    expect(await untilSettled(stage)).toBe("DELETE_COMPLETE");
  });
});

describe("× the stack deleted under it", () => {
  it.each([
    ["plan", "CreateChangeSet", "stale-plan"],
    ["execute", "ExecuteChangeSet", "stale-plan"],
    ["watch", "DescribeStackEvents", "ok"],
    ["roll back", "DescribeStackEvents", "container-exited"],
    ["destroy", "DeleteStack", "ok"],
  ] as const)("%s", async (phase, action, code) => {
    expect(await run(phase, stage, faster(action, deletes))).toBe(code);
    expect(await untilSettled(stage)).toBe("DELETE_COMPLETE");
    const unrecorded = phase === "plan" || phase === "execute";
    expect(await endings(stage)).toEqual(unrecorded ? [] : [code]);
  });
});
