import { carried, each, editor, type Fates, left } from "../export/fates";

const services = ["web", "worker", "cron"];
const databases = ["postgres", "mysql"];
const cluster = left("The files go to the cluster and the namespace that kubectl or helm speaks to.");
const inCluster = left(
  "The database runs in the cluster, in one pod, and is not managed: nobody backs it up, and its disk stays when it is deleted. The chart takes one outside of the cluster in its place, with `enabled: false`.",
);
const node = left("The pod asks for a quarter of a processor and 512 MiB, and may use what its node has.");

/** What becomes of each field on Kubernetes, as manifests or as a chart. */
export const kubernetesFates: Fates = {
  name: carried("The label `app.kubernetes.io/part-of`, and the name of the chart."),
  region: cluster,
  "environments.*.account": cluster,
  "environments.*.region": cluster,
  "environments.*.protected": left("A namespace has no such protection; who may delete in it is for its roles to say."),
  "environments.*.components": carried("The files are those of one environment."),
  components: carried("Objects under the component's name, in a namespace of the application's own."),
  network: left("The network is the cluster's; policies allow what the manifest connects."),
  tags: left("Tags mark what a cloud bills; nodes are the cluster's."),
  "aws.overrides": left("The patch is for the CloudFormation template alone."),
  "aws.resources": left("The resources are CloudFormation's, and are not made here."),
  "aws.templateBucket": left("There is no template to put into a bucket."),
  canvas: editor,
  ...each([...services, ...databases, "redis", "load-balancer"], { type: carried("The kind of objects.") }),
  ...each(services, {
    image: carried("`image`."),
    build: left(
      "Build the image, send it to a registry that the cluster reads, and write its name in the place of this one.",
    ),
    command: carried("`args`, which leaves the image's entry point as it is."),
    cpu: carried("A request for processors, without a limit."),
    memory: carried("A request and a limit."),
    architecture: carried("`nodeSelector`, where it is written."),
    spot: left("Which nodes are spare capacity, only the cluster knows."),
    env: carried("`env`, with references resolved."),
    secrets: carried("A key of the application's Secret, without which no pod starts."),
    connections: carried("The injected variables, and a network policy."),
    volumes: carried("A PersistentVolumeClaim for each."),
    "logs.retentionDays": left("How long logs are kept is for the cluster to say."),
    exec: carried("`kubectl exec` opens a shell in any pod."),
  }),
  ...each(["web", "worker"], {
    scale: carried(
      "`replicas`, or an autoscaler for processor and memory; and a budget for disruptions from two pods on.",
    ),
    preDeploy: carried("A Job, which a chart runs by itself, and which is created by hand before plain manifests."),
  }),
  "web.scale.requests": left(
    "An autoscaler counts no requests without further parts. It goes by the processor instead.",
  ),
  "web.port": carried("A Service, and the port of the probes."),
  "web.healthCheck": carried("Probes for the start, for traffic, and for starting anew."),
  "web.sticky": left("Each ingress controller has an annotation of its own for that."),
  "cron.schedule": carried("`schedule`."),
  "cron.timezone": carried("`timeZone`."),
  "cron.retries": carried("`backoffLimit`."),
  "load-balancer.domain": carried("The hosts of the Ingress; lead their DNS records to the controller."),
  "load-balancer.certificate": left(
    "The certificate is taken from a Secret of the kind kubernetes.io/tls, such as cert-manager makes.",
  ),
  "load-balancer.hostedZone": left("No DNS record is made."),
  "load-balancer.idleTimeout": left("Each ingress controller has an annotation of its own for that."),
  "load-balancer.routes": carried("The paths of the Ingress."),
  ...each(databases, {
    version: carried("The tag of the image."),
    size: node,
    storage: carried("The size of the disk."),
    maxStorage: left("The disk does not grow by itself."),
    highAvailability: inCluster,
    backup: inCluster,
    deletionProtection: inCluster,
    onDelete: inCluster,
  }),
  "postgres.extensions": carried("Created when the database starts for the first time."),
  "redis.version": carried("The tag of the image."),
  "redis.size": node,
  "redis.replicas": left("There is one pod, without copies."),
  "redis.eviction": carried("`--maxmemory-policy`."),
};
