import { describe, expect, it } from "vitest";
import type { App, Component } from "../../extension/manifest/app";
import { isService, peersOf } from "../../extension/targets/edges";
import { sourcesOf } from "../../extension/targets/export/variables";
import { sampleText } from "../aws/samples";
import { exportAs, read } from "../export/read";
import { appOf, manifestOf } from "./bring";

describe.each([
  ["discourse", "staging"],
  ["discourse", "production"],
  ["rails", "staging"],
  ["rails", "production"],
  ["wordpress", undefined],
])("the %s sample, environment %s", (sample, environment) => {
  it("is the same design after an export to Compose and an import", () => {
    const before = read(sampleText(sample), environment ?? read0(sample));
    const { files } = exportAs("compose", before);
    const texts = Object.fromEntries(
      [...files].sort(([a], [b]) => Number(b === "compose.yaml") - Number(a === "compose.yaml")),
    );
    const after = appOf(manifestOf(texts));
    expect(designOf(after)).toEqual(designOf(before));
  });
});

const read0 = (sample: string): string | undefined =>
  /environments:\n {2}(?:#.*\n {2})*(\w+):/.exec(sampleText(sample))?.[1];

/** What a Compose file can say about an application. It has no clock, no sizes of databases and one container of each. */
function designOf(app: App): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...app.components.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((component) => [component.name, shapeOf(app, component)]),
  );
}

function shapeOf(app: App, component: Component): unknown {
  const { type } = component;
  if (component.type === "load-balancer") return { type, routes: component.routes };
  if (component.type === "redis") return { type, version: component.version, eviction: component.eviction };
  if (!isService(component)) return { type, version: component.version, extensions: [...component.extensions].sort() };
  const variables = [...sourcesOf(app, component)].map(([name, source]) => {
    if (source.kind === "reference") return [name, `${source.reference.component}.${source.reference.attribute}`];
    return [name, source.kind === "secret" ? "a secret" : source.value];
  });
  return {
    type,
    image: component.image,
    command: component.command,
    memory: component.memory,
    peers: peersOf(app, component).map(({ name }) => name),
    variables: Object.fromEntries(variables),
    volumes: component.volumes,
    ...(component.type === "web" ? { port: component.port, healthCheck: component.healthCheck } : {}),
    ...(component.type === "cron" ? {} : { preDeploy: component.preDeploy }),
  };
}
