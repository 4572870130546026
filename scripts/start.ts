import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sandboxDirectory } from "../extension/deploy/sandboxDirectory";
import { startSandbox } from "../extension/sandbox/sandbox";
import { freshPackage } from "./package/fresh";
import { runMain } from "./setup/main";
import { MissingPart } from "./setup/part";
import { cache } from "./setup/paths";
import { setupVscode, type VscodeServer } from "./setup/vscode";
import { openInBrowser } from "./start/browser";
import { findDesktop, openDesktop } from "./start/desktop";
import { playground } from "./start/workspace";
import { windowAddress } from "./vscode/address";
import { startServer } from "./vscode/server";

const help = `npm start                 open the Discourse sample in VS Code, with the Sandbox running
npm start -- --browser    in the browser, even where desktop VS Code is installed
npm start -- --no-open    print the address, open nothing
npm start -- --port N     serve VS Code on this port
npm start -- --fresh      begin with a new copy of the sample`;

/** Opens the main job: the sample as text, its canvas beside it, the Sandbox running. Ends with Ctrl-C. */
runMain(async () => {
  const { values } = parseArgs({
    options: {
      browser: { type: "boolean", default: false },
      "no-open": { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      fresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const desktop = values.browser || values["no-open"] ? undefined : findDesktop();
  const vscode = desktop ? undefined : await newestPossible();
  const vsix = await freshPackage(join(cache, "start", "stackwright.vsix"));
  const place = await playground({ fresh: values.fresh });
  const sandbox = await startSandbox({ directory: sandboxDirectory() });
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  try {
    const settings = { "stackwright.canvas.openBeside": true };
    if (desktop) {
      tell(`VS Code       ${desktop}`, place.file, sandbox.endpoint);
      await Promise.race([openDesktop(desktop, { vsix, ...place, settings, env: {} }), aborted(stop.signal)]);
    } else if (vscode) {
      await serve(
        vscode,
        { vsix, settings, port: Number(values.port), open: !values["no-open"], ...place },
        sandbox.endpoint,
        stop.signal,
      );
    }
  } finally {
    await sandbox.close();
  }
});

interface Serving {
  readonly vsix: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly port: number;
  readonly open: boolean;
  readonly folder: string;
  readonly file: string;
}

async function serve(vscode: VscodeServer, options: Serving, sandbox: string, signal: AbortSignal): Promise<void> {
  const token = randomBytes(12).toString("hex");
  const { vsix, settings, port, folder, file } = options;
  const dataFolder = join(cache, "start", vscode.number);
  const server = await startServer(vscode, { vsix, settings, port, token, dataFolder, forPerson: true });
  try {
    const address = windowAddress(server.endpoint, { folder, file, token });
    tell(`VS Code ${vscode.number}\n\n  ${address}\n`, file, sandbox);
    if (options.open && openInBrowser(address)) console.log("  Opening it in your browser ...\n");
    await Promise.race([server.ended, aborted(signal)]);
  } finally {
    await server.close();
  }
}

/** The newest server, or where its Node cannot be had, the oldest, which runs on every Node that we support. */
async function newestPossible(): Promise<VscodeServer> {
  try {
    return await setupVscode("newest");
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    return setupVscode("oldest");
  }
}

function tell(where: string, file: string, sandbox: string): void {
  console.log(`
  Stackwright runs in ${where}
  Sample        ${file}
  Sandbox       ${sandbox} (a simulated cloud: no account, no cost)

  Try first
    1. Drag a Worker from the palette onto the canvas: see the text change.
    2. Press "Plan & Deploy", choose the Sandbox, read the plan, deploy.
    3. Change a line of the text and deploy again: only that changes.

  Ctrl-C ends everything.
`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
