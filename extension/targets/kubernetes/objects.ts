import type { App, Service } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import type { ExportOptions, Note } from "../export/exported";
import { leftOut } from "../export/notes";
import { referencesIn, sourcesOf } from "../export/variables";
import { KubernetesContext } from "./context";
import { kubernetesFates } from "./fates";
import { ingress } from "./ingress";
import { networkPolicies } from "./networkPolicies";
import { type KubernetesObject, preDeployJob, serviceObjects } from "./services";
import type { Slots } from "./slots";
import { storeObjects } from "./stores";

export interface Objects {
  readonly context: KubernetesContext;
  /** By the name of the file, without its end: one for each component, and one for the policies. */
  readonly files: ReadonlyMap<string, readonly KubernetesObject[]>;
  /** Jobs that have to end well before what is new starts. */
  readonly jobs: readonly KubernetesObject[];
}

/** Everything that an application is made of in a cluster. Plain manifests and the chart are made of the same objects. */
export function objectsOf(app: App, options: ExportOptions, slots: Slots): Objects {
  const context = new KubernetesContext(app, options, slots);
  const files = new Map<string, readonly KubernetesObject[]>();
  const components = sortedComponents(app);
  for (const component of components) {
    if (component.type === "load-balancer") files.set(component.name, [ingress(context, component)]);
    else if (isService(component)) files.set(component.name, serviceObjects(context, component));
    else files.set(component.name, storeObjects(context, component));
  }
  const policies = networkPolicies(context);
  if (policies.length > 0) files.set("network-policies", policies);
  const jobs = components.filter(isService).flatMap((service): readonly KubernetesObject[] => {
    const job = preDeployJob(context, service);
    return job === undefined ? [] : [job];
  });
  return { context, files, jobs };
}

/** What the manifest says and the objects do not, or not in the same way. */
export function kubernetesNotes(app: App): readonly Note[] {
  const components = sortedComponents(app);
  const note = (component: string, path: readonly (string | number)[], text: string): Note => {
    return { component, path: app.source(["components", component, ...path]), text };
  };
  return [
    ...leftOut(app, kubernetesFates),
    ...components.filter(isService).flatMap((service) => unknownAddresses(app, service)),
    ...components.flatMap((component) => {
      if (component.type === "load-balancer" && component.domains.length === 0) {
        const text = "Nobody knows its address beforehand, so what refers to it says localhost. Give it a domain.";
        return [note(component.name, [], text)];
      }
      if (component.type === "redis") {
        return [
          note(
            component.name,
            [],
            "The cache speaks plain Redis here, and TLS on AWS. Its URL begins with redis://; switch off what tells an image to use TLS.",
          ),
        ];
      }
      if (!isService(component) || component.type === "cron") return [];
      return component.volumes.length > 0 && component.scale.max > 1
        ? [
            note(
              component.name,
              ["volumes"],
              "Several pods share the disk, so the cluster needs a storage class that can be written from several nodes.",
            ),
          ]
        : [];
    }),
  ];
}

/** A variable that asks for the address of a load balancer without a domain: the cluster gives it one later. */
function unknownAddresses(app: App, service: Service): readonly Note[] {
  return [...sourcesOf(app, service).values()].flatMap((source) =>
    referencesIn(source).flatMap(({ component, attribute }): readonly Note[] => {
      const peer = app.components.get(component);
      if (peer?.type !== "load-balancer" || peer.domains.some((domain) => !domain.startsWith("*."))) return [];
      const text = `The address of ${component} is not known before the cluster gives it one. Until somebody writes it here, localhost stands for ${component}.${attribute}.`;
      return [{ component: service.name, path: source.path, text }];
    }),
  );
}
