import type { Service } from "../../manifest/app";
import type { Note, SecretVariable } from "../export/exported";
import type { Fronts } from "../export/fronts";
import { referencesIn, type Source, sourcesOf } from "../export/variables";

/** The name of a resource, from which Convox makes the word before its variables. */
export const resourceName = (word: string): string => word.toLowerCase().replaceAll("_", "-");

export interface Environment {
  /** As `environment` takes them: `NAME=value`, or `NAME` for one that has to be set. */
  readonly list: readonly string[];
  /** Variables that a resource fills in under another name than its own, as `resources` takes them: `db:MY_DB_HOST`. */
  readonly links: readonly string[];
  readonly notes: readonly Note[];
  readonly asked: readonly SecretVariable[];
}

/** What a resource calls its attributes in the variables that it sets. */
const suffixes: Readonly<Record<string, string>> = {
  url: "URL",
  host: "HOST",
  port: "PORT",
  user: "USER",
  password: "PASS",
  name: "NAME",
};

/**
 * The variables of a service, but for those that its resources set.
 * @param words the word before each resource's variables, by the store's name
 */
export function environmentOf(fronts: Fronts, service: Service, words: ReadonlyMap<string, string>): Environment {
  const notes: Note[] = [];
  const asked: SecretVariable[] = [];
  const links: string[] = [];
  const list = [...sourcesOf(fronts.app, service)].flatMap(([name, source]): readonly string[] => {
    if (setByResource(source, words) === name) return [];
    const link = linkOf(name, source, words);
    if (link !== undefined) {
      links.push(link);
      return [];
    }
    const tell = (text: string) => notes.push({ component: service.name, path: source.path, text });
    const value = textOf(fronts, source);
    if (value !== undefined) {
      if (value.includes("${")) tell(`Convox puts variables of the app in the place of \${...} in ${name}.`);
      return [`${name}=${value}`];
    }
    if (source.kind === "secret") {
      asked.push(secretOf(service, name, source));
      return [name];
    }
    const wanted = referencesIn(source).map(({ component, attribute }) => `${component}.${attribute}`);
    const near = setByResource(source, words);
    const instead = near === undefined ? "" : ` The resource sets ${near}.`;
    if (source.kind === "reference" && source.injected) {
      tell(`${name} is not set.${instead}`);
      return [];
    }
    tell(`Convox cannot fill ${wanted.join(" and ")} into ${name}. It has to be set.${instead}`);
    asked.push({ name, about: `Made from ${wanted.join(" and ")}, for ${service.name}.` });
    return [name];
  });
  return { list, links, notes, asked };
}

/** `DB_PASS` for the password of a database whose word is `DB`. */
function setByResource(source: Source, words: ReadonlyMap<string, string>): string | undefined {
  if (source.kind !== "reference") return undefined;
  const word = words.get(source.reference.component);
  const suffix = suffixes[source.reference.attribute];
  return word === undefined || suffix === undefined ? undefined : `${word}_${suffix}`;
}

/** Convox chooses the attribute by the variable's last word: `..._HOST` is the host, and what it does not know the URL. */
function linkOf(name: string, source: Source, words: ReadonlyMap<string, string>): string | undefined {
  if (source.kind !== "reference") return undefined;
  const word = words.get(source.reference.component);
  if (word === undefined) return undefined;
  const last = name.split("_").at(-1) ?? name;
  const chosen = Object.values(suffixes).includes(last) ? last : "URL";
  return suffixes[source.reference.attribute] === chosen ? `${resourceName(word)}:${name}` : undefined;
}

function textOf(fronts: Fronts, source: Source): string | undefined {
  if (source.kind === "secret") return undefined;
  const parts = source.kind === "reference" ? [source.reference] : source.value;
  const texts = parts.map((part) => (typeof part === "string" ? part : fronts.literalOf(part)));
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}

function secretOf(service: Service, name: string, { secret }: Source & { kind: "secret" }): SecretVariable {
  return "from" in secret
    ? { name, about: `The value of the secret ${secret.from}.` }
    : { name, about: `${name} of ${service.name}.`, length: secret.generate.length };
}
