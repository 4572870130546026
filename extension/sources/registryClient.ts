import { isLoopbackHost } from "../deploy/build/reference";
import { field, loginFor } from "./registryLogin";
import { SourceError } from "./sourceError";

/** Milliseconds for one answer with its body, bytes of one, and how often it may lead on. */
const patience = 20_000;
const largestAnswer = 1024 * 1024;
const mostRedirects = 5;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Where the answer came from in the end. */
  readonly url: URL;
}

export interface Ask {
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * Asks a registry as the OCI distribution specification has it (https://github.com/opencontainers/distribution-spec), and
 * signs in when it is asked to. What signs in goes to no host but the registry and the one it names for tokens, and the
 * token to none but the registry. @returns a function that throws a `SourceError` where nothing answers
 */
export function registryClient(
  { origin, repository }: { readonly origin: string; readonly repository: string },
  /** Ends what is under way; without it, each answer has its own time. */
  until?: AbortSignal,
): (path: string, ask?: Ask) => Promise<Answer> {
  let authorization: string | undefined;
  return async (path, ask = {}) => {
    const url = new URL(path, `${origin}/v2/${repository}/`);
    const first = await send(url, ask, { origin, authorization, until });
    // Only the registry itself is signed in to, not where it led.
    if (first.status !== 401 || first.url.origin !== origin) return first;
    const challenge = first.headers.get("www-authenticate") ?? "";
    const basic = await loginFor(new URL(origin).host, until);
    const scope = `repository:${repository}:${ask.method === undefined ? "pull" : "pull,push"}`;
    authorization = /^basic\b/i.test(challenge) ? basic : await tokenFor(challenge, { origin, scope, basic, until });
    return authorization === undefined ? first : send(url, ask, { origin, authorization, until });
  };
}

/** https://distribution.github.io/distribution/spec/auth/token */
async function tokenFor(
  challenge: string,
  { origin, scope, basic, until }: Sender & { readonly scope: string; readonly basic: string | undefined },
): Promise<string | undefined> {
  if (!/^bearer (?:\s*[a-z_]+="[^"]*"\s*(?:,|$))+$/i.test(challenge)) return undefined;
  const value = (name: string) => new RegExp(`[ ,]${name}="([^"]*)"`, "i").exec(challenge)?.[1];
  const realm = value("realm") ?? "";
  if (!URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  if (!isSafe(url, origin)) return undefined;
  const service = value("service");
  if (service !== undefined) url.searchParams.set("service", service);
  url.searchParams.set("scope", scope);
  const answer = await send(url, {}, { origin: url.origin, authorization: basic, until });
  if (answer.status !== 200) return undefined;
  const found = jsonOf(answer.body);
  const token = field(found, "token") ?? field(found, "access_token");
  return typeof token === "string" && /^[\x21-\x7e]+$/.test(token) ? `Bearer ${token}` : undefined;
}

interface Sender {
  readonly origin: string;
  readonly authorization?: string | undefined;
  readonly until: AbortSignal | undefined;
}

/** One request, with what it leads to. The authorization goes to its own origin only. */
async function send(url: URL, ask: Ask, { origin, authorization, until }: Sender): Promise<Answer> {
  const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(until ? [until] : [])]);
  let at = url;
  for (let count = 0; count <= mostRedirects; count++) {
    if (!isSafe(at, origin)) {
      throw new SourceError(`The registry ${url.host} leads to ${at.host} without TLS, which anybody could read.`);
    }
    const headers = new Headers(ask.headers);
    if (authorization !== undefined && at.origin === origin) headers.set("authorization", authorization);
    const { method = "GET", body } = ask;
    try {
      const answer = await fetch(at, {
        method,
        headers,
        signal,
        redirect: "manual",
        ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
      });
      const next = answer.headers.get("location");
      if (answer.status >= 300 && answer.status < 400 && next !== null && method === "GET") {
        await answer.body?.cancel();
        at = new URL(next, at);
        continue;
      }
      return { status: answer.status, headers: answer.headers, body: await limited(answer, at), url: at };
    } catch (error) {
      if (error instanceof SourceError) throw error;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new SourceError(`The registry ${at.host} does not answer (${cause}). Check the network and the address.`);
    }
  }
  throw new SourceError(
    `The registry ${url.host} leads from one address to the next, more than ${mostRedirects} times.`,
  );
}

/** Encrypted, or from this machine to this machine: a registry elsewhere leads to nothing on this one. */
const isSafe = (url: URL, origin: string): boolean =>
  url.protocol === "https:" ||
  (url.protocol === "http:" && isLoopbackHost(url.host) && isLoopbackHost(new URL(origin).host));

async function limited(answer: Response, { host }: URL): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) {
      throw new SourceError(`The registry ${host} answers with more than ${largestAnswer} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** JSON of somebody else; undefined where it is none. */
export function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
