import { openSandbox } from "../openSandbox";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Serves the Sandbox in the foreground until Ctrl-C, and says how other tools can use it. */
export async function sandbox({ port, json }: Options, terminal: Terminal): Promise<number> {
  const { sandboxDirectory } = await import("../../deploy/bundle");
  const directory = sandboxDirectory(terminal.env);
  const running = await openSandbox(terminal, port);
  const { endpoint, account, owner } = running;
  // Listened to before anything is printed: whoever reads the address may press Ctrl-C at once.
  const interrupted = new Promise<void>((resolve) => {
    const dispose = terminal.onInterrupt(() => {
      dispose();
      resolve();
    });
  });
  if (json) terminal.out(`${JSON.stringify({ endpoint, account, owner, directory })}\n`);
  else terminal.out(introduction(endpoint, directory, owner));
  if (!owner) {
    await running.close();
    return 0;
  }
  await interrupted;
  await running.close();
  if (!json) terminal.out("The Sandbox is stopped. Its state is kept.\n");
  return 0;
}

function introduction(endpoint: string, directory: string, owner: boolean): string {
  const state = owner ? "runs" : "is already running in another process";
  const end = owner ? "Ctrl-C stops it; its stacks are kept." : "";
  return `The Sandbox ${state} at ${endpoint}
It simulates CloudFormation: nothing that it creates exists, and nothing costs anything.
State: ${directory}

With the AWS CLI, or anything else that uses an AWS SDK:
${variables(endpoint)}
  aws cloudformation describe-stacks
${end === "" ? "" : `\n${end}\n`}`;
}

/** As the platform's shell sets variables. The AWS CLI reads the region under the longer name in all its versions. */
function variables(endpoint: string): string {
  const keys = { AWS_ACCESS_KEY_ID: "sandbox", AWS_SECRET_ACCESS_KEY: "sandbox", AWS_DEFAULT_REGION: "us-east-1" };
  const all = Object.entries({ AWS_ENDPOINT_URL: endpoint, ...keys });
  const set = process.platform === "win32" ? (name: string) => `$env:${name} = ` : (name: string) => `export ${name}=`;
  const quote = process.platform === "win32" ? '"' : "";
  return all.map(([name, value]) => `  ${set(name)}${quote}${value}${quote}`).join("\n");
}
