import type { App, Component, Network, PatchOperation } from "../app";
import type { Json } from "../edit/operation";
import { componentSchema, manifestSchema } from "../schema";
import { buildComponent } from "./buildComponent";
import { mergeJson } from "./mergeJson";
import { sourceOf } from "./sourceOf";
import { isJsonMap, ownValue, Values } from "./values";

/**
 * The model of a manifest in an environment. The manifest must have no errors; this does not look for any.
 * @param written the whole manifest as JSON, aliases and merges resolved
 */
export function buildApp(written: Json, environment: string): App {
  const root = new Values(written, manifestSchema);
  const overrides = root.child("environments").child(environment);
  const isProtected = overrides.flag("protected");
  const account = overrides.optionalText("account");
  const changes = overrides.child("components").written;

  const merged = Object.entries(root.child("components").written).map(([name, base]) => {
    const type = isJsonMap(base) ? String(ownValue(base, "type")) : "";
    const schema = componentSchema(type);
    return { name, type, values: new Values(mergeJson(base, ownValue(changes, name), schema), schema) };
  });
  const byName = new Map(merged.map((component) => [component.name, component.values]));
  const components = new Map<string, Component>();
  for (const { name, type, values } of merged) {
    const component = buildComponent(name, type, values, {
      isProtected,
      portOf: (other) => byName.get(other)?.number("port") ?? 0,
    });
    if (component !== undefined) components.set(name, component);
  }

  const aws = root.child("aws");
  const file = aws.optionalText("resources");
  const templateBucket = aws.optionalText("templateBucket");

  return {
    name: root.text("name"),
    environment,
    region: overrides.optionalText("region") ?? root.text("region"),
    ...(account !== undefined && { account }),
    protected: isProtected,
    components,
    network: buildNetwork(root.child("network")),
    tags: Object.fromEntries(Object.entries(root.child("tags").written).map(([key, value]) => [key, String(value)])),
    overrides: aws.list("overrides") as readonly unknown[] as readonly PatchOperation[],
    ...(file !== undefined && { resources: { file } }),
    ...(templateBucket !== undefined && { templateBucket }),
    source: (path) => sourceOf(written, environment, path),
  };
}

function buildNetwork(values: Values): Network {
  const vpc = values.child("vpc");
  const exists = values.get("vpc") !== undefined;
  return {
    azs: values.number("azs") === 3 ? 3 : 2,
    egress: values.text("egress") as Network["egress"],
    cidr: values.text("cidr"),
    ...(exists && {
      vpc: {
        id: vpc.text("id"),
        publicSubnets: vpc.texts("publicSubnets"),
        privateSubnets: vpc.texts("privateSubnets"),
      },
    }),
  };
}
