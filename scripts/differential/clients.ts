import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../setup/paths";
import { clientEnvironment } from "./clientEnvironment";
import { clientAt } from "./compare";
import { settle } from "./settle";
import { shop } from "./shop";

const run = promisify(execFile);

/** One thing that a client was asked to do with a stack, and what came of it. */
export interface Step {
  readonly name: string;
  readonly wanted: string;
  readonly got: string;
  readonly seconds: number;
  /** What the client wrote, for whoever has to find out why. */
  readonly written: string;
}

/** What each step has to come to: whether the client calls it a success, and the stack's status. */
const WANTED = {
  deploy: "success, CREATE_COMPLETE",
  change: "success, UPDATE_COMPLETE",
  "failed change": "failure, UPDATE_ROLLBACK_COMPLETE",
  destroy: "success, gone",
} as const;
type StepName = keyof typeof WANTED;
const STEPS: readonly StepName[] = ["deploy", "change", "failed change", "destroy"];

interface Client {
  readonly name: string;
  readonly stack: string;
  /** The program, its arguments and its environment. */
  readonly command: (step: StepName) => readonly [string, readonly string[], Readonly<Record<string, string>>?];
}

export function awsCli(programs: string, folder: string): Client {
  const stack = "cli-shop";
  const template = (step: StepName) => {
    const file = join(folder, "shop.json");
    const bodies = { deploy: shop(1), change: shop(2), "failed change": shop(3, "no room"), destroy: shop(1) };
    writeFileSync(file, bodies[step]);
    return file;
  };
  const aws = join(programs, process.platform === "win32" ? "aws.cmd" : "aws");
  const destroy = ["cloudformation", "delete-stack", "--stack-name", stack];
  return {
    name: "AWS CLI",
    stack,
    command: (step) => [
      aws,
      step === "destroy"
        ? destroy
        : ["cloudformation", "deploy", "--stack-name", stack, "--template-file", template(step)],
    ],
  };
}

export function cdkCli(peers: string, folder: string): Client {
  const program = join(folder, "shopStack.cjs");
  cpSync(join(root, "scripts", "differential", "shopStack.cjs"), program);
  const cdk = join(peers, "node_modules", "aws-cdk", "bin", "cdk");
  const common = [
    "--app",
    `node ${JSON.stringify(program)}`,
    "--output",
    join(folder, "cdk.out"),
    "--no-version-reporting",
  ];
  const environment = { NODE_PATH: join(peers, "node_modules"), CI: "1", CDK_DISABLE_CLI_TELEMETRY: "true" };
  const changes = { deploy: {}, change: { SHOP_DELAY: "2" }, destroy: {} };
  const failed = { SHOP_DELAY: "3", SHOP_FAIL: "no room" };
  return {
    name: "CDK CLI",
    stack: "cdk-shop",
    command: (step) => [
      process.execPath,
      step === "destroy"
        ? [cdk, "destroy", "--force", ...common]
        : [cdk, "deploy", "--require-approval", "never", ...common],
      { ...environment, ...(step === "failed change" ? failed : changes[step]) },
    ],
  };
}

async function statusAt(endpoint: string, stack: string): Promise<string> {
  return settle(clientAt(endpoint), stack).then(
    (status) => status ?? "unknown",
    () => "gone",
  );
}

async function take(client: Client, name: StepName, endpoint: string, folder: string): Promise<Step> {
  const [program, args, more = {}] = client.command(name);
  const env = {
    ...clientEnvironment(endpoint),
    ...more,
  };
  const started = performance.now();
  const { success, written } = await run(program, [...args], { env, cwd: folder, timeout: 120_000 }).then(
    ({ stdout, stderr }) => ({ success: true, written: stdout + stderr }),
    (error: Error & { stdout?: string; stderr?: string }) => ({
      success: false,
      written: `${error.stdout ?? ""}${error.stderr ?? error.message}`,
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const got = `${success ? "success" : "failure"}, ${await statusAt(endpoint, client.stack)}`;
  return { name: `${client.name}: ${name}`, wanted: WANTED[name], got, seconds, written };
}

/** Has the AWS CLI and the CDK CLI deploy, change, fail to change and destroy a stack at an endpoint. */
export async function runClients(endpoint: string, programs: string, peers: string): Promise<readonly Step[]> {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-differential-"));
  try {
    const steps: Step[] = [];
    for (const client of [awsCli(programs, folder), cdkCli(peers, folder)]) {
      for (const name of STEPS) {
        steps.push(await take(client, name, endpoint, folder));
      }
    }
    return steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
