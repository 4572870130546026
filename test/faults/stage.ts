import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeStackEventsCommand } from "@aws-sdk/client-cloudformation";
import { expect } from "vitest";
import type { Cloud } from "../../extension/deploy/cloud";
import { connect } from "../../extension/deploy/connect";
import { destroy } from "../../extension/deploy/destroy";
import { isDeployError } from "../../extension/deploy/errors";
import { execute } from "../../extension/deploy/execute";
import { findStack } from "../../extension/deploy/findStack";
import { attach } from "../../extension/deploy/journal/attach";
import { operationsOf } from "../../extension/deploy/journal/journal";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { isOwnStack } from "../../extension/deploy/rootCause";
import type { App } from "../../extension/manifest/app";
import { appOf, deployed, failing, openGround, planned, Recorder, shop } from "../deploy/ground";
import { openProxy, type TroubleProxy } from "../deploy/proxy";

export const phases = ["plan", "execute", "watch", "roll back", "destroy"] as const;
export type Phase = (typeof phases)[number];

/** What a phase came to: `ok`, or the code of the failure that a person was told. */
export type Told = string;

/** One application in a cloud that can be disturbed, with a journal of its own. */
export interface Stage {
  readonly stack: string;
  readonly host: Recorder;
  /** By the way that is disturbed. */
  readonly cloud: Cloud;
  /** By a way that is not. */
  readonly clear: Cloud;
  /** The calls that were made by the disturbed way. */
  readonly calls: readonly string[];
  readonly journal: { readonly folder: string };
  disturb(fault: Partial<Pick<TroubleProxy, "trouble" | "before" | "rewrite">>): void;
  close(): Promise<void>;
}

export async function openStage(name: string, speed = 20): Promise<Stage> {
  const ground = await openGround(speed);
  const proxy = await openProxy(ground.sandbox.endpoint);
  const cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint: proxy.endpoint });
  const folder = await mkdtemp(join(tmpdir(), "stackwright-faults-"));
  return {
    stack: `${name}-default`,
    host: new Recorder(),
    cloud,
    clear: ground.cloud,
    calls: proxy.calls,
    journal: { folder },
    disturb: (fault) => void Object.assign(proxy, fault),
    async close() {
      cloud.close();
      await proxy.close();
      await ground.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function manifestOf({ stack }: Stage, storage: string): string {
  return shop.replace("name: shop", `name: ${stack.replace(/-default$/, "")}`).replace("20Gi", storage);
}

export const appFor = (stage: Stage, storage = "20Gi"): App => appOf(manifestOf(stage, storage));
const brokenApp = (stage: Stage): App =>
  appOf(failing(manifestOf(stage, "30Gi"), "JobsService", "The container exited with code 1."));

/**
 * Runs one phase of an application that is deployed already. `enter` is called right before what the phase is about,
 * which is when a fault begins.
 */
export async function run(phase: Phase, stage: Stage, enter: () => unknown): Promise<Told> {
  const { cloud, clear, stack, host, journal } = stage;
  await deployed(clear, appFor(stage));
  const record = { journal };
  return told(async () => {
    if (phase === "plan") {
      await enter();
      await planned(cloud, appFor(stage, "30Gi"), host);
      return { ok: true as const };
    }
    if (phase === "destroy") {
      const doom = await planDestroy(cloud, stack, host);
      await enter();
      return destroy(cloud, doom, host, undefined, record);
    }
    const made = await planned(cloud, phase === "roll back" ? brokenApp(stage) : appFor(stage, "30Gi"), host);
    if (phase === "execute") await enter();
    const running = execute(cloud, made, host, undefined, record);
    const begun = { watch: "deploying", "roll back": "rolling-back" } as const;
    if (phase !== "execute") void host.until(begun[phase]).then(enter);
    return running;
  });
}

/** What somebody is told of a piece of work. An error that is not explained is a defect. */
export async function told(work: () => Promise<{ ok: boolean; failure?: { code: string } }>): Promise<Told> {
  try {
    const outcome = await work();
    return outcome.ok ? "ok" : (outcome.failure?.code ?? "");
  } catch (error) {
    if (isDeployError(error)) return error.failure.code;
    throw error;
  }
}

/** How the stack really stands; undefined when it is gone. */
export const statusOf = async ({ clear, stack }: Stage) => (await findStack(clear, stack))?.StackStatus;

export async function untilSettled(stage: Stage): Promise<string> {
  const gone = "DELETE_COMPLETE";
  await expect
    .poll(async () => (await statusOf(stage)) ?? gone, { timeout: 30_000 })
    .not.toMatch(/(?<!REVIEW)_IN_PROGRESS$/);
  return (await statusOf(stage)) ?? gone;
}

/** Without the fault, everything that is not ended is attached to, as whoever comes next would. Gives each ending. */
export async function endings(stage: Stage): Promise<readonly Told[]> {
  const open = (await operationsOf(stage.journal)).filter(({ ended }) => ended === undefined);
  // Whoever began them is taken for dead.
  const orphans = open.map((entry) => ({ ...entry, owner: { ...entry.owner, pid: 2 ** 22 + 1 } }));
  for (const entry of orphans) await told(() => attach(stage.clear, stage.journal, entry, new Recorder()));
  const all = await operationsOf(stage.journal);
  return all.map(({ ended }) => (ended?.status === "succeeded" ? "ok" : (ended?.failure?.code ?? "open")));
}

/** How often each operation of the journal was begun in the cloud. */
export async function beginnings(stage: Stage, stackId: string): Promise<readonly number[]> {
  const { StackEvents = [] } = await stage.clear.cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: stackId }),
  );
  const begun = StackEvents.filter(
    (event) => isOwnStack(event) && /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/.test(String(event.ResourceStatus)),
  );
  const operations = await operationsOf(stage.journal);
  return operations.map(
    ({ clientRequestToken: token }) => begun.filter(({ ClientRequestToken }) => ClientRequestToken === token).length,
  );
}
