import type { Cron, Service, Web, Worker } from "../../manifest/app";
import { Names } from "../export/names";
import { written } from "../export/notes";
import { defined } from "../export/yamlText";
import { containerOf, podFields, probesOf } from "./container";
import { dnsName, type KubernetesContext } from "./context";
import { routesTo } from "./routes";

export type KubernetesObject = Readonly<Record<string, unknown>>;

/** The objects of a service, in the order in which they are read. */
export function serviceObjects(context: KubernetesContext, service: Service): readonly KubernetesObject[] {
  return service.type === "cron" ? cronObjects(context, service) : runningObjects(context, service);
}

/** A Job that has to end well before a service's new containers start. Undefined: it has nothing to do before. */
export function preDeployJob(context: KubernetesContext, service: Service): KubernetesObject | undefined {
  if (service.type === "cron" || service.preDeploy === undefined) return undefined;
  const { volumes, mounts } = disksOf(context, service);
  const container = containerOf(context, service, mounts, service.preDeploy);
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: `${context.nameOf(service.name)}-pre-deploy`, labels: context.labels(service.name) },
    spec: {
      backoffLimit: 6,
      template: {
        metadata: { labels: { ...context.labels(service.name), "app.kubernetes.io/component": "pre-deploy" } },
        spec: { ...podOf(context, service, container), ...volumes, restartPolicy: "Never" },
      },
    },
  };
}

function runningObjects(context: KubernetesContext, service: Web | Worker): readonly KubernetesObject[] {
  const { scale } = service;
  const name = context.nameOf(service.name);
  const { slots } = context;
  const { claims, volumes, mounts } = disksOf(context, service);
  const isScaled = scale.max > scale.min;
  const own =
    service.type === "web"
      ? {
          ports: portsOf(context, service).map((containerPort) => ({ containerPort })),
          ...probesOf(service.port, service.healthCheck),
        }
      : {};
  const metadata = { name, labels: context.labels(service.name) };
  const selector = { matchLabels: context.running(service.name) };
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec: defined({
      // The autoscaler decides it where there is one; writing it as well would undo that with each release.
      replicas: isScaled ? undefined : slots.value([name, "replicas"], scale.min),
      // A disk that one node has cannot be with the old and the new at once.
      strategy: claims.length > 0 && scale.max === 1 ? { type: "Recreate" } : undefined,
      selector,
      template: {
        metadata: { labels: { ...context.labels(service.name), ...context.running(service.name) } },
        spec: { ...podOf(context, service, containerOf(context, service, { ...own, ...mounts })), ...volumes },
      },
    }),
  };
  return [
    ...claims,
    deployment,
    ...(service.type === "web" ? [clusterService(context, service.name, portsOf(context, service))] : []),
    ...(isScaled ? [autoscaler(context, service)] : []),
    ...(scale.min > 1
      ? [
          {
            apiVersion: "policy/v1",
            kind: "PodDisruptionBudget",
            metadata,
            spec: { maxUnavailable: 1, selector },
          },
        ]
      : []),
  ];
}

function cronObjects(context: KubernetesContext, cron: Cron): readonly KubernetesObject[] {
  const { schedule, timezone, retries } = cron;
  const name = context.nameOf(cron.name);
  const { claims, volumes, mounts } = disksOf(context, cron);
  const pod = podOf(context, cron, containerOf(context, cron, mounts));
  return [
    ...claims,
    {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: { name, labels: context.labels(cron.name) },
      spec: {
        schedule: context.slots.value([name, "schedule"], schedule),
        timeZone: timezone,
        concurrencyPolicy: "Forbid",
        jobTemplate: {
          spec: {
            backoffLimit: retries,
            template: {
              metadata: { labels: context.labels(cron.name) },
              spec: { ...pod, ...volumes, restartPolicy: "Never" },
            },
          },
        },
      },
    },
  ];
}

function podOf({ app }: KubernetesContext, { name, architecture, volumes }: Service, container: KubernetesObject) {
  const isWritten = written(app, ["components", name, "architecture"]) !== undefined;
  const machine = architecture === "arm64" ? "arm64" : "amd64";
  return {
    ...podFields,
    // So that images which do not run as root can write to a disk: it is theirs by its group.
    ...(volumes.length > 0 ? { securityContext: { ...podFields.securityContext, ...sharedByGroup } } : {}),
    ...(isWritten ? { nodeSelector: { "kubernetes.io/arch": machine } } : {}),
    containers: [container],
  };
}

const sharedByGroup = { fsGroup: 1000, fsGroupChangePolicy: "OnRootMismatch" } as const;

/** Its own port, and those that routes lead to. */
function portsOf({ app }: KubernetesContext, { name, port }: Web): readonly number[] {
  return [...new Set([port, ...routesTo(app, name).map((route) => route.port)])];
}

/** Under the component's name, other pods find it at these ports. */
export function clusterService(
  context: KubernetesContext,
  component: string,
  ports: readonly number[],
): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: context.nameOf(component), labels: context.labels(component) },
    spec: {
      selector: context.running(component),
      ports: ports.map((port) => ({ name: `tcp-${port}`, port, targetPort: port })),
    },
  };
}

function autoscaler(context: KubernetesContext, { name: component, scale }: Web | Worker): KubernetesObject {
  const { slots } = context;
  const name = context.nameOf(component);
  const target = (resource: string, averageUtilization: number) => {
    return { type: "Resource", resource: { name: resource, target: { type: "Utilization", averageUtilization } } };
  };
  const { min, max, cpu, memory } = scale;
  const metrics = [
    ...(memory === undefined ? [] : [target("memory", slots.value([name, "autoscaling", "memory"], memory))]),
    // By requests alone a cluster cannot scale without further parts, and it has to go by something.
    ...(cpu === undefined && memory !== undefined
      ? []
      : [target("cpu", slots.value([name, "autoscaling", "cpu"], cpu ?? 60))]),
  ];
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name, labels: context.labels(component) },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      // Without a single pod there is no measurement that could bring one back.
      minReplicas: slots.value([name, "autoscaling", "min"], Math.max(min, 1)),
      maxReplicas: slots.value([name, "autoscaling", "max"], max),
      metrics,
    },
  };
}

/** A claim for each volume, and what a pod says to have it. */
function disksOf(context: KubernetesContext, service: Service) {
  const isShared = service.type !== "cron" && service.scale.max > 1;
  const owner = context.nameOf(service.name);
  const names = new Names();
  const disks = service.volumes.map(({ name, path }) => {
    return { name: names.take(dnsName(name), "-"), path, claim: context.claimOf(service, name) };
  });
  const claims = disks.map(({ claim }) => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: claim, labels: context.labels(service.name) },
    spec: defined({
      accessModes: [isShared ? "ReadWriteMany" : "ReadWriteOnce"],
      storageClassName: context.slots.optional([owner, "storageClass"]),
      resources: { requests: { storage: context.slots.value([owner, "storage"], "10Gi") } },
    }),
  }));
  if (disks.length === 0) return { claims, volumes: {}, mounts: {} };
  return {
    claims,
    volumes: { volumes: disks.map(({ name, claim }) => ({ name, persistentVolumeClaim: { claimName: claim } })) },
    mounts: { volumeMounts: disks.map(({ name, path }) => ({ name, mountPath: path })) },
  };
}
