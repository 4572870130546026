import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openManifest } from "../../extension/manifest/manifest";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { clientEnvironment } from "../differential/clientEnvironment";
import { clientAt } from "../differential/compare";
import { root } from "../setup/paths";
import { setupPython } from "../setup/python";
import { type Counter, countCalls } from "./countCalls";
import { type Row, row } from "./row";

export const deployNames = ["deploy-overhead", "deploy-api-calls", "notice-end"] as const;

/** Takes the Sandbox about half a minute, most of it for the database. */
const manifest = `name: bench
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: "nginx:1.29", port: 80, connections: [db] }
  db: { type: postgres, version: "17" }
`;

interface Deployed {
  /** Milliseconds from the start of the process to its end, less those that the stack was under way. */
  readonly overhead: number;
  /** Milliseconds from the end of the stack to the end of the process. */
  readonly notice: number;
  readonly calls: number;
}

type Tool = (
  endpoint: string,
  folder: string,
) => readonly [program: string, args: readonly string[], env?: Readonly<Record<string, string>>];

/**
 * A first deployment of the same template by our command line, by the AWS CLI and by the CDK CLI, each a process of its
 * own, on a Sandbox that none of them takes for one: their pace is the one that they have with AWS.
 */
export async function deployRows(peers: string, names: readonly string[]): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "stackwright-bench-"));
  try {
    const ours = await deployed(stackwright, folder);
    const aws = await deployed(await awsCli(), folder);
    const cdk = await deployed(cdkCli(peers), folder);
    const against = (key: keyof Deployed) =>
      `AWS CLI ${Math.round(aws[key])}, CDK CLI ${Math.round(cdk[key])}${key === "calls" ? " calls" : " ms"}`;
    const rows: readonly Row[] = [
      {
        ...row("deploy-overhead", ours.overhead, "ms", { ratio: 1 }, { name: "cdk deploy", value: cdk.overhead }),
        note: against("overhead"),
      },
      {
        ...row("deploy-api-calls", ours.calls, "calls", { ratio: 1 }, { name: "cdk deploy", value: cdk.calls }),
        note: against("calls"),
      },
      { ...row("notice-end", ours.notice, "ms", { most: 3_000 }), note: against("notice") },
    ];
    return rows.filter(({ name }) => names.includes(name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const stackwright: Tool = () => [
  process.execPath,
  [join(root, "dist", "cli.js"), "deploy", "stackwright.yaml", "--target", "aws", "--yes"],
];

async function awsCli(): Promise<Tool> {
  const program = join(await setupPython(), process.platform === "win32" ? "aws.cmd" : "aws");
  const capabilities = ["--capabilities", "CAPABILITY_IAM"];
  const file = ["--template-file", "template.json"];
  return () => [program, ["cloudformation", "deploy", "--stack-name", "bench-default", ...file, ...capabilities]];
}

/** The CDK's own way to a template that is there already: an application that includes it. */
function cdkCli(peers: string): Tool {
  const cdk = join(peers, "node_modules", "aws-cdk", "bin", "cdk");
  const app = `node ${JSON.stringify(join(root, "scripts", "bench", "includeTemplate.cjs"))}`;
  return () => [
    process.execPath,
    [cdk, "deploy", "--app", app, "--output", "cdk.out", "--require-approval", "never", "--no-version-reporting"],
    { NODE_PATH: join(peers, "node_modules") },
  ];
}

async function deployed(tool: Tool, folder: string): Promise<Deployed> {
  const own = await mkdtemp(join(folder, "run-"));
  const app = openManifest(manifest).appFor("default");
  if (app === undefined) throw new Error("The manifest of the benchmark cannot be read.");
  await writeFile(join(own, "stackwright.yaml"), manifest);
  await writeFile(join(own, "template.json"), JSON.stringify(synthesize(app).template));
  const sandbox = await startSandbox({ directory: join(own, "sandbox"), speed: 1 });
  const counter = await countCalls(sandbox.endpoint);
  try {
    const begun = performance.now();
    const watching = watchStack(sandbox.endpoint, "bench-default");
    await run(tool(counter.endpoint, own), own, counter);
    const ended = performance.now();
    const { from, to } = await watching;
    return { overhead: ended - begun - (to - from), notice: ended - to, calls: counter.calls };
  } finally {
    await counter.close();
    await sandbox.close();
  }
}

/** When the stack began to be made, and when it was there, as somebody sees it who looks all the time. */
async function watchStack(endpoint: string, stack: string): Promise<{ readonly from: number; readonly to: number }> {
  const client = clientAt(endpoint);
  let from: number | undefined;
  for (;;) {
    const answer = await client.describeStacks({ StackName: stack }).catch(() => undefined);
    const status = answer?.Stacks?.[0]?.StackStatus;
    if (status === "CREATE_IN_PROGRESS") from ??= performance.now();
    if (status === "CREATE_COMPLETE") return { from: from ?? performance.now(), to: performance.now() };
    if (status?.includes("ROLLBACK")) throw new Error(`The stack of the benchmark came to ${status}.`);
    await sleep(20);
  }
}

async function run([program, args, more = {}]: ReturnType<Tool>, cwd: string, { endpoint }: Counter): Promise<void> {
  const env = {
    ...clientEnvironment(endpoint),
    CI: "1",
    CDK_DISABLE_CLI_TELEMETRY: "true",
    XDG_STATE_HOME: join(cwd, "state"),
    ...more,
  };
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (written += String(piece)));
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.\n${written.slice(-2_000)}`);
}
