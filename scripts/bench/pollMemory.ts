import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { root } from "../setup/paths";
import { countCalls } from "./countCalls";
import { type Row, row } from "./row";

/** So slow that half a minute becomes more than a day. */
const speed = 0.0001;
const template = JSON.stringify({ Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: {} } } });

/** By how much the engine grows while it watches one deployment for a day. */
export async function pollMemoryRow(): Promise<Row> {
  const directory = await mkdtemp(join(tmpdir(), "stackwright-bench-"));
  const sandbox = await startSandbox({ directory, speed });
  const counter = await countCalls(sandbox.endpoint);
  try {
    const program = join(root, "scripts", "bench", "watchDay.ts");
    const args = ["--expose-gc", "--import", "tsx", program, counter.endpoint, template];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    const { bytes, looks, told } = JSON.parse(stdout) as { bytes: number; looks: number; told: number };
    const grown = Math.max(bytes / 1e6, 0.001);
    return { ...row("poll-memory-24h", grown, "MB", { most: 2 }), note: `${looks} looks, ${told} messages` };
  } finally {
    await counter.close();
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  }
}
