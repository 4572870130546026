import type { HealthCheck, Service } from "../../manifest/app";
import { Names } from "../export/names";
import { join, type Piece } from "../export/template";
import { variablesOf } from "../export/variables";
import { defined } from "../export/yamlText";
import { type KubernetesContext, literal } from "./context";

type Fields = Record<string, unknown>;

/** The container of a service, with what all of its kinds have. */
export function containerOf(
  context: KubernetesContext,
  service: Service,
  own: Fields,
  command = service.command,
): Fields {
  const name = context.nameOf(service.name);
  const env = envOf(context, service);
  return defined({
    name,
    image: context.slots.value([name, "image"], imageOf(context, service)),
    // What a container engine calls the command is the arguments here: the image's entry point stays.
    args: command?.map(literal),
    env: env.length > 0 ? env : undefined,
    ...own,
    resources: context.slots.map([name, "resources"], {
      requests: { cpu: `${Math.round(service.cpu * 1000)}m`, memory: `${service.memory}Mi` },
      limits: { memory: `${service.memory}Mi` },
    }),
    securityContext: context.slots.map([name, "securityContext"], containerRights),
  });
}

/** What is built has a name that its owner gives it a registry for. */
export function imageOf({ app }: KubernetesContext, { name, image }: Service): string {
  return typeof image === "string" ? image : `${app.name}-${name}:latest`;
}

/**
 * What no image can be taken to do without: many begin as root, give folders to a user of their own and become it, and
 * some listen below port 1024. All other rights are taken away.
 */
export const containerRights = {
  allowPrivilegeEscalation: false,
  capabilities: {
    drop: ["ALL"],
    add: ["CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL", "NET_BIND_SERVICE", "SETGID", "SETUID"],
  },
};

/** Fields of a pod that are the same for all. */
export const podFields = {
  automountServiceAccountToken: false,
  securityContext: { seccompProfile: { type: "RuntimeDefault" } },
} as const;

/** First the variables that hold secrets, as a text may name only what stands before it. */
function envOf(context: KubernetesContext, service: Service): readonly Fields[] {
  const { app, secretName } = context;
  const variables = variablesOf(app, service, {
    attributesOf: context.attributesOf,
    secretOf: (owner, secret) => [context.secret(owner, secret)],
  });
  const fromSecret = (name: string, key: string): Fields => {
    return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
  };
  const own = new Map<string, Fields>();
  const helpers = new Map<string, Fields>();
  const taken = new Names(variables.keys());
  for (const [name, pieces] of variables) {
    const alone = onlySecret(pieces);
    if (alone !== undefined) own.set(name, fromSecret(name, alone));
  }
  const asVariable = (key: string): string => {
    if (onlySecret(variables.get(key) ?? []) === key) return key;
    const known = [...helpers].find(([, { valueFrom }]) => keyOf(valueFrom) === key);
    if (known !== undefined) return known[0];
    const name = taken.take(key, "_");
    helpers.set(name, fromSecret(name, key));
    return name;
  };
  for (const [name, pieces] of variables) {
    if (own.has(name)) continue;
    const named = pieces.map((piece) =>
      typeof piece === "string" ? piece : { raw: `$(${asVariable(keyIn(piece))})` },
    );
    own.set(name, { name, value: join(named, literal) });
  }
  const [secret, plain] = [[...own.values()].filter(isSecret), [...own.values()].filter((each) => !isSecret(each))];
  return [...helpers.values(), ...secret, ...plain];
}

const isSecret = ({ valueFrom }: Fields): boolean => valueFrom !== undefined;

const keyOf = (from: unknown): string => (from as { readonly secretKeyRef: { readonly key: string } }).secretKeyRef.key;

const keyIn = ({ raw }: Exclude<Piece, string>): string => raw.slice(2, -1);

/** The key, where a value is one secret and nothing else. */
function onlySecret(pieces: readonly Piece[]): string | undefined {
  const [only, ...others] = pieces.filter((piece) => piece !== "");
  return typeof only === "object" && others.length === 0 ? keyIn(only) : undefined;
}

/** Traffic waits until a web service answers, and one that no longer does is started anew. */
export function probesOf(port: number, { path, interval, timeout, gracePeriod }: HealthCheck): Fields {
  const probe = { httpGet: { path, port }, periodSeconds: interval, timeoutSeconds: timeout };
  return {
    startupProbe: { ...probe, failureThreshold: Math.max(1, Math.ceil(gracePeriod / interval)) },
    readinessProbe: { ...probe, failureThreshold: 2 },
    livenessProbe: { ...probe, failureThreshold: 4 },
  };
}
