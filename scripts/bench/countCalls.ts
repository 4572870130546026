import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

export interface Counter {
  /** Under a name that no tool takes for this machine's own. */
  readonly endpoint: string;
  readonly calls: number;
  close(): Promise<void>;
}

/** Stands in front of a server and counts what it is asked. */
export async function countCalls(upstream: string): Promise<Counter> {
  const { host, hostname, port } = new URL(upstream);
  let calls = 0;
  const server = createServer((incoming, outgoing) => {
    calls += 1;
    const { method, url, headers } = incoming;
    const onward = forward({ hostname, port, method, path: url, headers: { ...headers, host } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://0.0.0.0:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
