import type { Service } from "../../manifest/app";
import { peersOf } from "../edges";
import type { Fronts } from "../export/fronts";
import { wordLine } from "../export/shell";
import { defined } from "../export/yamlText";
import { type Environment, resourceName } from "./environment";

/** A service of the file. @param words the word before each resource's variables, by the store's name */
export function serviceOf(
  fronts: Fronts,
  service: Service,
  environment: Environment,
  words: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const resources = peersOf(fronts.app, service).flatMap(({ name }) => {
    const word = words.get(name);
    return word === undefined ? [] : [resourceName(word)];
  });
  // A job's command stands in its timer: its service only has the image.
  const command = service.type === "cron" ? undefined : service.command;
  return defined({
    ...imageOf(service),
    command: command && wordLine(command),
    ...(service.type === "web" ? visitors(fronts, service) : {}),
    environment: environment.list.length > 0 ? environment.list : undefined,
    resources: resources.length > 0 ? [...resources.sort(), ...environment.links] : undefined,
    scale: scaleOf(service),
    volumeOptions:
      service.volumes.length > 0 && service.type !== "cron"
        ? service.volumes.map(({ name, path }) => ({
            awsEfs: { id: `${service.name}-${name}`, accessMode: "ReadWriteMany", mountPath: path },
          }))
        : undefined,
  });
}

function imageOf({ image }: Service): Record<string, unknown> {
  if (typeof image === "string") return { image };
  return { build: { path: image.context, manifest: image.dockerfile } };
}

function visitors(fronts: Fronts, service: Service & { type: "web" }): Record<string, unknown> {
  const domains = fronts.domainsOf(service.name);
  const { path, interval, timeout, gracePeriod } = service.healthCheck;
  return defined({
    port: service.port,
    internal: fronts.isVisited(service.name) ? undefined : true,
    domain: domains.length > 0 ? domains.join(",") : undefined,
    health: { path, interval, timeout, grace: gracePeriod },
    sticky: service.sticky !== undefined,
  });
}

function scaleOf(service: Service): Record<string, unknown> {
  const size = { cpu: Math.round(service.cpu * 1000), memory: service.memory };
  if (service.type === "cron") return { count: 0, ...size };
  const { min, max, cpu, memory } = service.scale;
  const grows = max > min && (cpu !== undefined || memory !== undefined);
  return defined({
    count: grows ? `${min}-${max}` : min,
    ...size,
    targets: grows ? defined({ cpu, memory }) : undefined,
  });
}
