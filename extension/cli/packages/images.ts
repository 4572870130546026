import { parseReference } from "../../deploy/build/reference";
import { jsonAt } from "../../manifest/jsonAt";
import { openManifest } from "../../manifest/manifest";
import type { Digests, Lock } from "../../packages/lock";
import type { Surroundings } from "../../sources/openSource";
import { readDigests } from "../../sources/registryImage";

/** Milliseconds for all registries together: nobody who installs waits for longer, and what is missing does no harm. */
const patience = 2_500;

export type Images = NonNullable<Lock["images"]>;

/** Asks what the tags of images stand for now. An image whose registry does not say is not in the answer. */
export type AskImages = (images: readonly string[]) => Promise<Images>;

/** Asks nobody. */
export const askNobody: AskImages = async () => ({});

/** Asks the registries, and tells which have not answered. With `--offline`, or `STACKWRIGHT_OFFLINE`, nobody is asked. */
export function imageAsker({ offline }: { readonly offline: boolean }, { env, err }: Surroundings): AskImages {
  return offline || env["STACKWRIGHT_OFFLINE"] ? askNobody : (images) => askRegistries(images, err);
}

async function askRegistries(images: readonly string[], err: (text: string) => void): Promise<Images> {
  const until = AbortSignal.timeout(patience);
  const silent = new Map<string, string[]>();
  const found = await Promise.all(
    images.map(async (image): Promise<readonly (readonly [string, Digests])[]> => {
      try {
        const reference = parseReference(image);
        return reference === undefined ? [] : [[image, await readDigests(reference, until)]];
      } catch (error) {
        const why = until.aborted
          ? `No answer came within ${patience / 1000} seconds.`
          : error instanceof Error
            ? error.message
            : String(error);
        silent.set(why, [...(silent.get(why) ?? []), image]);
        return [];
      }
    }),
  );
  for (const [why, names] of silent)
    err(`What ${names.join(", ")} stands for now is not known, and is left open. ${why}\n`);
  return Object.fromEntries(found.flat());
}

/** The images of the components that came with packages, in the manifest as it is; not those that are named by digest. */
export function imagesIn({ packages }: Lock, text: string, names = Object.keys(packages)): readonly string[] {
  const manifest = openManifest(text);
  const components = names.flatMap((name) => Object.values(packages[name]?.components ?? {}));
  const images = components.map((component) => jsonAt(manifest, ["components", component, "image"]));
  return [...new Set(images.filter((image) => typeof image === "string"))]
    .filter((image) => parseReference(image)?.tag !== undefined)
    .sort();
}

/** The lock with what the registries said, and without the images that no package has any more. */
export function withImages({ images, ...lock }: Lock, text: string, said: Images): Lock {
  const all = new Map(Object.entries({ ...images, ...said }));
  const kept = imagesIn(lock, text).flatMap((image): readonly (readonly [string, Digests])[] => {
    const digests = all.get(image);
    return digests === undefined ? [] : [[image, digests]];
  });
  return kept.length === 0 ? lock : { ...lock, images: Object.fromEntries(kept) };
}

/** A tag that stands for something else than the lock says; without a digest where there is none. */
export interface MovedImage {
  readonly image: string;
  readonly platform: string;
  readonly was?: string;
  readonly now?: string;
}

/** Those of which the lock knows what they stood for. */
export const knownImages = (lock: Lock, text: string): readonly string[] =>
  imagesIn(lock, text).filter((image) => Object.hasOwn(lock.images ?? {}, image));

/** Where the registries say something else than the lock. */
export function movedImages({ images = {} }: Lock, said: Images): readonly MovedImage[] {
  return Object.entries(said).flatMap(([image, digests]) => {
    const was = new Map(Object.entries((Object.hasOwn(images, image) ? images[image] : undefined) ?? {}));
    const now = new Map(Object.entries(digests));
    const platforms = [...new Set([...was.keys(), ...now.keys()])].sort();
    return platforms.flatMap((platform) => {
      const [before, after] = [was.get(platform), now.get(platform)];
      return before === after
        ? []
        : [{ image, platform, ...(before && { was: before }), ...(after && { now: after }) }];
    });
  });
}

/** `nginx:1.29, linux/amd64: sha256:0123456789ab → sha256:ba9876543210` */
export const movedInWords = ({ image, platform, was, now }: MovedImage): string =>
  `${image}, ${platform}: ${short(was)} → ${short(now)}`;

const short = (digest: string | undefined): string => digest?.slice(0, "sha256:".length + 12) ?? "nothing";
