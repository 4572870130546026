import { copyComponents } from "../../extension/manifest/edit/edit";
import type { Json, Operation, Position } from "../../extension/manifest/edit/operation";
import type { Manifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { type Dice, once, pick } from "./dice";

export interface Gesture {
  readonly name: string;
  readonly operations: readonly Operation[];
}

type Make = (dice: Dice, picture: Picture, manifest: Manifest) => readonly Operation[];

/** What a person can do on the canvas and in the inspector, with the picture that they see. */
export function someGesture(dice: Dice, picture: Picture, manifest: Manifest): Gesture {
  const [name, make] = pick(dice, Object.entries(gestures)) ?? ["nothing", () => []];
  return { name, operations: make(dice, picture, manifest) };
}

const values = ["x", "8080", "a: b", "it's", "yes", "two\nlines", "${{ db.url }}", "grüße 🚀", "a\tb", "# no"] as const;

const gestures: { readonly [name: string]: Make } = {
  add: (dice, picture) => {
    const type = pick(dice, ["web", "worker", "postgres", "redis", "load-balancer"]);
    const fields: { [key: string]: Json } = { type };
    if (type === "web" || type === "worker") Object.assign(fields, { image: "new:1" });
    if (type === "web") Object.assign(fields, { port: 80, env: { A: pick(dice, values) } });
    if (type === "load-balancer") Object.assign(fields, { routes: [] });
    const name = pick(dice, ["new", "new-2", "api", someName(dice, picture)]);
    return [{ kind: "addComponent", name, fields, ...(once(dice, 2) && { position: somewhere(dice) }) }];
  },
  remove: (dice, picture) => some(dice, picture, 3).map((name) => ({ kind: "removeComponent", name })),
  removeWithLinks: (dice, picture) => {
    const link = pick(dice, picture.edges);
    const gone = someName(dice, picture);
    const isSeparate = link !== undefined && link.kind !== "reference" && link.from !== gone && link.to !== gone;
    return [
      ...(isSeparate ? [{ kind: "disconnect", from: link.from, to: link.to } as const] : []),
      { kind: "removeComponent", name: gone },
    ];
  },
  rename: (dice, picture) => [
    { kind: "renameComponent", name: someName(dice, picture), to: pick(dice, ["renamed", "store", "gone", "w"]) },
  ],
  drag: (dice, picture) => [{ kind: "moveComponents", positions: places(dice, some(dice, picture, 4)) }],
  arrange: (_, picture) => [
    { kind: "moveComponents", positions: Object.fromEntries(picture.components.map(({ name }) => [name, null])) },
  ],
  arrangeHere: (dice, picture) => [
    {
      kind: "moveComponents",
      positions: Object.fromEntries(
        picture.components.map(({ name, position }) => [name, position === undefined ? somewhere(dice) : null]),
      ),
    },
  ],
  connect: (dice, picture) => [{ kind: "connect", from: someName(dice, picture), to: someName(dice, picture) }],
  disconnect: (dice, picture) => {
    const link = pick(dice, picture.edges);
    return link === undefined ? [] : [{ kind: "disconnect", from: link.from, to: link.to }];
  },
  reconnect: (dice, picture) => {
    const { from, to } = pick(dice, picture.edges) ?? { from: someName(dice, picture), to: someName(dice, picture) };
    const other = someName(dice, picture);
    return [
      {
        kind: "reconnect",
        from,
        to,
        ...(once(dice, 2) ? { newFrom: from, newTo: other } : { newFrom: other, newTo: to }),
      },
    ];
  },
  setField: (dice, picture) => [
    { kind: "setField", component: someName(dice, picture), ...someField(dice, picture), ...override(dice, picture) },
  ],
  setSeveral: (dice, picture) =>
    some(dice, picture, 3).map((component) => ({ kind: "setField", component, path: ["cpu"], value: 1 + dice(4) })),
  removeField: (dice, picture) => {
    const component = pick(dice, picture.components);
    const keys = Object.keys(component?.fields ?? {}).filter((key) => key !== "type");
    const key = pick(dice, keys);
    if (component === undefined || key === undefined) return [];
    const inner = component.fields[key];
    const deeper =
      typeof inner === "object" && inner !== null && once(dice, 2) ? pick(dice, Object.keys(inner)) : undefined;
    const step = deeper !== undefined && Array.isArray(inner) ? Number(deeper) : deeper;
    return [{ kind: "removeField", component: component.name, path: step === undefined ? [key] : [key, step] }];
  },
  removeOverride: (dice, picture) => {
    const component = pick(
      dice,
      picture.components.filter(({ override: one }) => one !== undefined),
    );
    const key = pick(dice, Object.keys(component?.override ?? {}));
    if (component === undefined || key === undefined) return [];
    return [{ kind: "removeField", component: component.name, path: [key], environment: picture.environment }];
  },
  setSetting: (dice) => {
    const path = pick(dice, [["region"], ["tags", "team"], ["network", "azs"], ["environments", "test", "region"]]);
    return [{ kind: "setValue", path, value: pick(dice, ["eu-west-1", "us-east-2", 3]) }];
  },
  removeSetting: (dice) => [
    { kind: "removeValue", path: pick(dice, [["tags"], ["region"], ["environments", "staging"], ["network", "azs"]]) },
  ],
  writeNote: (dice, picture) => {
    const id = pick(dice, picture.notes)?.id ?? "note";
    const path = ["canvas", "$notes", id];
    if (picture.notes.some((note) => note.id === id) && once(dice, 2)) {
      return [{ kind: "setValue", path: [...path, "text"], value: pick(dice, values) }];
    }
    return [{ kind: "setValue", path, value: { text: pick(dice, values), at: [...somewhere(dice)] } }];
  },
  removeNote: (dice, picture) => {
    const note = pick(dice, picture.notes);
    return note === undefined ? [] : [{ kind: "removeValue", path: ["canvas", "$notes", note.id] }];
  },
  group: (dice, picture) => {
    const path = ["canvas", "$groups", pick(dice, ["core", "data", "g"])];
    const components = some(dice, picture, 3);
    return [{ kind: "setValue", path, value: once(dice, 2) ? { title: "Some", components } : { components } }];
  },
  ungroup: (dice, picture) => {
    const group = pick(dice, picture.groups);
    return group === undefined ? [] : [{ kind: "removeValue", path: ["canvas", "$groups", group.id] }];
  },
  dragGroup: (dice, picture) => {
    const group = pick(dice, picture.groups);
    const note = pick(dice, picture.notes);
    return [
      { kind: "moveComponents", positions: places(dice, group?.components ?? []) },
      ...(note
        ? [{ kind: "setValue", path: ["canvas", "$notes", note.id, "at"], value: [...somewhere(dice)] } as const]
        : []),
    ];
  },
  lock: (_, { locked }) =>
    locked
      ? [{ kind: "removeValue", path: ["canvas", "$locked"] }]
      : [{ kind: "setValue", path: ["canvas", "$locked"], value: true }],
  duplicate: (dice, picture, manifest) => [
    { kind: "pasteComponents", text: copyComponents(manifest, some(dice, picture, 3)) },
  ],
  cut: (dice, picture) => some(dice, picture, 2).map((name) => ({ kind: "removeComponent", name })),
  paste: (dice, picture) => [
    { kind: "pasteComponents", text: pick(dice, clips), ...(once(dice, 2) && { at: somewhere(dice) }) },
    ...(once(dice, 6) ? [{ kind: "connect", from: someName(dice, picture), to: "pasted" } as const] : []),
  ],
};

const clips = [
  "pasted: { type: redis }\n",
  "components:\n  # Written by hand.\n  web: &w\n    type: web # why\n    image: 'p:1'\n    connections: [db]\n    env: { U: \"${{ db.url }}\" }\n  db: { type: postgres }\n  twin: { <<: *w }\n",
  "web:\r\n    type: worker\r\n    image: p\r\n    command: |\r\n      a\r\n\r\n      b\r\n",
  "components: {db: {type: mysql}}\nenvironments: {production: {components: {db: {size: large}}}}\ncanvas: {db: [5, 6]}\n",
  "services:\n  web: { image: x }\n",
  "no components\n",
] as const;

function someField(
  dice: Dice,
  picture: Picture,
): { readonly path: readonly (string | number)[]; readonly value: Json } {
  const value = pick(dice, values);
  const routed = pick(
    dice,
    picture.edges.filter(({ kind }) => kind === "route"),
  );
  return pick(dice, [
    { path: ["cpu"], value: 1 + dice(4) },
    { path: ["image"], value },
    { path: ["env", "A"], value },
    { path: ["env", "NEW"], value },
    { path: ["env"], value: { A: value, Z: "z" } },
    { path: ["scale"], value: { min: 1, max: 1 + dice(5) } },
    { path: ["scale", "max"], value: dice(9) },
    { path: ["backup", "retentionDays"], value: dice(30) },
    { path: ["connections"], value: ["db"] },
    { path: ["command"], value: ["sh", "-c", value] },
    { path: ["routes", dice(3), "path"], value: `/${dice(9)}` },
    { path: ["routes", dice(3)], value: { to: routed?.to ?? "web", path: "/p" } },
  ]);
}

function override(dice: Dice, picture: Picture): { readonly environment?: string } {
  return once(dice, 3) ? { environment: once(dice, 4) ? "fresh" : picture.environment } : {};
}

function someName(dice: Dice, picture: Picture): string {
  return pick(dice, picture.components)?.name ?? "web";
}

function some(dice: Dice, picture: Picture, most: number): readonly string[] {
  const wanted = 1 + dice(most);
  return [...new Set(Array.from({ length: wanted }, () => someName(dice, picture)))];
}

function places(dice: Dice, names: readonly string[]): { readonly [name: string]: Position } {
  return Object.fromEntries(names.map((name) => [name, somewhere(dice)]));
}

function somewhere(dice: Dice): Position {
  return [dice(2000) - 500 + (once(dice, 4) ? 0.5 : 0), dice(900)];
}
