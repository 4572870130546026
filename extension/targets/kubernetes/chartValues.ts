import { Document, isMap, isScalar } from "yaml";
import type { Slot } from "./slots";

type Tree = { [key: string]: unknown };

/** The chart's defaults: every value that a template asks for. */
function chartValues(slots: Iterable<Slot>): Readonly<Record<string, unknown>> {
  const values: Tree = {};
  const sorted = [...slots].sort((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
  for (const { path, value } of sorted) setAt(values, path, value);
  return values;
}

/** What a value is, by the end of its path. */
const about: Readonly<Record<string, string>> = {
  image: "The image, with its tag.",
  replicas: "Pods.",
  resources: "What a pod asks for, and may use at most.",
  securityContext:
    "What the container may do. Where the image runs as a user of its own, add runAsNonRoot: true and no capability.",
  "autoscaling.min": "Pods at least.",
  "autoscaling.max": "Pods at most.",
  "autoscaling.cpu": "Percent of the requested processor to keep to.",
  "autoscaling.memory": "Percent of the requested memory to keep to.",
  schedule: "Minute, hour, day of the month, month, day of the week.",
  enabled:
    "Whether it runs in the cluster. Where it does not, the other values say which one is used, and the Secret has its password.",
  host: "Of another one, outside of the cluster.",
  storage: "The size of a disk when it is made.",
  storageClass: "The kind of disk; the cluster's own choice where it is empty.",
  className: "The controller that answers; the cluster's own choice where it is empty.",
  annotations: "For the controller and for what makes certificates, such as cert-manager.io/cluster-issuer: NAME.",
  tlsSecret: "The Secret with the certificate and its key.",
};

/** `values.yaml`: the defaults, and beside each what it is. */
export function valuesText(head: readonly string[], slots: Iterable<Slot>): string {
  const all = [...slots];
  const document = new Document(chartValues(all), { version: "1.1", aliasDuplicateObjects: false });
  for (const { path } of all) {
    const words = about[path.slice(-2).join(".")] ?? about[path.at(-1) ?? ""];
    const map = document.getIn(path.slice(0, -1));
    if (words === undefined || !isMap(map)) continue;
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    if (isScalar(pair?.key)) pair.key.commentBefore = ` ${words}`;
  }
  return head.map((line) => `# ${line}\n`).join("") + document.toString({ lineWidth: 0 });
}

/** A JSON Schema of the values, by which helm refuses a name that nobody reads and a value of the wrong kind. */
export function valuesSchema(slots: Iterable<Slot>): Readonly<Record<string, unknown>> {
  const properties: Tree = {};
  for (const { path, kind, value } of slots) {
    const schema =
      kind === "number"
        ? { type: "integer", minimum: 0, default: value }
        : kind === "flag"
          ? { type: "boolean", default: value }
          : kind === "map" || kind === "optionalMap"
            ? { type: "object" }
            : { type: "string", ...(kind === "text" ? { minLength: 1 } : {}), default: value };
    // `values` and `properties` have the same shape, but for a level of `properties` at each step.
    let at = properties;
    for (const step of path.slice(0, -1)) {
      const known = at[step] as Tree | undefined;
      const next = known ?? { type: "object", additionalProperties: false, properties: {} };
      at[step] = next;
      at = next["properties"] as Tree;
    }
    at[path.at(-1) ?? ""] = schema;
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    additionalProperties: false,
    properties: { ...properties, global: { type: "object" } },
  };
}

function setAt(values: Tree, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    values[first] = value;
    return;
  }
  const inside = (values[first] ?? {}) as Tree;
  values[first] = inside;
  setAt(inside, rest, value);
}
