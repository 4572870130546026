/** Serves a directory from a process of its own, says where, and ends when it is told to or killed. */
import { startSandbox } from "../../../extension/sandbox/sandbox";

async function main(): Promise<void> {
  const [directory = "", speed = "1"] = process.argv.slice(2);
  const sandbox = await startSandbox({ directory, speed: Number(speed) });
  process.stdout.write(`${JSON.stringify({ endpoint: sandbox.endpoint, owner: sandbox.owner })}\n`);
  process.stdin.once("data", () => {
    void sandbox.close().then(() => process.exit(0));
  });
}

void main();
