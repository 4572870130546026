import { createHash } from "node:crypto";

/** As many as fit: a template is read right after it was put, so that older ones are of no use to anybody. */
const MOST = 20;

/** Bytes that CloudFormation reads from a bucket. */
export const MAXIMUM_TEMPLATE = 1_000_000;

/** Objects that were put, by `/bucket/key`. Kept in memory alone: a template is part of its stack once it was read. */
export class Uploads {
  readonly #objects = new Map<string, string>();

  put(path: string, body: string): void {
    this.#objects.delete(path);
    this.#objects.set(path, body);
    const [oldest] = this.#objects.keys();
    if (this.#objects.size > MOST && oldest !== undefined) {
      this.#objects.delete(oldest);
    }
  }

  /** The object at an address, by path or by AWS's own host names; undefined when there is none. */
  at(address: string): string | undefined {
    const path = pathOf(address);
    return path === undefined ? undefined : this.#objects.get(path);
  }
}

function pathOf(address: string): string | undefined {
  try {
    const { hostname, pathname } = new URL(address);
    const bucket = /^([a-z0-9.-]+)\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?$/.exec(hostname)?.[1];
    return bucket === undefined ? pathname : `/${bucket}${pathname}`;
  } catch {
    return undefined;
  }
}

/** Whether a body is the one that its sender has computed the checksum of. */
export function fitsChecksum(body: string, checksum: string | undefined): boolean {
  return checksum === undefined || checksum === createHash("sha256").update(body).digest("base64");
}
