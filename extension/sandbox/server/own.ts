import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isMap } from "../state/json";
import { HEALTH_PATH, PRESENCE_PATH, TOKEN_HEADER } from "./listen";

/** Who serves a directory. The token proves that the process at the port is the one that wrote this. */
export interface Owner {
  readonly port: number;
  readonly token: string;
}

const FILE = "owner.json";
const LOCK = "starting";
const LOCK_AGE = 60_000;
const LOCK_RETRY = 50;
const HEALTH_TIMEOUT = 2_000;

export function readOwner(directory: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(directory, FILE), "utf8"));
    const [port, token] = isMap(value) ? [value["port"], value["token"]] : [];
    return typeof port === "number" && typeof token === "string" ? { port, token } : undefined;
  } catch {
    return undefined;
  }
}

export function writeOwner(directory: string, owner: Owner): void {
  const temporary = join(directory, `${FILE}.${process.pid}`);
  writeFileSync(temporary, JSON.stringify(owner), { mode: 0o600 });
  renameSync(temporary, join(directory, FILE));
}

/** Only the owner's own entry goes; another process may have taken over already. */
export function removeOwner(directory: string, owner: Owner): void {
  if (readOwner(directory)?.token === owner.token) {
    rmSync(join(directory, FILE), { force: true });
  }
}

/** Whether the process that wrote the entry still answers. A process id alone could be someone else's by now. */
export function isAlive({ port, token }: Owner): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      {
        host: "127.0.0.1",
        port,
        path: HEALTH_PATH,
        headers: { [TOKEN_HEADER]: token },
        timeout: HEALTH_TIMEOUT,
        agent: false,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}

/**
 * Holds a connection to that process, and tells once when it has broken off: the process has ended, however it did. The
 * connection keeps no process from ending. @returns ends it without telling
 */
export function whenGone({ port, token }: Owner, tell: () => void): () => void {
  let isLeft = false;
  const request = get({
    host: "127.0.0.1",
    port,
    path: PRESENCE_PATH,
    headers: { [TOKEN_HEADER]: token },
    agent: false,
  });
  request.on("socket", (socket) => socket.unref());
  request.on("response", (response) => response.resume());
  request.on("error", () => undefined);
  request.on("close", () => {
    if (!isLeft) tell();
  });
  return () => {
    isLeft = true;
    request.destroy();
  };
}

function isAbandoned(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > LOCK_AGE;
  } catch {
    return false;
  }
}

/** Runs `action` while no other process is in here for the same directory. */
export async function exclusively<T>(directory: string, action: () => Promise<T>): Promise<T> {
  const lock = join(directory, LOCK);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        throw error;
      }
      if (isAbandoned(lock)) {
        rmSync(lock, { recursive: true, force: true });
      } else {
        await sleep(LOCK_RETRY);
      }
    }
  }
  try {
    return await action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
