import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { unquoted } from "./occurrences";
import { entryOf } from "./walk";

export interface Link {
  readonly range: Range;
  /** Always https. */
  readonly url: string;
  readonly tooltip: string;
}

/** Each image that is written out, as a link to its page in the registry. */
export function links(manifest: Manifest): readonly Link[] {
  const components = entryOf(manifest.root, "components")?.value;
  if (components?.kind !== "map") return [];
  return components.entries.flatMap(({ value }): Link[] => {
    const image = entryOf(value, "image")?.value;
    if (image?.kind !== "scalar" || typeof image.value !== "string") return [];
    const url = registryPage(image.value);
    return url === undefined ? [] : [{ range: unquoted(image), url, tooltip: t`Open ${new URL(url).hostname}` }];
  });
}

const repository = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const privateEcr = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/;

/** The page of an image; undefined for a registry that is known to have none, and for what is no image's name. */
export function registryPage(image: string): string | undefined {
  const name = image.replace(/@sha256:[0-9a-f]+$/, "").replace(/:[\w.-]+$/, "");
  const [first = "", ...rest] = name.split("/");
  const hasHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const path = hasHost ? rest.join("/") : name;
  if (!repository.test(path)) return undefined;
  if (!hasHost || first === "docker.io") {
    const official = path.replace(/^library\//, "");
    return official.includes("/") ? `https://hub.docker.com/r/${official}` : `https://hub.docker.com/_/${official}`;
  }
  const [, account, region] = privateEcr.exec(first) ?? [];
  if (region !== undefined)
    return `https://${region}.console.aws.amazon.com/ecr/repositories/private/${account}/${path}?region=${region}`;
  return pages.get(first)?.(path);
}

const pages: ReadonlyMap<string, (path: string) => string> = new Map([
  ["ghcr.io", (path: string) => `https://ghcr.io/${path}`],
  ["quay.io", (path: string) => `https://quay.io/repository/${path}`],
  ["public.ecr.aws", (path: string) => `https://gallery.ecr.aws/${path}`],
  ["mcr.microsoft.com", (path: string) => `https://mcr.microsoft.com/artifact/mar/${path}`],
  ["gcr.io", (path: string) => `https://gcr.io/${path}`],
]);
