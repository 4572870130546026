import type { App, Component, Service } from "../../manifest/app";
import { cacheClasses, classOf, databaseClasses } from "../../manifest/catalog/sizes";
import { isService, sortedComponents } from "../edges";
import { atRoot } from "../export/atRoot";
import { attachments } from "../export/attachments";
import type { Exported, Note } from "../export/exported";
import { Fronts } from "../export/fronts";
import { leftOut } from "../export/notes";
import { wordLine } from "../export/shell";
import { defined, yamlText } from "../export/yamlText";
import { environmentOf, resourceName } from "./environment";
import { convoxFates } from "./fates";
import { serviceOf } from "./service";

/** `convox.yml`. What is built is taken to lie in the repository whose root has the manifest. */
export function writeConvox(app: App): Exported {
  const fronts = new Fronts(app);
  const words = attachments(app);
  const components = sortedComponents(app);
  const services = components.filter(isService).map((service) => {
    const environment = environmentOf(fronts, service, words);
    return { service, environment, fields: serviceOf(fronts, service, environment, words) };
  });
  const resources = components.flatMap((component) => {
    const resource = resourceOf(component);
    const word = words.get(component.name);
    return resource === undefined || word === undefined ? [] : [[resourceName(word), resource] as const];
  });
  const timers = services.flatMap(({ service }) => timerOf(service));
  const document = defined({
    resources: resources.length > 0 ? Object.fromEntries(resources) : undefined,
    services: Object.fromEntries(services.map(({ service, fields }) => [service.name, fields])),
    timers: timers.length > 0 ? Object.fromEntries(timers) : undefined,
  });
  const variables = new Map(services.flatMap(({ environment }) => environment.asked.map((each) => [each.name, each])));
  const name = `${app.name}-${app.environment}`;
  return {
    files: new Map([
      ["convox.yml", yamlText([`Made by Stackwright for ${app.name}, environment ${app.environment}.`], document)],
    ]),
    notes: [
      ...leftOut(app, convoxFates),
      ...services.flatMap(({ service, environment }) => [...environment.notes, ...limitsOf(app, service)]),
      ...fronts.routesByPath("Convox"),
    ],
    variables: [...variables.values()],
    next: [
      atRoot,
      `convox apps create ${name}`,
      ...[...variables.keys()].map((variable) => `convox env set ${variable}=... --app ${name}`),
      `convox deploy --app ${name}`,
    ],
  };
}

function resourceOf(component: Component): unknown {
  if (component.type === "redis") {
    const options = {
      class: classOf(component.size, cacheClasses),
      version: "7.1",
      durable: component.replicas > 0,
      encrypted: true,
      transitEncryption: true,
    };
    return { type: "elasticache-redis", options };
  }
  if (component.type !== "postgres" && component.type !== "mysql") return undefined;
  const options = defined({
    class: classOf(component.size, databaseClasses),
    version: component.version,
    storage: component.storage,
    durable: component.highAvailability,
    encrypted: true,
    deletionProtection: component.deletionProtection,
    backupRetentionPeriod: component.backup.retentionDays,
    preferredBackupWindow: component.backup.window,
  });
  return { type: `rds-${component.type}`, options };
}

function timerOf(service: Service): readonly (readonly [string, unknown])[] {
  if (service.type !== "cron") return [];
  const command = service.command && wordLine(service.command);
  return [[service.name, defined({ schedule: service.schedule, command, service: service.name })]];
}

/** What a service of Convox cannot be. */
function limitsOf(app: App, service: Service): readonly Note[] {
  const notes: Note[] = [];
  const tell = (key: string, text: string) =>
    notes.push({ component: service.name, path: app.source(["components", service.name, key]), text });
  if (service.type === "cron") {
    if (service.command === undefined) tell("type", "A timer needs a command; the image's own is not known.");
    if (service.volumes.length > 0) tell("volumes", "A timer has no volumes.");
    return notes;
  }
  const { min, max, cpu, memory } = service.scale;
  if (max > min && cpu === undefined && memory === undefined) {
    tell("scale", `Convox scales by processor or memory. The number of processes stays ${min}.`);
  }
  return notes;
}
