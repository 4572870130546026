import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cloud } from "../../extension/deploy/cloud";
import { connect } from "../../extension/deploy/connect";
import { isDeployError } from "../../extension/deploy/errors";
import { execute } from "../../extension/deploy/execute";
import type { Host, Message, MessageCode } from "../../extension/deploy/messages";
import { plan } from "../../extension/deploy/plan";
import type { Failure, Outcome, Plan } from "../../extension/deploy/types";
import type { App } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";
import { type Sandbox, startSandbox } from "../../extension/sandbox/sandbox";
import { synthesize } from "../../extension/targets/aws/synthesize";

/** A Sandbox of the test's own, and a cloud signed in to it. */
export interface Ground {
  readonly sandbox: Sandbox;
  readonly cloud: Cloud;
  close(): Promise<void>;
}

export async function openGround(speed = 0): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), "stackwright-deploy-"));
  const sandbox = await startSandbox({ directory, speed });
  const cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint: sandbox.endpoint });
  return {
    sandbox,
    cloud,
    async close() {
      cloud.close();
      await sandbox.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The model of a manifest that has to be free of errors. */
export function appOf(text: string, environment?: string): App {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (app) return app;
  throw new Error(`The test's manifest has errors: ${JSON.stringify(manifest.problems)}`);
}

/** A host that remembers what it is told. */
export class Recorder implements Host {
  readonly messages: Message[] = [];
  readonly #waiting: { readonly code: MessageCode; resolve(): void }[] = [];

  notify(message: Message): void {
    this.messages.push(message);
    for (const waiter of this.#waiting) if (waiter.code === message.code) waiter.resolve();
  }

  get codes(): readonly MessageCode[] {
    return this.messages.map(({ code }) => code);
  }

  all<Code extends MessageCode>(code: Code): Extract<Message, { code: Code }>[] {
    return this.messages.filter((message): message is Extract<Message, { code: Code }> => message.code === code);
  }

  /** Resolves with the first message of a code, past or to come. */
  until(code: MessageCode): Promise<void> {
    if (this.codes.includes(code)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ code, resolve }));
  }
}

/** Plans, and expects changes. */
export async function planned(cloud: Cloud, app: App, host: Host = new Recorder()): Promise<Plan> {
  const result = await plan(cloud, app, synthesize(app), host);
  if (result.kind === "plan") return result.plan;
  throw new Error("There is nothing to change.");
}

/** Plans and executes to the end, whatever that is. */
export async function deployed(cloud: Cloud, app: App, host: Host = new Recorder()): Promise<Outcome> {
  return execute(cloud, await planned(cloud, app, host), host);
}

/** What the engine refused the work with. */
export async function refusalOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (isDeployError(error)) return error.failure;
    throw error;
  }
  throw new Error("It was not refused.");
}

/** A small application: one queue worker and its database. */
export const shop = `name: shop
region: us-east-1
components:
  jobs:
    type: worker
    image: example/jobs:1
    connections: [db]
  db:
    type: postgres
    version: "16"
    size: micro
    storage: 20Gi
    deletionProtection: false
`;

/** Makes a resource fail in the Sandbox when it is created or changed. */
export function failing(manifest: string, logicalId: string, message: string, key = "Fail"): string {
  const value = JSON.stringify({ [key]: message });
  return `${manifest}aws:
  overrides:
    - { op: add, path: /Resources/${logicalId}/Metadata/StackwrightSandbox, value: ${value} }
`;
}
