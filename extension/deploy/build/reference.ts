/** A container image's name, taken apart as Docker does. */
export interface Reference {
  /** A host, with its port: `docker.io`, `127.0.0.1:5000`. */
  readonly registry: string;
  /** `library/nginx`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:...` */
  readonly digest?: string;
}

/** Whoever writes neither a registry nor an owner means Docker Hub and its own images. */
const hub = "docker.io";

/**
 * Reads `nginx:1.29`, `ghcr.io/owner/app@sha256:...`, `127.0.0.1:5000/app`. Undefined for what is no image's name. What
 * stands before the first slash is a registry when it could be a host: it has a dot or a port, or is `localhost`.
 */
export function parseReference(text: string): Reference | undefined {
  const [, name = "", tag, digest] = /^([^@]+?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? [];
  const [first = "", ...rest] = name.split("/");
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const path = isHost ? rest.join("/") : name;
  if (!/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/.test(path))
    return undefined;
  const registry = isHost ? first.toLowerCase() : hub;
  if (!/^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/.test(registry)) return undefined;
  return {
    registry,
    repository: registry === hub && !path.includes("/") ? `library/${path}` : path,
    ...(digest === undefined && { tag: tag ?? "latest" }),
    ...(digest !== undefined && { digest }),
  };
}

/** Where a registry answers: Docker Hub under another name than its own, and one on this machine without TLS. */
export function originOf(registry: string): string {
  if (registry === hub) return "https://registry-1.docker.io";
  return isLoopbackHost(registry) ? `http://${registry}` : `https://${registry}`;
}

export function isLoopbackHost(registry: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(registry);
}
