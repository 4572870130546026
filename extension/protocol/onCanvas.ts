import type { Json, Position } from "../manifest/edit/operation";
import type { Picture, PictureGroup, PictureNote } from "./messages";
import { isMap, type JsonMap } from "./summary";

/** What `canvas` says besides positions. What is not written as it should be is a problem of the text and left out. */
export function onCanvas(
  canvas: JsonMap,
  components: ReadonlySet<string>,
): Pick<Picture, "locked" | "notes" | "groups" | "astray"> {
  const astray = Object.keys(canvas).filter((name) => !name.startsWith("$") && !components.has(name));
  return {
    locked: own(canvas, "$locked") === true,
    notes: entriesOf(own(canvas, "$notes")).flatMap(([id, note]) => noteOf(id, note)),
    groups: entriesOf(own(canvas, "$groups")).flatMap(([id, group]) => groupOf(id, group, components)),
    ...(astray.length > 0 && { astray }),
  };
}

export function positionOf(json: Json | undefined): Position | undefined {
  if (!Array.isArray(json) || json.length !== 2) return undefined;
  const [x, y] = json;
  return Number.isFinite(x) && Number.isFinite(y) ? [Number(x), Number(y)] : undefined;
}

function noteOf(id: string, note: Json): readonly PictureNote[] {
  if (!isMap(note)) return [];
  const text = own(note, "text");
  const at = positionOf(own(note, "at"));
  const size = positionOf(own(note, "size"));
  if (typeof text !== "string" || at === undefined) return [];
  return [{ id, text, at, ...(size && { size }) }];
}

function groupOf(id: string, group: Json, known: ReadonlySet<string>): readonly PictureGroup[] {
  const members = isMap(group) ? own(group, "components") : undefined;
  if (!isMap(group) || !Array.isArray(members)) return [];
  const title = own(group, "title");
  const components = [...new Set(members.filter((name) => typeof name === "string" && known.has(name)))];
  return [{ id, ...(typeof title === "string" && { title }), components }];
}

function entriesOf(json: Json | undefined): readonly [string, Json][] {
  return isMap(json) ? Object.entries(json) : [];
}

function own(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
