import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the proxy does to a call instead of passing it on; undefined passes it on. */
export type Trouble = (action: string) => ((response: ServerResponse) => void) | undefined;

export interface TroubleProxy {
  readonly endpoint: string;
  /** The actions that were called, in order. */
  readonly calls: readonly string[];
  /** What happens to calls from now on. */
  trouble: Trouble;
  /** Happens before a call is passed on. */
  before: (action: string) => Promise<unknown> | undefined;
  /** What becomes of an answer on its way back. */
  rewrite: ((action: string, xml: string) => string) | undefined;
  close(): Promise<void>;
}

/** Stands in front of a server of AWS's Query protocol and makes trouble on demand. */
export async function openProxy(upstream: string): Promise<TroubleProxy> {
  const calls: string[] = [];
  const { hostname, port } = new URL(upstream);
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const action = new URLSearchParams(body.toString()).get("Action") ?? "";
    calls.push(action);
    const answer = proxy.trouble(action);
    if (answer) return answer(outgoing);
    await proxy.before(action);
    const { rewrite } = proxy;
    const onward = forward(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (result) => {
        if (rewrite) return void rewritten(result, outgoing, (xml) => rewrite(action, xml));
        outgoing.writeHead(result.statusCode ?? 500, result.headers);
        result.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    onward.end(body);
  });
  const proxy: TroubleProxy = {
    endpoint: "",
    calls,
    trouble: () => undefined,
    before: () => undefined,
    rewrite: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

async function rewritten(result: IncomingMessage, outgoing: ServerResponse, change: (xml: string) => string) {
  const chunks: Buffer[] = [];
  for await (const chunk of result) chunks.push(chunk as Buffer);
  const xml = Buffer.from(change(Buffer.concat(chunks).toString()));
  outgoing.writeHead(result.statusCode ?? 500, { ...result.headers, "content-length": xml.length }).end(xml);
}

/** Answers as AWS does when it refuses a call. */
export function refusing(status: number, code: string, message: string): (response: ServerResponse) => void {
  const xml = `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
  return (response) => void response.writeHead(status, { "content-type": "text/xml" }).end(xml);
}

/** Cuts the connection without a word. */
export const cutting = (response: ServerResponse): void => void response.destroy();

/** Answers as a broken load balancer does. */
export const breaking = (response: ServerResponse): void =>
  void response.writeHead(500, { "content-type": "text/html" }).end("<html><body>Internal Server Error</body></html>");
