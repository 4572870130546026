import type { Manifest } from "../manifest/manifest";
import type { Picture } from "./messages";

export interface DrawOptions {
  /** The text document's version. */
  readonly version: number;
  /** The chosen one; when the manifest has no such environment, its first. */
  readonly environment?: string | undefined;
  readonly editable: boolean;
  readonly deploy: Picture["deploy"];
  /** The picture before this one: its components and edges stay while the text cannot be read. */
  readonly previous?: Picture | undefined;
}

/** What the canvas shows of a manifest. */
export function draw(manifest: Manifest, options: DrawOptions): Picture {
  return {
    version: options.version,
    name: "",
    readable: manifest.readable,
    editable: options.editable,
    deploy: options.deploy,
    environments: manifest.environments,
    environment: options.environment ?? "default",
    components: [],
    edges: [],
    problems: [],
  };
}
