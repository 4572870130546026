import type { App } from "../../manifest/app";
import type { Path } from "../../manifest/problem";
import type { Origin } from "../target";
import type { SynthesisOutput } from "./synthesis";
import { tagProperty } from "./tags";
import type { DeletionPolicy, Parameter, Properties, Resource, UpdateReplacePolicy, Value } from "./template";

/** Where in the manifest's terms a resource comes from: `["components", "db", "size"]`. */
export interface Place {
  readonly component?: string;
  readonly path: Path;
}

export interface Options {
  /** Ids in any order, more than once if need be. */
  readonly dependsOn?: readonly string[];
  readonly keep?: { readonly onDelete: DeletionPolicy; readonly onReplace: UpdateReplacePolicy };
  /** The `Name` tag, for the resources that the console lists by it. */
  readonly name?: string;
}

/** A template in the making. Resources stand in the order in which they are added. */
export class Draft {
  readonly parameters: Record<string, Parameter> = {};
  readonly resources: Record<string, Resource> = {};
  readonly origins = new Map<string, Origin>();
  readonly outputs: (SynthesisOutput & { readonly value: Value })[] = [];

  constructor(readonly app: App) {}

  /** @returns the logical id */
  add(place: Place, id: string, type: string, properties: Properties, options: Options = {}): string {
    if (Object.hasOwn(this.resources, id)) throw new Error(`Two resources are called ${id}.`);
    const path = this.app.source(place.path);
    const origin = { ...(place.component !== undefined && { component: place.component }), path };
    const dependsOn = [...new Set(options.dependsOn)].filter((other) => other !== id).sort();
    this.origins.set(id, origin);
    this.resources[id] = {
      Type: type,
      ...(dependsOn.length > 0 && { DependsOn: dependsOn }),
      ...(options.keep && { DeletionPolicy: options.keep.onDelete, UpdateReplacePolicy: options.keep.onReplace }),
      Metadata: {
        Stackwright: { ...(place.component !== undefined && { component: place.component }), path: path.join(".") },
      },
      ...withTags(type, properties, this.#tags(place, options)),
    };
    return id;
  }

  #tags(place: Place, options: Options): Value[] {
    const tags = place.component === undefined ? [] : [{ Key: "stackwright:component", Value: place.component }];
    return options.name === undefined ? tags : [{ Key: "Name", Value: options.name }, ...tags];
  }
}

function withTags(type: string, properties: Properties, tags: Value[]): { Properties?: Properties } {
  const property = tagProperty(type);
  const all = property && tags.length > 0 ? { ...properties, [property]: tags } : properties;
  return Object.keys(all).length > 0 ? { Properties: all } : {};
}
