import { originOf, type Reference } from "../deploy/build/reference";
import { manifestTypes } from "../deploy/build/registry";
import type { Digests } from "../packages/lock";
import { jsonOf, registryClient } from "./registryClient";
import { field } from "./registryLogin";
import { type Client, check, digestOf, labelOf, refusedBy } from "./registryPackage";
import { SourceError } from "./sourceError";

/** Platforms of one image. Those that build for everything have about a dozen. */
const most = 64;

/**
 * What an image's tag stands for in its registry now, by platform. Throws a `SourceError` where the registry does not say,
 * or says something that cannot be.
 */
export async function readDigests({ registry, repository, tag }: Reference, until: AbortSignal): Promise<Digests> {
  const address = { origin: originOf(registry), repository };
  const client = registryClient(address, until);
  const label = labelOf(address);
  const answer = await client(`manifests/${tag}`, { headers: { accept: manifestTypes.join(", ") } });
  if (answer.status === 404) throw new SourceError(`${label} has no tag ${tag}.`);
  if (answer.status !== 200) throw refusedBy(address, answer);
  const digest = digestOf(answer.body);
  const said = answer.headers.get("docker-content-digest");
  if (said !== null) check(answer.body, said, label);
  const manifest = jsonOf(answer.body);
  const parts = field(manifest, "manifests");
  const config = field(field(manifest, "config"), "digest");
  const found = Array.isArray(parts)
    ? parts.map((part) => [platformOf(field(part, "platform")), field(part, "digest")] as const)
    : [[await platformIn(config, client, label), digest] as const];
  if (found.length > most) throw new SourceError(`${label} has more than ${most} platforms.`);
  // What describes how an image was made stands among its platforms, as one that nobody knows.
  const known = found.flatMap(([platform, part]) => (platform === undefined ? [] : [[platform, part] as const]));
  if (known.length === 0 || !known.every(([, part]) => typeof part === "string" && isDigest(part))) {
    throw new SourceError(`${label}:${tag} is not described as an image is.`);
  }
  return Object.fromEntries(known.map(([platform, part]) => [platform, String(part)]));
}

/** The platform of an image that is for one alone, which its configuration says. */
async function platformIn(config: unknown, client: Client, label: string): Promise<string | undefined> {
  if (typeof config !== "string" || !isDigest(config)) return undefined;
  const answer = await client(`blobs/${config}`);
  if (answer.status !== 200) return undefined;
  check(answer.body, config, label);
  return platformOf(jsonOf(answer.body));
}

/** `linux/arm64`, `linux/arm/v7` */
function platformOf(value: unknown): string | undefined {
  const parts = [field(value, "os"), field(value, "architecture"), field(value, "variant")];
  const words = parts.filter((part) => part !== undefined);
  const isKnown = words.every(
    (word) => typeof word === "string" && /^[a-z0-9]{1,20}$/.test(word) && word !== "unknown",
  );
  return isKnown && typeof parts[0] === "string" && typeof parts[1] === "string" ? words.join("/") : undefined;
}

const isDigest = (text: string): boolean => /^sha256:[0-9a-f]{64}$/.test(text);
