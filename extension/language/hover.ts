import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { componentTypes } from "../manifest/schema";
import { describe } from "./describe";
import { describeValue } from "./hoverValue";
import { componentNamed, type Mention, mentionAt, schemaOf, spotAt } from "./mention";

export interface Hover {
  readonly range: Range;
  /** Markdown. */
  readonly contents: string;
}

/** More of a component than this hides the rest of the editor. */
const mostLines = 16;

/** What the key, value or reference at `offset` means. */
export function hover(manifest: Manifest, offset: number): Hover | undefined {
  const spot = spotAt(manifest, offset);
  if (spot === undefined) return undefined;
  const { path, entry, node, onKey } = spot;
  const mention = mentionAt(manifest, spot, offset);
  const range = onKey ? entry?.key.range : node?.range;
  if (mention !== undefined) return ofMention(manifest, mention, offset, onKey && path[0] === "components");
  if (range === undefined || (node !== undefined && !onKey && node.kind !== "scalar")) return undefined;
  const info = path.length === 3 && path[0] === "components" && path[2] === "type" && !onKey;
  if (info) return ofType(node?.kind === "scalar" ? String(node.value) : "", range);
  const schema = schemaOf(manifest, path);
  if (schema === undefined) return undefined;
  const about = describe(schema, typeof path.at(-1) === "string" ? String(path.at(-1)) : undefined);
  const contents = [about, ...describeValue(manifest, path, schema)].filter((part) => part !== "").join("\n\n");
  return contents === "" ? undefined : { range, contents };
}

function ofType(type: string, range: Range): Hover | undefined {
  const info = componentTypes.get(type);
  return info && { range, contents: `**${info.title}**\n\n${info.description}` };
}

/** `isDefinition`: the text of the component is there anyway. */
function ofMention(manifest: Manifest, mention: Mention, offset: number, isDefinition: boolean): Hover | undefined {
  const { name, attribute } = mention;
  const component = componentNamed(manifest, name);
  if (component === undefined) return undefined;
  const info = componentTypes.get(component.type ?? "");
  const heading = `**${name}**${info === undefined ? "" : `: ${info.title}`}`;
  if (attribute !== undefined && offset >= attribute.range.start) {
    const known = info?.attributes.get(attribute.name);
    if (known === undefined) return undefined;
    const secret = known.secret ? "\n\n_Secret: kept in the cloud's secret store._" : "";
    const lines = excerpt(manifest, component.range);
    const contents = `**${name}.${attribute.name}**\n\n${known.description}${secret}\n\n${lines}`;
    return { range: attribute.range, contents };
  }
  const about = isDefinition ? (info?.description ?? "") : excerpt(manifest, component.range);
  return { range: mention.range, contents: about === "" ? heading : `${heading}\n\n${about}` };
}

/** The component as it is written, moved to the left margin. */
function excerpt({ text }: Manifest, { start, end }: Range): string {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const all = text.slice(start, end).split(/\r?\n/);
  const lines = all
    .slice(0, mostLines)
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(column, indentOf(line)))));
  if (all.length > mostLines) lines.push("…");
  return `\`\`\`yaml\n${lines.join("\n").replaceAll("```", "` ` `")}\n\`\`\``;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
