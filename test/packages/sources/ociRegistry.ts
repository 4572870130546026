import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

const end = process.platform === "win32" ? ".exe" : "";
const program = join(__dirname, "..", "..", "..", ".cache", "go-tools", `registry${end}`);

/** What to add to the name of a test that is skipped without the registry. */
export const missingRegistry = existsSync(program) ? "" : " (not installed: run npm run setup once, with Go)";
// Where it must be there, its absence is a failure.
export const skipped = missingRegistry !== "" && !process.env["CI"];

/** The registry of go-containerregistry itself, empty and in memory. */
export async function startRegistry() {
  const child = spawn(program, ["-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const port = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.on("error", reject).on("exit", () => reject(new Error(`The registry ended: ${said}`)));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const found = /serving on port (\d+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

/** Answers by itself and gives true, or leaves it to what is behind. */
export type Intercept = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A server on this machine that passes on what the test does not answer. */
export async function startFront(behind: string, intercept: Intercept) {
  const seen: { readonly url: string; readonly authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({ url: request.url ?? "", authorization: request.headers.authorization });
    if (intercept(request, response)) return;
    const { method = "GET", headers } = request;
    const body = method === "GET" ? undefined : new Uint8Array(await buffer(request));
    const kept = Object.entries(headers).filter(([name]) => /^(accept|content-type)$/.test(name));
    const answer = await fetch(`http://${behind}${request.url}`, {
      method,
      headers: kept.map(([name, value]) => [name, String(value)] as [string, string]),
      ...(body && { body }),
    });
    const passed = [...answer.headers].filter(([name]) => /^(location|content-type|link)$/.test(name));
    response.writeHead(answer.status, Object.fromEntries(passed));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
