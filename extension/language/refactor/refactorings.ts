import type { Json, TextEdit } from "../../manifest/edit/operation";
import { t } from "../../manifest/l10n";
import { type Manifest, toJson } from "../../manifest/manifest";
import type { Path } from "../../manifest/problem";
import { schemaAt } from "../../manifest/schema";
import { frontOf, operate } from "../fix/fixes";
import { componentIn } from "../scope";
import { sharing } from "./share";
import { sortComponent, sortComponents } from "./sort";

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** `form`: the same meaning in another form. */
  readonly kind: "form" | "sort" | "extend" | "share";
}

/** What could be written differently, or added, where the cursor is. The forms mean the same to the deployment. */
export function refactorings(manifest: Manifest, offset: number): readonly Refactoring[] {
  const path = manifest.pathAt(offset);
  const component = componentIn(path);
  const sorted: readonly Refactoring[] = offer("sort", t`Sort the keys of all components`, sortComponents(manifest));
  if (component === undefined) return path[0] === "components" ? sorted : [];
  const field = path[component.depth + 1];
  const at: Path = path.slice(0, component.depth + 2);
  const forms = typeof field === "string" ? otherForms(manifest, field, at) : [];
  if (component.depth !== 1) return forms;
  const { name } = component;
  const type = manifest.components.find((one) => one.name === name)?.type;
  return [
    ...forms,
    ...sharing(manifest, name, typeof field === "string" ? field : undefined).flatMap(({ title, edits }) =>
      offer("share", title, edits),
    ),
    ...offer("sort", t`Sort the keys of “${name}”`, sortComponent(manifest, name)),
    ...sorted,
    ...(type === "web" ? offer("extend", t`Add a load balancer in front of “${name}”`, frontOf(manifest, name)) : []),
  ];
}

function otherForms(manifest: Manifest, field: string, path: Path): readonly Refactoring[] {
  const node = manifest.find(path)?.node;
  // What an alias stands for is written elsewhere, and others share it.
  if (node === undefined || node.kind === "alias") return [];
  const form = formOf(field, toJson(manifest, node));
  const schema = schemaAt(path, (name) => manifest.components.find((one) => one.name === name)?.type);
  if (form === undefined || schema === undefined) return [];
  return offer("form", form.title, operate(manifest, [{ kind: "setValue", path, value: form.value }]));
}

/** The other way to write the same, when there is one. */
export function formOf(
  field: string,
  value: Json | undefined,
): { readonly title: string; readonly value: Json } | undefined {
  if (field === "scale") {
    if (typeof value === "number") return { title: t`Write as limits`, value: { min: value, max: value } };
    if (!isMap(value)) return undefined;
    const { min, max, ...rest } = value;
    const isOne = typeof min === "number" && min === max && Object.keys(rest).length === 0;
    return isOne ? { title: t`Write as a number`, value: min } : undefined;
  }
  if (field === "connections") {
    if (isList(value) && value.length > 0 && value.every((name) => typeof name === "string"))
      return { title: t`Write as a map`, value: Object.fromEntries(value.map((name) => [String(name), {}])) };
    if (!isMap(value) || Object.keys(value).length === 0) return undefined;
    const isPlain = Object.values(value).every((one) => isMap(one) && Object.keys(one).length === 0);
    return isPlain ? { title: t`Write as a list`, value: Object.keys(value) } : undefined;
  }
  if (field === "command" || field === "preDeploy") return commandForm(value);
  if (field !== "domain") return undefined;
  if (typeof value === "string") return { title: t`Write as a list`, value: [value] };
  const [only] = isList(value) && value.length === 1 ? value : [];
  return typeof only === "string" ? { title: t`Write as one name`, value: only } : undefined;
}

/** A word that means itself to a shell. */
const plainWord = /^[\w@%+=:,./-]+$/;

/** Only of words that a shell would leave as they are: then both run the same. */
function commandForm(value: Json | undefined): { readonly title: string; readonly value: Json } | undefined {
  if (typeof value === "string") {
    const words = value.trim().split(/ +/);
    // A word with `=` in front would be a variable to a shell.
    return words.every((word) => plainWord.test(word)) && !words[0]?.includes("=")
      ? { title: t`Write as a list, which needs no shell`, value: words }
      : undefined;
  }
  if (!isList(value) || value.length === 0) return undefined;
  const words = value.filter((word) => typeof word === "string" && plainWord.test(word));
  if (words.length < value.length || String(words[0]).includes("=")) return undefined;
  return { title: t`Write as one line for a shell`, value: words.join(" ") };
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function offer(
  kind: Refactoring["kind"],
  title: string,
  edits: readonly TextEdit[] | undefined,
): readonly Refactoring[] {
  return edits === undefined || edits.length === 0 ? [] : [{ title, edits, kind }];
}
