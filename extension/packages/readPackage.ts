import Ajv, { type ErrorObject } from "ajv";
import { valid } from "semver";
import schema from "../../schemas/package.schema.json";
import { openManifest, toJson } from "../manifest/manifest";
import { unreadable } from "../manifest/problem";
import { type Answer, given, refused } from "./answer";
import { checkParameters } from "./parameters";

export type Value = string | number | boolean;

/** A parameter's JSON Schema. There is always a default, so that a package can be installed without a question. */
export interface Parameter {
  readonly type: "string" | "integer" | "boolean";
  readonly title: string;
  readonly default: Value;
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
  /** What to do after the first deployment. */
  readonly next?: string;
  /** What is other than in the version before, for whoever updates. */
  readonly releaseNotes?: string;
  /** Nobody should begin with it any more: why, and the package to take instead. */
  readonly deprecated?: { readonly reason: string; readonly use?: string };
  readonly parameters?: { readonly [name: string]: Parameter };
  readonly components: { readonly [name: string]: unknown };
  /** The whole file, from which the components are taken with their comments. */
  readonly text: string;
}

/** Characters. A package is written by a person; more is a mistake, or meant to keep us busy. */
const largest = 256 * 1024;

const ajv = new Ajv({ allowUnionTypes: true });
const fits = ajv.compile<Omit<Package, "text">>(schema);

/** Reads a package file, which anybody may have written. Errors: not YAML, too large, or not the schema's form. */
export function readPackage(text: string): Answer<Package> {
  if (text.length > largest) return refused(`The package file is larger than ${largest} characters.`);
  const file = openManifest(text);
  const syntax = file.problems.find(({ code }) => unreadable.has(code));
  if (syntax !== undefined) return refused(`The package file cannot be read: ${syntax.message}`);
  const data: unknown = toJson(file, file.root);
  if (!fits(data)) return refused(`The package file does not fit: ${wordsFor(fits.errors?.[0])}.`);
  if (valid(data.version) !== data.version) {
    return refused(`The package's version, ${data.version}, is none: write it as in 1.2.3.`);
  }
  if (Object.hasOwn(data.components, "parameters")) {
    return refused("A package's component cannot be called parameters: that name stands for the package's parameters.");
  }
  const builds = Object.entries(data.components).find(([, fields]) => isBuilt(fields));
  if (builds !== undefined) {
    return refused(
      `The component ${builds[0]} is built from a folder, which no one who installs it has: give an image.`,
    );
  }
  const wrong = checkParameters(data.parameters ?? {});
  return wrong === undefined ? given({ ...data, text }) : refused(wrong);
}

const isBuilt = (fields: unknown): boolean => typeof fields === "object" && fields !== null && "build" in fields;

function wordsFor(error: ErrorObject | undefined): string {
  if (error === undefined) return "it has another form";
  const extra: unknown = error.params["additionalProperty"];
  const where = error.instancePath === "" ? "the file" : error.instancePath.slice(1).replaceAll("/", ".");
  return `${where} ${error.message ?? "is wrong"}${typeof extra === "string" ? ` (${extra})` : ""}`;
}
