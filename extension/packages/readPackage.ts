import schema from "../../schemas/package.schema.json";
import type { ComponentType } from "../manifest/app";
import { schemaFrom } from "../manifest/schema";
import { type Answer, given, refused } from "./answer";
import { checkParameters } from "./parameters";
import { readData } from "./readData";

export type Value = string | number | boolean;

/** A parameter's JSON Schema. There is always a default, so that a package can be installed without a question. */
export interface Parameter {
  readonly type: "string" | "integer" | "boolean";
  readonly title: string;
  /** What there is to know beyond the title. */
  readonly description?: string;
  /** The heading that forms show it under. */
  readonly group?: string;
  readonly default: Value;
  readonly enum?: readonly (string | number)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a package becomes with some values: its author's word, which packing and publishing hold it to. */
export interface PackageTest {
  /** The others are the defaults. */
  readonly parameters?: { readonly [name: string]: Value };
  /** The names of all components. */
  readonly components?: readonly string[];
  /** US dollars on AWS with nothing to do. What has no known price is not in it. */
  readonly monthlyAtMost?: number;
}

/** A component of another package, which this one's components name as if it was one of theirs. */
export interface Need {
  readonly type: ComponentType;
  readonly package: string;
  /** The least; a newer one that is compatible does as well. */
  readonly version: string;
  /** What the other package calls it. */
  readonly component: string;
  /** For the other package, where it is not installed yet. */
  readonly parameters?: { readonly [name: string]: Value };
}

/** A `stackwright.package.yaml` that has been read. Its components may still be wrong: expanding them tells. */
export interface Package {
  readonly name: string;
  /** Of the package, as semver; `appVersion` is the application's own. */
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly appVersion: string;
  readonly licence: string;
  readonly homepage: string;
  /** A drawing as SVG. It may only be shown as a picture, which runs nothing. */
  readonly icon?: string;
  /** What to do after the first deployment. */
  readonly next?: string;
  /** What is other than in the version before, for whoever updates. */
  readonly releaseNotes?: string;
  /** Nobody should begin with it any more: why, and the package to take instead. */
  readonly deprecated?: { readonly reason: string; readonly use?: string };
  readonly parameters?: { readonly [name: string]: Parameter };
  readonly components: { readonly [name: string]: unknown };
  /** By the names that the components have for them. */
  readonly needs?: { readonly [name: string]: Need };
  readonly tests?: { readonly [name: string]: PackageTest };
  /** The whole file, from which the components are taken with their comments. */
  readonly text: string;
}

/** Characters. A package is written by a person; more is a mistake, or meant to keep us busy. */
const largest = 256 * 1024;

const form = schemaFrom(schema);

/** Reads a package file, which anybody may have written. Errors: not YAML, too large, or not the schema's form. */
export function readPackage(text: string): Answer<Package> {
  if (text.length > largest) return refused(`stackwright.package.yaml is larger than ${largest} characters.`);
  const read = readData(text, { schema: form, name: "stackwright.package.yaml", noun: "a package" });
  if (!read.ok) return read;
  // What it is, its schema has just said.
  const data = read.value as unknown as Omit<Package, "text">;
  const needs = Object.keys(data.needs ?? {});
  if (Object.hasOwn(data.components, "parameters") || needs.includes("parameters")) {
    return refused("A package's component cannot be called parameters: that name stands for the package's parameters.");
  }
  const twice = needs.find((name) => Object.hasOwn(data.components, name));
  if (twice !== undefined) return refused(`${twice} is a component of the package and one that it needs: rename one.`);
  const builds = Object.entries(data.components).find(([, fields]) => isBuilt(fields));
  if (builds !== undefined) {
    return refused(
      `The component ${builds[0]} is built from a folder, which no one who installs it has: give an image.`,
    );
  }
  const unfit = checkParameters(data.parameters ?? {});
  return unfit === undefined ? given({ ...data, text }) : refused(unfit);
}

const isBuilt = (fields: unknown): boolean => typeof fields === "object" && fields !== null && "build" in fields;
