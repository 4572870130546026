import type { Service } from "../../../manifest/app";
import { isService, peersOf, sortedComponents } from "../../edges";
import { type Block, type Body, block, blocks, type Code, code, object, resource, text } from "../hcl";
import { nameOf } from "../names";
import { type GoogleContext, network } from "./context";
import { environmentOf } from "./environment";
import { readers, readersOf } from "./secrets";
import { volumesOf } from "./volumes";

/** What a service, a worker pool and a job have in common. */
export interface Container {
  readonly account: Code;
  readonly container: Body;
  readonly volumes: readonly Body[];
  readonly vpcAccess: Body;
  /** What has to be there before it can start. */
  readonly ready: readonly Code[];
  /** The service account with what it may do, and the buckets of its volumes. */
  readonly blocks: readonly Block[];
}

const largest = { cpu: 8, memory: 32_768, least: 4096 };

/** Processors that Cloud Run has, with the most and the least memory for each, in MiB. */
const sizes = [
  { cpu: 1, memory: 4096, least: 512 },
  { cpu: 2, memory: 8192, least: 512 },
  { cpu: 4, memory: 16_384, least: 2048 },
  largest,
];

export function containerOf(context: GoogleContext, service: Service): Container {
  const { name } = service;
  const own = nameOf(name);
  const account = context.serviceAccount(name);
  const environment = environmentOf(context, service);
  const { volumes, mounts, blocks: buckets, ready } = volumesOf(context, service);
  return {
    account: code(`${account}.email`),
    container: {
      image: context.images.of(service),
      args: service.command && [...service.command],
      resources: block({ limits: object(limitsOf(context, service)) }),
      'dynamic "env"': environment.env,
      volume_mounts: blocks(mounts),
    },
    volumes,
    vpcAccess: vpcAccessOf(allTraffic(context, service)),
    ready: [...readersOf(own, environment.secrets), ...ready, ...databasesReady(context, service)],
    blocks: [
      resource("google_service_account", own, {
        account_id: context.named(30, name),
        display_name: `${name} of ${context.app.name} in ${context.app.environment}`,
      }),
      ...readers(own, account, environment.secrets),
      ...buckets,
      ...environment.blocks,
    ],
  };
}

/** The databases that it speaks to, with all that they are to have. */
function databasesReady(context: GoogleContext, service: Service): readonly Code[] {
  return peersOf(context.app, service).flatMap((peer): readonly Code[] => {
    if (peer.type !== "postgres" && peer.type !== "mysql") return [];
    const extensions =
      peer.extensions.length > 0 ? [code(`terraform_data.${context.block(peer.name, "extensions")}`)] : [];
    return [code(`google_sql_database.${nameOf(peer.name)}`), ...extensions];
  });
}

interface Size {
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

/** What Cloud Run has of it: whole processors, since with a part of one an instance takes one request at a time. */
export function sizeOf({ cpu, memory }: Pick<Service, "cpu" | "memory">): Size {
  const found = sizes.find((each) => each.cpu >= cpu && each.memory >= memory) ?? largest;
  return { cpu: found.cpu, memory: Math.min(Math.max(memory, found.least), found.memory) };
}

function limitsOf(context: GoogleContext, service: Service): Record<string, string> {
  const size = sizeOf(service);
  if (size.cpu < service.cpu || size.memory < service.memory) {
    const text_ = "Cloud Run has at most 8 processors and 32 GiB; that is what is taken.";
    context.tell(service.name, "memory", text_);
  }
  return { cpu: String(size.cpu), memory: `${size.memory}Mi` };
}

/** Whether all that it sends goes through the network; else only what is for private addresses. */
function allTraffic({ app }: GoogleContext, service: Service): boolean {
  // A service that only the network reaches answers only to what comes through the network.
  return app.network.egress !== "public" || peersOf(app, service).some(({ type }) => type === "web");
}

/** Some component sends everything through the network, so there has to be a way out of it. */
export function needsNat(context: GoogleContext): boolean {
  const { app } = context;
  const services = sortedComponents(app).filter(isService);
  return app.network.egress !== "endpoints" && services.some((service) => allTraffic(context, service));
}

export const vpcAccessOf = (all: boolean): Body => ({
  egress: all ? "ALL_TRAFFIC" : "PRIVATE_RANGES_ONLY",
  network_interfaces: block({ network, subnetwork: code("google_compute_subnetwork.main.id") }),
});

/** The hosts of the services, which Cloud Run makes of their names. */
export function hostsOf(context: GoogleContext, names: ReadonlyMap<string, string>): readonly Block[] {
  if (names.size === 0) return [];
  const hosts = [...names].map(([component, name]) => {
    const host = text([`${name}-`, code("data.google_project.this.number"), ".", context.region, ".run.app"]);
    return [nameOf(component), host] as const;
  });
  const data: Block = { type: "data", labels: ["google_project", "this"], body: {} };
  const comment = "Cloud Run makes these of a service's name, so they are known before the service is there.";
  return [data, { comment, type: "locals", labels: [], body: { hosts: object(Object.fromEntries(hosts)) } }];
}
