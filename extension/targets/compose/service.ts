import type { Service } from "../../manifest/app";
import { peersOf } from "../edges";
import { written } from "../export/notes";
import { join } from "../export/template";
import { variablesOf } from "../export/variables";
import { defined } from "../export/yamlText";
import { type ComposeContext, literal } from "./context";

type Fields = Record<string, unknown>;

/**
 * A container for a service, and one before it for its `preDeploy`. Both by the names under which they stand in the
 * Compose file. @param published the ports of this machine that lead to it
 */
export function containersOf(
  context: ComposeContext,
  service: Service,
  volumes: readonly string[],
  published: readonly string[],
): ReadonlyMap<string, Fields> {
  const before = service.type === "cron" ? undefined : service.preDeploy;
  const common = commonFields(context, service, volumes);
  const stores = storesOf(context, service);
  const made = new Map<string, Fields>();
  if (before === undefined) made.set(service.name, { ...common, ...ownFields(service, published), ...after(stores) });
  else {
    const first = context.services.take(`${service.name}-pre-deploy`, "-");
    made.set(first, { ...common, command: escaped(before), restart: "no", ...after(stores) });
    const ready = { ...stores, [first]: { condition: "service_completed_successfully" } };
    made.set(service.name, { ...common, ...ownFields(service, published), ...after(ready) });
  }
  return made;
}

function commonFields(context: ComposeContext, service: Service, volumes: readonly string[]): Fields {
  const variables = variablesOf(context.app, service, {
    attributesOf: context.attributesOf,
    secretOf: (owner, secret) => [{ raw: context.secret(owner, secret) }],
  });
  const architecture = written(context.app, ["components", service.name, "architecture"]);
  return defined({
    ...imageOf(context, service),
    platform: architecture && (service.architecture === "arm64" ? "linux/arm64" : "linux/amd64"),
    mem_limit: `${service.memory}m`,
    environment:
      variables.size > 0
        ? Object.fromEntries([...variables].map(([name, pieces]) => [name, join(pieces, literal)]))
        : undefined,
    volumes: volumes.length > 0 ? volumes : undefined,
  });
}

function imageOf({ options }: ComposeContext, { image }: Service): Fields {
  if (typeof image === "string") return { image: literal(image) };
  const args = Object.fromEntries(image.args.map(({ name, value }) => [name, literal(value)]));
  return {
    build: defined({
      context: literal(buildFolder(options.manifestFolder, image.context)),
      dockerfile: literal(image.dockerfile),
      target: image.target,
      args: image.args.length > 0 ? args : undefined,
    }),
  };
}

/** As Compose takes a folder: one that could be the address of a repository begins with a dot. */
function buildFolder(manifestFolder: string, context: string): string {
  const folder = [manifestFolder, context.replace(/^\.\//, "")].filter((part) => part !== "" && part !== ".").join("/");
  return folder === "" ? "." : folder.startsWith(".") ? folder : `./${folder}`;
}

function ownFields(service: Service, published: readonly string[]): Fields {
  const command = service.command && escaped(service.command);
  if (service.type === "cron") return defined({ command, restart: "no", profiles: ["cron"] });
  if (service.type === "worker") return defined({ command, restart: "unless-stopped" });
  return defined({
    command,
    restart: "unless-stopped",
    expose: [String(service.port)],
    ports: published.length > 0 ? published : undefined,
    healthcheck: {
      test: ["CMD-SHELL", askFor(`http://127.0.0.1:${service.port}${service.healthCheck.path}`)],
      interval: `${service.healthCheck.interval}s`,
      timeout: `${service.healthCheck.timeout}s`,
      start_period: `${service.healthCheck.gracePeriod}s`,
    },
  });
}

/** Whatever the image has to ask with; one that has neither counts as healthy, since nothing is known of it. */
function askFor(url: string): string {
  const quoted = literal(`'${url.replaceAll("'", "%27")}'`);
  return `if command -v curl >/dev/null; then curl -fsS -o /dev/null ${quoted}; elif command -v wget >/dev/null; then wget -q -O /dev/null ${quoted}; fi`;
}

/** The databases and caches that have to be healthy first. */
function storesOf({ app }: ComposeContext, service: Service): Record<string, { condition: string }> {
  const stores = peersOf(app, service).filter(
    ({ type }) => type === "postgres" || type === "mysql" || type === "redis",
  );
  return Object.fromEntries(stores.map(({ name }) => [name, { condition: "service_healthy" }]));
}

const after = (services: Readonly<Record<string, unknown>>): Fields =>
  Object.keys(services).length > 0 ? { depends_on: services } : {};

const escaped = (command: readonly string[]): readonly string[] => command.map(literal);
