import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { t } from "../../manifest/l10n";
import { DeployError } from "../errors";
import { redact } from "../redact";
import { originOf, type Reference } from "./reference";

/** What a manifest can be, the more particular first. */
export const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
] as const;

/** Milliseconds for an answer; sending a layer has no limit, since nobody knows how slow the way is. */
const patience = 20_000;

/** `user:password`, for registries that ask for it. Never shown. */
export type Login = { readonly user: string; readonly password: string };

export interface RegistryOptions {
  readonly login?: Login;
  readonly signal?: AbortSignal;
  /** Milliseconds for an answer. */
  readonly patience?: number;
}

/**
 * One repository of a registry, spoken to as the OCI distribution specification has it
 * (https://github.com/opencontainers/distribution-spec). Signs in only when it is asked to, with a token for what is needed.
 * All methods throw a `DeployError` that says what the registry answered.
 */
export class Repository {
  #authorization: string | undefined;

  constructor(
    readonly origin: string,
    readonly name: string,
    private readonly options: RegistryOptions = {},
  ) {}

  static of({ registry, repository }: Reference, options?: RegistryOptions): Repository {
    return new Repository(originOf(registry), repository, options);
  }

  /** The digest that a tag stands for now; undefined when there is no such tag. */
  async digestOf(tag: string): Promise<string | undefined> {
    const answer = await this.#ask(`manifests/${tag}`, {
      method: "HEAD",
      headers: { accept: manifestTypes.join(", ") },
    });
    if (answer.status === 404) return undefined;
    const digest = answer.headers.get("docker-content-digest");
    if (!answer.ok || digest === null || !/^sha256:[0-9a-f]{64}$/.test(digest)) throw await this.#refusal(answer);
    return digest;
  }

  async has(kind: "manifests" | "blobs", digest: string): Promise<boolean> {
    const headers = kind === "manifests" ? { accept: manifestTypes.join(", ") } : {};
    const answer = await this.#ask(`${kind}/${digest}`, { method: "HEAD", headers });
    if (answer.ok) return true;
    if (answer.status === 404) return false;
    throw await this.#refusal(answer);
  }

  /** Sends a file as a blob; the registry checks the digest. @param size bytes */
  async sendBlob(file: string, digest: string, size: number): Promise<void> {
    const begun = await this.#ask("blobs/uploads/", { method: "POST", headers: { "content-length": "0" } });
    const location = begun.headers.get("location");
    if (begun.status !== 202 || location === null) throw await this.#refusal(begun);
    const url = new URL(location, this.origin);
    url.searchParams.set("digest", digest);
    const sent = await this.#send(url, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", "content-length": String(size) },
      body: Readable.toWeb(createReadStream(file)) as ReadableStream,
      duplex: "half",
    });
    if (!sent.ok) throw await this.#refusal(sent);
  }

  async sendManifest(text: string, type: string, digest: string): Promise<void> {
    const answer = await this.#ask(`manifests/${digest}`, {
      method: "PUT",
      headers: { "content-type": type },
      body: text,
    });
    if (!answer.ok) throw await this.#refusal(answer);
  }

  /** A request below the repository's address. When the registry asks for a token, once more with it. */
  async #ask(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(`/v2/${this.name}/${path}`, this.origin);
    const time = this.options.patience ?? patience;
    const first = await this.#send(url, init, time);
    if (first.status !== 401) return first;
    const authorization = await this.#signIn(first.headers.get("www-authenticate") ?? "", init.method === "HEAD");
    if (authorization === undefined || authorization === this.#authorization) return first;
    this.#authorization = authorization;
    return this.#send(url, init, time);
  }

  async #send(url: URL, init: RequestInit & { duplex?: "half" }, limit?: number): Promise<Response> {
    const { signal } = this.options;
    const limits = [...(signal ? [signal] : []), ...(limit === undefined ? [] : [AbortSignal.timeout(limit)])];
    const headers = new Headers(init.headers);
    // Where an upload goes to another host, the token stays here.
    if (this.#authorization !== undefined && url.origin === this.origin)
      headers.set("authorization", this.#authorization);
    try {
      return await fetch(url, { ...init, headers, signal: AbortSignal.any(limits) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new DeployError(
        {
          code: "registry-unreachable",
          message: t`The registry ${url.host} does not answer: ${cause}.`,
          fix: t`Check the network and the image's name, and try again.`,
        },
        { cause: error },
      );
    }
  }

  /** https://distribution.github.io/distribution/spec/auth/token */
  async #signIn(challenge: string, isReading: boolean): Promise<string | undefined> {
    const { login } = this.options;
    const basic = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
    if (/^basic\b/i.test(challenge)) return basic;
    const field = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
    const realm = field("realm");
    if (!/^bearer\b/i.test(challenge) || realm === undefined) return undefined;
    const url = new URL(realm);
    // A token is asked for where it cannot be read on the way, or on this machine.
    if (url.protocol !== "https:" && url.origin !== this.origin) return undefined;
    const service = field("service");
    if (service !== undefined) url.searchParams.set("service", service);
    url.searchParams.set("scope", `repository:${this.name}:${isReading ? "pull" : "pull,push"}`);
    const answer = await this.#send(url, basic === undefined ? {} : { headers: { authorization: basic } }, patience);
    if (!answer.ok) return undefined;
    const { token, access_token: other } = (await answer.json()) as { token?: string; access_token?: string };
    return token === undefined && other === undefined ? undefined : `Bearer ${token ?? other}`;
  }

  async #refusal(answer: Response): Promise<DeployError> {
    const body = redact((await answer.text().catch(() => "")).slice(0, 1_000));
    const denied = answer.status === 401 || answer.status === 403;
    return new DeployError({
      code: "registry-refused",
      message: t`The registry ${new URL(this.origin).host} refused ${this.name}: HTTP ${answer.status}.`,
      fix: denied
        ? t`Whoever deploys needs leave to read and write there; the raw answer says more.`
        : t`Try again; if it stays, the raw answer says more.`,
      raw: body,
    });
  }
}
