import type { Service } from "../../manifest/app";
import type { Note } from "../export/exported";
import { wordLine } from "../export/shell";
import { defined } from "../export/yamlText";
import type { RenderContext } from "./context";
import { largestPlan, regionOf, servicePlan } from "./plans";
import type { EnvVars } from "./variables";

/** Gigabytes of a disk; the manifest's volumes have no size, and a disk can only grow. */
const diskSize = 10;

/** A service of a Blueprint. */
export function serviceOf(context: RenderContext, service: Service, envVars: EnvVars): Record<string, unknown> {
  const kind = context.kindOf(service);
  const domains = context.domainsOf(service.name);
  const [volume] = service.type === "cron" ? [] : service.volumes;
  return defined({
    type: kind,
    name: context.nameOf(service.name),
    ...imageOf(service),
    plan: servicePlan(service) ?? largestPlan,
    region: regionOf(context.app.region),
    schedule: service.type === "cron" ? service.schedule : undefined,
    dockerCommand: service.command && wordLine(service.command),
    preDeployCommand: service.type !== "cron" && service.preDeploy ? wordLine(service.preDeploy) : undefined,
    healthCheckPath: service.type === "web" && kind === "web" ? service.healthCheck.path : undefined,
    domains: domains.length > 0 ? domains : undefined,
    ...instancesOf(service),
    disk: volume && { name: volume.name, mountPath: volume.path, sizeGB: diskSize },
    envVars: envVars.list.length > 0 ? envVars.list : undefined,
  });
}

function imageOf({ image }: Service): Record<string, unknown> {
  if (typeof image === "string") return { runtime: "image", image: { url: withRegistry(image) } };
  const folder = image.context.replace(/^\.\//, "").replace(/\/$/, "");
  const context = folder === "." || folder === "" ? "." : `./${folder}`;
  const dockerfilePath = context === "." ? `./${image.dockerfile}` : `${context}/${image.dockerfile}`;
  return { runtime: "docker", dockerContext: context, dockerfilePath };
}

/** As a registry's full address: `nginx` is `docker.io/library/nginx`. */
function withRegistry(image: string): string {
  const [first = "", ...rest] = image.split("/");
  if (rest.length > 0 && (/[.:]/.test(first) || first === "localhost")) return image;
  return rest.length > 0 ? `docker.io/${image}` : `docker.io/library/${image}`;
}

/** A service with a disk is one instance. */
function instancesOf(service: Service): Record<string, unknown> {
  if (service.type === "cron") return {};
  const { min, max, cpu, memory } = service.scale;
  if (service.volumes.length > 0) return { numInstances: 1 };
  if (max === min || (cpu === undefined && memory === undefined)) return { numInstances: min };
  return {
    scaling: defined({
      minInstances: min,
      maxInstances: max,
      targetCPUPercent: cpu,
      targetMemoryPercent: memory,
    }),
  };
}

/** What a service of Render cannot be. */
export function limitsOf({ app }: RenderContext, service: Service): readonly Note[] {
  const notes: Note[] = [];
  const tell = (key: string, text: string) =>
    notes.push({ component: service.name, path: app.source(["components", service.name, key]), text });
  if (servicePlan(service) === undefined)
    tell("memory", `No plan has as much; the largest one, ${largestPlan}, is taken.`);
  if (service.type === "cron") {
    if (service.volumes.length > 0) tell("volumes", "A cron job of Render has no disk.");
    return notes;
  }
  const { scale, volumes, preDeploy } = service;
  if (volumes.length > 1) tell("volumes", `A service has one disk, which is that of ${volumes[0]?.name}.`);
  if (volumes.length > 0 && scale.max > 1) tell("scale", "A service with a disk is one instance.");
  if (volumes.length > 0 && preDeploy)
    tell("preDeploy", "The command runs in an instance of its own, without the disk.");
  if (volumes.length === 0 && scale.max > scale.min && scale.cpu === undefined && scale.memory === undefined) {
    tell("scale", `Render scales by processor or memory. The number of instances stays ${scale.min}.`);
  }
  return notes;
}
