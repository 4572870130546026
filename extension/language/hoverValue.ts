import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Path } from "../manifest/problem";
import type { Schema } from "../manifest/schema";
import { componentIn, scopeOf } from "./scope";
import { meaning } from "./suggest";

/** What the value at a path means, and what each environment makes of it where they differ: lines of markdown. */
export function describeValue(manifest: Manifest, path: Path, schema: Schema): readonly string[] {
  const scope = scopeOf(manifest);
  const node = scope.nodeAt(path);
  const value = node?.kind === "scalar" ? node.value : schema.default;
  const means = value === null || value === undefined ? undefined : meaning(scope, path, value);
  const field = String(path.at(-1));
  return [
    ...(means === undefined ? [] : [`\`${String(value)}\`: ${words(field, means)}`]),
    ...perEnvironment(manifest, path, schema),
  ];
}

function words(field: string, means: string): string {
  if (field === "size") return t`\`${means}\` on AWS.`;
  if (field === "version") return t`created with release ${means} on AWS.`;
  if (field === "cpu") return t`goes with ${means} of memory on Fargate.`;
  if (field === "memory") return t`goes ${means} on Fargate.`;
  return `${means}.`;
}

/** The value in the base and in each environment; nothing where no environment has one of its own. */
function perEnvironment(manifest: Manifest, path: Path, schema: Schema): readonly string[] {
  const own = componentIn(path);
  const rest = own === undefined ? [] : path.slice(own.depth);
  const base: Path = own === undefined ? path.slice(path[0] === "environments" ? 2 : 0) : ["components", ...rest];
  const isRegion = base.length === 1 && base[0] === "region";
  if ((own === undefined || rest.length < 2) && !isRegion) return [];
  const scope = scopeOf(manifest);
  const written = (at: Path): string | undefined => {
    const node = scope.nodeAt(at);
    return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
  };
  const inBase = written(base) ?? (schema.default === undefined ? undefined : String(schema.default));
  const environments = manifest.environments.map((name) => {
    const place = isRegion ? ["environments", name, "region"] : ["environments", name, "components", ...rest];
    return { name, value: written(place) };
  });
  if (environments.every(({ value }) => value === undefined)) return [];
  const rows = environments.map(({ name, value }) => `- ${name}: ${shown(value ?? inBase)}`);
  return [t`Resolved:\n\n- base: ${shown(inBase)}\n${rows.join("\n")}`];
}

function shown(value: string | undefined): string {
  return value === undefined ? t`not set` : `\`${value.replaceAll("`", "'").slice(0, 80)}\``;
}
