import type { Reference, Service, Template as TextTemplate } from "../../manifest/app";
import { attributesOf, isSecret } from "./attributes";
import type { Context } from "./context";
import { hash } from "./hash";
import { join, type Part, render, text } from "./intrinsic";
import { keepSecrets } from "./keep";
import { idOf, partId } from "./logicalId";
import { at } from "./place";
import { addComposed, addGenerated } from "./secret";
import { existingSecret, ownSecret, type SecretReference } from "./secretReference";
import type { Properties, Value } from "./template";

/** What a container gets into its environment. */
export interface Variables {
  readonly environment: readonly Properties[];
  readonly secrets: readonly Properties[];
  /** What the execution role must be allowed to read. */
  readonly reads: readonly SecretReference[];
  /** Changes whenever the value of some secret does; a task reads its secrets only when it starts. */
  readonly fingerprint?: Value;
}

/** A variable: in clear, or taken from a secret when the task starts. */
type Variable = { readonly value: Value } | { readonly secret: SecretReference; readonly depends: readonly Part[] };

/**
 * The variables of a service: what connections inject, what `secrets` names, what `env` says. A value with a password
 * in the middle of it becomes a field of a secret of the component's own.
 */
export function variablesOf(context: Context, service: Service): Variables {
  const variables = new Map<string, Variable>();
  const composed: Record<string, readonly Part[]> = {};
  const environmentSecret = idOf(service.name, "Environment");

  for (const { to, prefix } of service.connections) {
    const peer = context.app.components.get(to);
    for (const attribute of peer ? Object.keys(attributesOf(context.app, peer)) : []) {
      variables.set(`${prefix}_${attribute.toUpperCase()}`, direct(context, { component: to, attribute }));
    }
  }
  const secrets = [...service.secrets].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const secret of secrets) variables.set(secret.name, secretVariable(context, service, secret));
  for (const { name, value } of service.env) {
    const [only] = value;
    if (value.length === 1 && typeof only === "object" && !only.urlencode) {
      variables.set(name, direct(context, only));
      continue;
    }
    const parts = resolveText(context, value);
    if (isSecret(parts)) {
      composed[name] = parts;
      variables.set(name, { secret: ownSecret(environmentSecret, name), depends: parts });
    } else variables.set(name, { value: render(parts) });
  }
  if (Object.keys(composed).length > 0) {
    addComposed(
      context,
      at(service.name, "env"),
      environmentSecret,
      `Variables of ${service.name} with passwords in them`,
      composed,
    );
  }
  return collect(variables);
}

function collect(variables: ReadonlyMap<string, Variable>): Variables {
  const sorted = [...variables].sort(([a], [b]) => (a < b ? -1 : 1));
  const secrets = sorted.flatMap(([name, variable]) => ("secret" in variable ? [{ name, ...variable }] : []));
  return {
    environment: sorted.flatMap(([Name, variable]) => ("value" in variable ? [{ Name, Value: variable.value }] : [])),
    secrets: secrets.map(({ name, secret }) => ({ Name: name, ValueFrom: secret.valueFrom })),
    reads: secrets.map(({ secret }) => secret),
    ...(secrets.length > 0 && {
      fingerprint: fingerprint(secrets.map(({ name, depends }) => [`${name}=`, ...depends])),
    }),
  };
}

/** A hash of what is written, and the addresses that it refers to; nothing that is secret. */
function fingerprint(secrets: readonly (readonly Part[])[]): Value {
  const written = secrets.flat().map((part) => (typeof part === "string" ? part : part.token));
  const open = secrets.flat().flatMap((part) => (typeof part !== "string" && !part.secret ? [part.token] : []));
  const tokens = [...new Set(open)].sort().map((token) => ({ token }));
  return render([hash(written.join("\n")), ...tokens.flatMap((token) => [" ", token])]);
}

/** One attribute and nothing else. A secret one is a field of the other component's connection secret. */
function direct({ app }: Context, reference: Pick<Reference, "component" | "attribute">): Variable {
  const peer = app.components.get(reference.component);
  const parts = (peer && attributesOf(app, peer)[reference.attribute]) ?? [];
  if (!isSecret(parts)) return { value: render(parts) };
  return { secret: ownSecret(idOf(reference.component, "Connection"), reference.attribute), depends: parts };
}

function secretVariable(context: Context, service: Service, secret: Service["secrets"][number]): Variable {
  if ("from" in secret) return { secret: existingSecret(secret.from), depends: [secret.from] };
  const { length } = secret.generate;
  const id = addGenerated(
    context,
    at(service.name, "secrets", secret.name),
    partId(service.name, "Secret", secret.name),
    { description: `${secret.name} of ${service.name}`, length },
    keepSecrets(context.app),
  );
  return { secret: ownSecret(id), depends: [String(length)] };
}

function resolveText({ app }: Context, template: TextTemplate): Part[] {
  return join(
    template.flatMap((part): readonly Part[] => {
      if (typeof part === "string") return [part];
      const component = app.components.get(part.component);
      const parts = (component && attributesOf(app, component)[part.attribute]) ?? [];
      return part.urlencode
        ? parts.map((piece) => (typeof piece === "string" ? encodeURIComponent(piece) : piece))
        : parts;
    }),
  );
}

/** A command of the manifest as CloudFormation takes it. */
export const commandValue = (command: readonly string[]): Value => command.map(text);
