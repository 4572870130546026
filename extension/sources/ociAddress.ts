import { originOf, parseReference } from "../deploy/build/reference";
import { SourceError } from "./sourceError";

/** A repository of an OCI registry, and which package in it is meant. */
export interface OciAddress {
  /** `https://ghcr.io`; `http:` only for this machine. */
  readonly origin: string;
  /** `owner/shop` */
  readonly repository: string;
  /** A tag or a digest; without it, the newest version among the tags. */
  readonly reference?: string;
}

export const isOciAddress = (text: string): boolean => text.startsWith("oci://");

/**
 * Reads `oci://HOST[:PORT]/REPOSITORY[:TAG|@DIGEST]`. Throws a `SourceError` for anything else; one with credentials in it is
 * not shown again.
 */
export function readOciAddress(text: string): OciAddress {
  const name = text.slice("oci://".length);
  const found = name.length > 500 ? undefined : parseReference(name);
  // Docker would take what has no host for one of Docker Hub's. An address names its host.
  if (found === undefined || !name.toLowerCase().startsWith(`${found.registry}/`)) {
    throw new SourceError(
      "What follows oci:// is no address of a package: write oci://HOST/REPOSITORY, with :TAG or @sha256:DIGEST behind it or without.",
    );
  }
  const hasTag = /:[^/]*$/.test(name);
  return {
    origin: originOf(found.registry),
    repository: found.repository,
    ...(hasTag && { reference: found.digest ?? found.tag ?? "" }),
  };
}
