import type { Json } from "../manifest/edit/operation";
import { t } from "../manifest/l10n";
import { type Manifest, toJson } from "../manifest/manifest";
import type { Path, Range } from "../manifest/problem";
import { componentSchema } from "../manifest/schema";
import type { Entry, Node } from "../manifest/syntax/node";
import { entryOf, walkWithPaths } from "./walk";

export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

const longest = 40;

/** What the text leaves unsaid within `range`: defaults, what an alias stands for, what `environment` has instead. */
export function inlay(manifest: Manifest, range: Range, environment: string): readonly InlayHint[] {
  const components = entryOf(manifest.root, "components")?.value;
  const changes = manifest.find(["environments", environment, "components"])?.node;
  if (components?.kind !== "map") return [];
  const visible = components.entries.filter(
    (entry) => entry.range.end >= range.start && entry.range.start <= range.end,
  );
  return visible
    .flatMap((entry) => {
      const override = entryOf(changes, String(entry.key.value))?.value;
      return [...defaultsOf(manifest, entry), ...valuesOf(manifest, entry, override, environment)];
    })
    .filter(({ offset }) => offset >= range.start && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

/** Behind the type: the common fields that are left out, with their defaults. */
function defaultsOf(manifest: Manifest, { value }: Entry): readonly InlayHint[] {
  const map = manifest.resolve(value);
  const type = entryOf(value, "type")?.value;
  if (map?.kind !== "map" || type?.kind !== "scalar") return [];
  const written = new Set(manifest.entriesOf(map).map(({ key }) => String(key.value)));
  const left = Object.entries(componentSchema(String(type.value)).properties ?? {}).flatMap(([key, schema]) =>
    schema["x-common"] === true && schema.default !== undefined && !written.has(key)
      ? [`${key}: ${shown(schema.default)}`]
      : [],
  );
  if (left.length === 0) return [];
  return [{ offset: type.range.end, text: left.join(", "), tooltip: t`Defaults of what is not written.` }];
}

/** Behind a single value: what it resolves to, or what the environment has instead. */
function valuesOf(
  manifest: Manifest,
  { value, key }: Entry,
  override: Node | undefined,
  environment: string,
): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const name = String(key.value);
  const at = (path: Path): Node | undefined =>
    path.reduce<Node | undefined>(
      (node, step) => manifest.resolve(entryOf(manifest.resolve(node), String(step))?.value),
      override,
    );
  walkWithPaths(value, (node, path) => {
    if (node.kind !== "scalar" && node.kind !== "alias") return;
    const own = manifest.resolve(node);
    const changed = path.length > 0 && path.every((step) => typeof step === "string") ? at(path) : undefined;
    const now = changed?.kind === "scalar" ? toJson(manifest, changed) : undefined;
    if (now !== undefined && (own?.kind !== "scalar" || own.value !== now))
      hints.push({
        offset: node.range.end,
        text: `${environment}: ${shown(now)}`,
        tooltip: t`What ${environment} has for ${[name, ...path].join(".")}.`,
      });
    else if (node.kind === "alias" && own?.kind === "scalar")
      hints.push({ offset: node.range.end, text: `= ${shown(own.value)}`, tooltip: t`What *${node.name} stands for.` });
  });
  return hints;
}

function shown(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const [line = ""] = text.split("\n");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
