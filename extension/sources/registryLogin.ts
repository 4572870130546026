import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";

/** Milliseconds for a credential helper. One that opens a window is waited for no longer. */
const patience = 10_000;

/**
 * The value of a Basic `Authorization` header for a host, out of Docker's `config.json` or its credential helper; undefined
 * where there is none. It is given to that host and to where it asks tokens of, and is shown nowhere.
 * https://docs.docker.com/reference/cli/docker/login/
 */
export async function loginFor(host: string, until?: AbortSignal): Promise<string | undefined> {
  const file = join(process.env["DOCKER_CONFIG"] || join(homedir(), ".docker"), "config.json");
  const config = parsed(await readFile(file, "utf8").catch(() => "{}"));
  const helper = field(field(config, "credHelpers"), host) ?? field(config, "credsStore");
  if (typeof helper === "string") {
    const found = await askHelper(helper, host, until);
    if (found !== undefined) return found;
  }
  const auth = field(field(field(config, "auths"), host), "auth");
  return typeof auth === "string" && /^[A-Za-z0-9+/]+={0,2}$/.test(auth) ? `Basic ${auth}` : undefined;
}

async function askHelper(helper: string, host: string, until?: AbortSignal): Promise<string | undefined> {
  // A name, and nothing that leads to a program elsewhere.
  if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(helper)) return undefined;
  const child = spawn(`docker-credential-${helper}`, ["get"], {
    stdio: ["pipe", "pipe", "ignore"],
    timeout: patience,
    ...(until && { signal: until }),
  });
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined).end(host);
  const answer = parsed(await textOf(child.stdout).catch(() => ""));
  const [user, secret] = [field(answer, "Username"), field(answer, "Secret")];
  // `<token>` means one for Docker's own sign-in, which other programs cannot use.
  if (typeof user !== "string" || typeof secret !== "string" || user === "<token>") return undefined;
  return `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field of what may be no object at all. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
