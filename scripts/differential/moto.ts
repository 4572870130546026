import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 60_000;

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export interface Peer {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts moto's server from the environment that `npm run setup` makes. Rejects when it does not answer in a minute. */
export async function startMoto(programs: string): Promise<Peer> {
  const port = await freePort();
  const program = join(programs, process.platform === "win32" ? "moto_server.exe" : "moto_server");
  const server = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => {
    server.once("close", () => resolve());
    server.once("error", () => resolve());
  });
  const close = async () => {
    server.kill();
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const answers = await fetch(`${endpoint}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) {
      return { endpoint, close };
    }
    await sleep(100);
  }
  await close();
  throw new Error("moto did not answer within a minute.");
}
