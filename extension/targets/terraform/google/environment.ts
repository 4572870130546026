import type { Service } from "../../../manifest/app";
import { type Attributes, fill } from "../../export/template";
import { plainText, referencesIn, type Source, sourcesOf } from "../../export/variables";
import { type Block, block, blocks, code, type Expression, type Nested, object, text } from "../hcl";
import { nameOf } from "../names";
import { attributesOf, isSecret } from "./attributes";
import type { GoogleContext } from "./context";
import { secretSource, versionOf } from "./secrets";

export interface Environment {
  /** The locals that it is written in. */
  readonly blocks: readonly Block[];
  /** What a container takes of them. */
  readonly env: Nested;
  /** The secrets that it is taken from, by the names of their blocks. */
  readonly secrets: readonly string[];
}

/** The variables of a service. What has a secret in it is a secret as a whole. */
export function environmentOf(context: GoogleContext, service: Service): Environment {
  const open: Record<string, Expression> = {};
  const secret: Record<string, string> = {};
  for (const [name, source] of sourcesOf(context.app, service)) {
    const tell = (words: string) => context.notes.push({ component: service.name, path: source.path, text: words });
    if (name === "PORT" && service.type === "web") {
      // Cloud Run sets it, to the port that it calls, and refuses it from others.
      if (plainText(source) !== String(service.port)) tell(`Cloud Run sets PORT itself, to ${service.port}.`);
      continue;
    }
    const value = found(context, service, name, source);
    if (value === undefined) {
      const words = referencesIn(source).map(({ component, attribute }) => `${component}.${attribute}`);
      tell(`Nothing here is ${words.join(" and ")}, so ${name} is not set.`);
    } else if ("secret" in value) secret[name] = value.secret;
    else open[name] = value.open;
  }
  const locals = [
    { name: `${nameOf(service.name)}_env`, fields: open, content: { value: code("env.value") } },
    {
      name: `${nameOf(service.name)}_secrets`,
      fields: Object.fromEntries(Object.entries(secret).map(([name, from]) => [name, versionOf(from)])),
      content: { value_source: secretSource("env.value") },
    },
  ].filter(({ fields }) => Object.keys(fields).length > 0);
  const body = Object.fromEntries(locals.map(({ name, fields }) => [name, object(fields)]));
  return {
    blocks: locals.length > 0 ? [{ type: "locals", labels: [], body }] : [],
    env: blocks(
      locals.map(({ name, content }) => ({
        for_each: code(`local.${name}`),
        content: block({ name: code("env.key"), ...content }),
      })),
    ),
    secrets: [...new Set(Object.values(secret))].sort(),
  };
}

type Found = { readonly secret: string } | { readonly open: Expression };

function found(context: GoogleContext, service: Service, name: string, source: Source): Found | undefined {
  const { app, secrets } = context;
  if (source.kind === "secret") {
    const { secret } = source;
    if ("generate" in secret) {
      const value = context.generated.add([service.name, secret.name], secret.generate.length);
      return { secret: secrets.add([service.name, secret.name], value) };
    }
    const description = `The value of the secret ${secret.from}.`;
    const value = context.inputs.add(nameOf(secret.from), { description, sensitive: true });
    return { secret: secrets.add([secret.from], value) };
  }
  const known = (component: string): Attributes => {
    const peer = app.components.get(component);
    return peer === undefined ? {} : attributesOf(context, peer);
  };
  const references = referencesIn(source);
  if (references.some(({ component, attribute }) => known(component)[attribute] === undefined)) return undefined;
  const pieces = fill(app, source.kind === "text" ? source.value : [source.reference], known);
  const value = text(pieces.map((piece) => (typeof piece === "string" ? piece : code(piece.raw))));
  if (!references.some(({ component, attribute }) => isSecret(app.components.get(component), attribute))) {
    return { open: value };
  }
  const [only] = references;
  const words = source.kind === "reference" && only ? [only.component, only.attribute] : [service.name, name];
  return { secret: secrets.add(words, value) };
}
