import { createHash, randomUUID } from "node:crypto";
import {
  type Capability,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  type ResourceChange,
} from "@aws-sdk/client-cloudformation";
import type { Synthesis } from "../targets/aws/synthesis";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { explainReason } from "./explainReason";
import type { TemplateSource } from "./largeTemplate/templateSource";
import { changeSetDelay, pause } from "./pause";
import { redact } from "./redact";

export interface ChangeSet {
  readonly id: string;
  readonly stackId: string;
  readonly createdAt: Date;
  readonly changes: readonly ResourceChange[];
  /** CloudFormation's word that values were left out; undefined when all are there. */
  readonly incomplete?: string;
}

/** What a change set is made for. */
export interface ChangeSetRequest {
  readonly synthesis: Synthesis;
  readonly template: TemplateSource;
  readonly kind: "create" | "update";
  readonly environment: string;
}

/** Asks for a change set; it is computed in the cloud afterwards. Gives its and the stack's id. */
export async function createChangeSet(
  cloud: Cloud,
  request: ChangeSetRequest,
): Promise<{ id: string; stackId: string }> {
  const { synthesis, kind, environment } = request;
  const asked = cloud.cloudFormation.send(
    new CreateChangeSetCommand({
      StackName: synthesis.stackName,
      ChangeSetName: `stackwright-${randomUUID()}`,
      ChangeSetType: kind === "create" ? "CREATE" : "UPDATE",
      ClientToken: randomUUID(),
      Description: `Stackwright: environment ${environment}, template sha256 ${digest(synthesis.text)}`,
      ...request.template,
      Capabilities: synthesis.capabilities as Capability[],
      Tags: Object.entries(synthesis.tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  const { Id, StackId } = await asked.catch((error: unknown) => {
    // Made by somebody in the meantime, worked on, or deleted.
    const isTaken =
      error instanceof Error &&
      /does not exist|already exists and cannot be created again|is in \w+_IN_PROGRESS state/.test(error.message);
    throw isTaken ? overtaken(error) : error;
  });
  return { id: Id ?? "", stackId: StackId ?? "" };
}

/**
 * Waits until the change set is computed and reads all of it. Gives `"unchanged"` when there is nothing to change.
 * Throws a `DeployError` when CloudFormation cannot compute it.
 */
export async function readChangeSet(cloud: Cloud, id: string, signal?: AbortSignal): Promise<ChangeSet | "unchanged"> {
  try {
    return await read(cloud, id, signal);
  } catch (error) {
    throw error instanceof Error && isGone(error) ? overtaken(error) : error;
  }
}

/** Carrying out one change set drops all others of the stack. */
export const isGone = ({ name }: Error): boolean => name.startsWith("ChangeSetNotFound");

/** Somebody was faster between two of our calls. */
function overtaken(cause: Error): DeployError {
  return new DeployError(
    {
      code: "stale-plan",
      message: "The stack was changed since this plan was begun, so it would not say what happens.",
      fix: "Somebody else works on the stack, or another window does. Plan again; nothing was changed by this one.",
      raw: redact(cause.message),
    },
    { cause },
  );
}

async function read(cloud: Cloud, id: string, signal: AbortSignal | undefined): Promise<ChangeSet | "unchanged"> {
  const first = await settled(cloud, id, signal);
  if (first.Status === "FAILED") {
    const reason = first.StatusReason ?? "";
    if (isUnchanged(reason)) return "unchanged";
    throw new DeployError(explainReason(reason, { code: "change-set-failed" }));
  }
  const plain = [...changesOf(first), ...(await furtherPages(cloud, id, first.NextToken, false))];
  const withValues = await describe(cloud, id, { values: true });
  const valued = [...changesOf(withValues), ...(await furtherPages(cloud, id, withValues.NextToken, true))];
  const warning = /\[WARN\][^\n]*/.exec(withValues.StatusReason ?? "")?.[0];
  return {
    id: first.ChangeSetId ?? id,
    stackId: first.StackId ?? "",
    createdAt: first.CreationTime ?? new Date(0),
    changes: merge(plain, valued),
    ...(warning === undefined ? {} : { incomplete: warning }),
  };
}

export async function deleteChangeSet(cloud: Cloud, id: string): Promise<void> {
  await cloud.cloudFormation.send(new DeleteChangeSetCommand({ ChangeSetName: id }));
}

/** Asked for values, CloudFormation may leave a change out; asked without, it does not. What either has counts. */
export function merge(plain: readonly ResourceChange[], valued: readonly ResourceChange[]): readonly ResourceChange[] {
  const byId = new Map(plain.map((change) => [change.LogicalResourceId, change]));
  for (const change of valued) byId.set(change.LogicalResourceId, { ...byId.get(change.LogicalResourceId), ...change });
  return [...byId.values()];
}

/** An empty list of changes does not say it: a change of outputs alone has none. CloudFormation's words do. */
export function isUnchanged(reason: string): boolean {
  return /didn't contain changes|No updates are to be performed/i.test(reason);
}

async function settled(cloud: Cloud, id: string, signal?: AbortSignal): Promise<DescribeChangeSetCommandOutput> {
  for (let looks = 0; ; looks++) {
    const answer = await describe(cloud, id, { values: false });
    if (answer.Status === "CREATE_COMPLETE" || answer.Status === "FAILED") return answer;
    await pause(changeSetDelay(cloud, looks), signal);
    if (signal?.aborted) {
      await deleteChangeSet(cloud, id);
      throw new DeployError({
        code: "deployment-cancelled",
        message: "The plan was cancelled.",
        fix: "Nothing was changed.",
      });
    }
  }
}

async function furtherPages(
  cloud: Cloud,
  id: string,
  token: string | undefined,
  values: boolean,
): Promise<ResourceChange[]> {
  const changes: ResourceChange[] = [];
  for (let next = token; next !== undefined; ) {
    const page = await describe(cloud, id, { values, token: next });
    changes.push(...changesOf(page));
    next = page.NextToken;
  }
  return changes;
}

function describe(cloud: Cloud, id: string, { values, token }: { values: boolean; token?: string }) {
  return cloud.cloudFormation.send(
    new DescribeChangeSetCommand({
      ChangeSetName: id,
      ...(values ? { IncludePropertyValues: true } : {}),
      ...(token === undefined ? {} : { NextToken: token }),
    }),
  );
}

function changesOf(answer: DescribeChangeSetCommandOutput): ResourceChange[] {
  return (answer.Changes ?? []).flatMap(({ ResourceChange: change }) => (change ? [change] : []));
}

/** Twelve digits are enough to see that two plans are of the same template. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
