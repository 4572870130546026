import { randomUUID, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { disturb } from "../control/disturb";
import { obey } from "../control/obey";
import { isRegistryPath, serveRegistry } from "../registry/serveRegistry";
import { putObject } from "../s3/putObject";
import type { Service } from "../service";
import { actionOf, answerJson } from "../services/answerJson";
import { encodeError } from "../wire/encodeXml";
import { answer } from "./answer";
import { describeSandbox } from "./describe";

/** A template of 51,200 bytes triples when every byte is percent-encoded; the rest is for parameters and tags. */
const MAXIMUM_BODY = 1024 * 1024;

export const HEALTH_PATH = "/stackwright-sandbox/health";
/** An answer that does not end while the process lives. */
export const PRESENCE_PATH = "/stackwright-sandbox/presence";
export const CONTROL_PATH = "/stackwright-sandbox/control";
export const TOKEN_HEADER = "x-stackwright-token";

const JSON_1_1 = "application/x-amz-json-1.1";
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  requestId: string = randomUUID(),
): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-amzn-requestid": requestId,
    "x-content-type-options": "nosniff",
    "x-stackwright-sandbox": "simulation",
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const requestId = randomUUID();
  send(response, status, "text/xml", encodeError(code, message, "", requestId, true), requestId);
}

/** The body as text; undefined when it is larger than allowed or breaks off. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAXIMUM_BODY) {
        chunks.push(chunk);
      }
    });
    request.on("end", () => resolve(size <= MAXIMUM_BODY ? Buffer.concat(chunks).toString("utf8") : undefined));
    request.on("error", () => resolve(undefined));
    request.on("aborted", () => resolve(undefined));
  });
}

/**
 * A page in a browser can reach this address: by a name that it points here (then Host is that name), or by a plain form
 * (then there is an Origin, and no signature).
 */
function isForeign({ headers }: IncomingMessage): boolean {
  return (
    !LOOPBACK.test(headers.host ?? "") || headers.origin !== undefined || headers["sec-fetch-site"] === "cross-site"
  );
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ""));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const FORBIDDEN = { status: 403, reply: { error: "The token of owner.json is missing or another one." } } as const;

async function handle(
  service: Service,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isForeign(request)) {
    refuse(response, 403, "AccessDenied", "The Sandbox answers only clients on this computer that address it as such.");
    return;
  }
  if (request.method === "GET" && request.url === HEALTH_PATH) {
    const known = hasToken(request, token);
    send(response, known ? 200 : 403, "application/json", JSON.stringify({ sandbox: known, account: service.account }));
    return;
  }
  if (request.method === "GET" && request.url === PRESENCE_PATH && hasToken(request, token)) {
    response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).flushHeaders();
    return;
  }
  if (isRegistryPath(request.url)) {
    await serveRegistry(service, request, response);
    return;
  }
  if (request.method === "GET" || request.method === "HEAD") {
    send(response, 200, "text/plain; charset=utf-8", describeSandbox(service));
    return;
  }
  if (request.method !== "POST" && request.method !== "PUT") {
    refuse(response, 405, "InvalidAction", `The method ${request.method ?? ""} is not supported.`);
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader("connection", "close");
    refuse(response, 413, "RequestEntityTooLarge", `The request is larger than ${MAXIMUM_BODY} bytes.`);
    return;
  }
  const requestId = randomUUID();
  if (request.method === "PUT") {
    const stored = putObject(service, (request.url ?? "").split("?")[0] ?? "", request.headers, body);
    send(response, stored.status, "application/xml", stored.body, requestId);
    return;
  }
  if (request.url === CONTROL_PATH) {
    const { status, reply } = hasToken(request, token) ? obey(service, body) : FORBIDDEN;
    send(response, status, "application/json", JSON.stringify(reply), requestId);
    return;
  }
  const { authorization, host = "" } = request.headers;
  const target = String(request.headers["x-amz-target"] ?? "");
  const action = target === "" ? (new URLSearchParams(body).get("Action") ?? "") : actionOf(target);
  const given = await disturb(service.faults, action, () =>
    target === ""
      ? answer(service, authorization, body, requestId)
      : answerJson(service, { target, authorization, body, origin: `http://${host}` }),
  );
  if (given === undefined) {
    request.socket.destroy();
  } else if ("html" in given) {
    send(response, given.status, "text/html", given.html, requestId);
  } else {
    send(response, given.status, target === "" ? "text/xml" : JSON_1_1, given.body, requestId);
  }
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Serves on loopback only. `port` 0 takes a free one. Rejects when the port is taken. */
export function listen(service: Service, token: string, port: number): Promise<Listener> {
  // A large layer of an image takes its time.
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 600_000 }, (request, response) => {
    handle(service, token, request, response).catch((error: unknown) => {
      if (!response.headersSent) {
        refuse(response, 500, "InternalFailure", `The Sandbox has a defect: ${String(error)}`);
      }
    });
  });
  server.on("clientError", (_error, socket) => {
    if (socket.writable) {
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve({ port: (server.address() as AddressInfo).port, close: () => closeServer(server) });
    });
  });
}
