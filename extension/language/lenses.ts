import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** What it does; `vscode/` knows the command. */
  readonly action: "openCanvas" | "deploy";
  /** The environment it is about, for a lens at one. */
  readonly environment?: string;
}

/** "Open Canvas" and "Plan & Deploy", above the manifest's first key, and the latter above each environment. */
export function lenses(manifest: Manifest): readonly Lens[] {
  const { root } = manifest;
  const first = root?.kind === "map" ? root.entries[0]?.key.range : undefined;
  if (root?.kind !== "map" || first === undefined) return [];
  const environments = root.entries.find(({ key }) => key.value === "environments")?.value;
  const named = environments?.kind === "map" ? environments.entries.filter(({ key }) => key.value !== "<<") : [];
  return [
    { range: first, title: t`Open Canvas`, action: "openCanvas" },
    { range: first, title: t`Plan & Deploy`, action: "deploy" },
    ...named.map(({ key }): Lens => {
      const environment = String(key.value);
      return { range: key.range, title: t`Plan & Deploy ${environment}`, action: "deploy", environment };
    }),
  ];
}
