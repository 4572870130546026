import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Service } from "../service";
import { RegistryError } from "./registryError";
import { type ImageRepository, isDigest } from "./repository";

/** Bytes of a manifest, as registries limit it. */
const MAXIMUM_MANIFEST = 4 * 1024 * 1024;

const PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const ROUTE = new RegExp(`^/v2/(${PART}(?:/${PART})*)/(manifests|blobs/uploads|blobs|tags)/([^/]*)$`);
const UPLOAD = /^[0-9a-f-]{36}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

export function isRegistryPath(url = ""): boolean {
  return url === "/v2" || url.startsWith("/v2/");
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly repository: ImageRepository;
  readonly query: URLSearchParams;
  readonly now: number;
}

/**
 * Answers a request to the registry as the OCI distribution specification has it
 * (https://github.com/opencontainers/distribution-spec): pushing and pulling by those who hold ECR's token.
 */
export async function serveRegistry(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("docker-distribution-api-version", "registry/2.0");
  response.setHeader("x-stackwright-sandbox", "simulation");
  try {
    const url = new URL(request.url ?? "", "http://registry");
    checkLogin(service, request, response);
    if (/^\/v2\/?$/.test(url.pathname)) {
      sendJson(response, 200, {});
      return;
    }
    const [, name = "", kind = "", rest = ""] = ROUTE.exec(url.pathname) ?? [];
    if (name === "") {
      throw new RegistryError(404, "NAME_INVALID", "The path names no repository.");
    }
    const repository = service.registry.open(name);
    if (!repository) {
      const message = `The repository with name '${name}' does not exist in the registry with id '${service.account}'`;
      throw new RegistryError(404, "NAME_UNKNOWN", message);
    }
    const exchange = { request, response, repository, query: url.searchParams, now: service.now() };
    await route(kind, rest, exchange);
  } catch (error) {
    refuse(request, response, error);
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (!request.complete) {
    // What is still on its way is not read, so the connection cannot be used again.
    response.setHeader("connection", "close");
  }
  if (error instanceof RegistryError) {
    sendJson(response, error.status, { errors: [{ code: error.code, message: error.message }] });
  } else {
    sendJson(response, 500, { errors: [{ code: "UNKNOWN", message: `The Sandbox has a defect: ${String(error)}` }] });
  }
}

function checkLogin({ registry }: Service, { headers }: IncomingMessage, response: ServerResponse): void {
  const given = Buffer.from(headers.authorization ?? "");
  const wanted = Buffer.from(`Basic ${Buffer.from(`AWS:${registry.password}`).toString("base64")}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    response.setHeader("www-authenticate", `Basic realm="http://${headers.host ?? ""}/",service="ecr.amazonaws.com"`);
    throw new RegistryError(401, "UNAUTHORIZED", "The registry needs the token of GetAuthorizationToken.");
  }
}

async function route(kind: string, rest: string, exchange: Exchange): Promise<void> {
  const method = exchange.request.method ?? "";
  const handler = ROUTES[`${method} ${kind}`];
  if (!handler) {
    throw new RegistryError(405, "UNSUPPORTED", `The method ${method} is not supported here.`);
  }
  await handler(decodeURIComponent(rest), exchange);
}

const ROUTES: Readonly<Record<string, (rest: string, exchange: Exchange) => Promise<void> | void>> = {
  "GET blobs": sendBlob,
  "HEAD blobs": sendBlob,
  "GET manifests": sendManifest,
  "HEAD manifests": sendManifest,
  "PUT manifests": takeManifest,
  "POST blobs/uploads": beginUpload,
  "PATCH blobs/uploads": takePart,
  "PUT blobs/uploads": endUpload,
  "GET blobs/uploads": sendUpload,
  "DELETE blobs/uploads": dropUpload,
  "GET tags": sendTags,
};

async function sendBlob(digest: string, { request, response, repository }: Exchange): Promise<void> {
  const size = isDigest(digest) ? repository.sizeOf("blobs", digest) : undefined;
  if (size === undefined) {
    throw new RegistryError(404, "BLOB_UNKNOWN", `There is no blob ${digest}.`);
  }
  const headers = { "content-type": "application/octet-stream", "content-length": size };
  response.writeHead(200, { ...headers, "docker-content-digest": digest });
  if (request.method === "HEAD") {
    response.end();
  } else {
    await pipeline(repository.open(digest), response);
  }
}

function sendManifest(reference: string, { request, response, repository }: Exchange): void {
  const found = repository.manifest(reference);
  if (!found) {
    throw new RegistryError(404, "MANIFEST_UNKNOWN", `There is no image ${reference}.`);
  }
  const { digest, text, record } = found;
  const headers = { "content-type": record.mediaType, "content-length": text.length };
  response.writeHead(200, { ...headers, "docker-content-digest": digest });
  response.end(request.method === "HEAD" ? undefined : text);
}

async function takeManifest(reference: string, { request, response, repository, now }: Exchange): Promise<void> {
  if (!isDigest(reference) && !TAG.test(reference)) {
    throw new RegistryError(400, "TAG_INVALID", `${reference} is neither a tag nor a digest.`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_MANIFEST) {
      throw new RegistryError(413, "SIZE_INVALID", `A manifest has at most ${MAXIMUM_MANIFEST} bytes.`);
    }
    chunks.push(chunk);
  }
  const type = request.headers["content-type"] ?? "application/vnd.oci.image.manifest.v1+json";
  const digest = repository.putManifest(reference, type, Buffer.concat(chunks), now);
  created(response, `/v2/${repository.name}/manifests/${digest}`, digest);
}

function created(response: ServerResponse, location: string, digest: string): void {
  response.writeHead(201, { location, "docker-content-digest": digest, "content-length": 0 });
  response.end();
}

/** Begins an upload; with a digest, the whole blob comes with it. */
async function beginUpload(_rest: string, exchange: Exchange): Promise<void> {
  const { repository, query } = exchange;
  const id = repository.begin();
  if (query.has("digest")) {
    await endUpload(id, exchange);
  } else {
    accepted(exchange, id, 0);
  }
}

function accepted({ response, repository }: Exchange, id: string, size: number): void {
  response.writeHead(202, {
    location: `/v2/${repository.name}/blobs/uploads/${id}`,
    "docker-upload-uuid": id,
    range: `0-${Math.max(0, size - 1)}`,
    "content-length": 0,
  });
  response.end();
}

function uploaded(id: string, { repository }: Exchange): number {
  const size = UPLOAD.test(id) ? repository.sizeOf("uploads", id) : undefined;
  if (size === undefined) {
    throw new RegistryError(404, "BLOB_UPLOAD_UNKNOWN", "There is no such upload.");
  }
  return size;
}

async function takePart(id: string, exchange: Exchange): Promise<void> {
  const { request, repository } = exchange;
  const there = uploaded(id, exchange);
  const from = /^(\d+)-\d+$/.exec(request.headers["content-range"] ?? "")?.[1];
  if (from !== undefined && Number(from) !== there) {
    throw new RegistryError(416, "BLOB_UPLOAD_INVALID", `The next part begins at byte ${there}.`);
  }
  accepted(exchange, id, await repository.append(id, request));
}

async function endUpload(id: string, exchange: Exchange): Promise<void> {
  const { request, response, repository, query } = exchange;
  uploaded(id, exchange);
  const digest = query.get("digest") ?? "";
  await repository.append(id, request);
  await repository.finish(id, digest);
  created(response, `/v2/${repository.name}/blobs/${digest}`, digest);
}

function sendUpload(id: string, exchange: Exchange): void {
  const size = uploaded(id, exchange);
  exchange.response.writeHead(204, { "docker-upload-uuid": id, range: `0-${Math.max(0, size - 1)}` });
  exchange.response.end();
}

function dropUpload(id: string, exchange: Exchange): void {
  uploaded(id, exchange);
  exchange.repository.drop(id);
  exchange.response.writeHead(204);
  exchange.response.end();
}

function sendTags(_rest: string, { response, repository }: Exchange): void {
  const tags = repository.images().flatMap((image) => image.tags);
  sendJson(response, 200, { name: repository.name, tags: tags.sort() });
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}
