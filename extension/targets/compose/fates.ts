import { carried, each, editor, type Fates, left } from "../export/fates";

const services = ["web", "worker", "cron"];
const databases = ["postgres", "mysql"];
const account = left("Everything runs on this machine: there is no account, no region and no termination protection.");
const one = left("One container runs, however many tasks the manifest asks for.");
const disk = left("A volume of Docker takes what it needs of this machine's disk; it has no size of its own.");
const data = left("The data is in a volume that stays until `docker compose down --volumes`, which asks nobody first.");
const size = left("The container may use what this machine has; it is no managed instance with a size.");

/** What becomes of each field on this machine, with Docker Compose. */
export const composeFates: Fates = {
  name: carried("The project's name, with the environment's."),
  region: account,
  "environments.*.account": account,
  "environments.*.region": account,
  "environments.*.protected": account,
  components: carried("A service for each, under its name."),
  "environments.*.components": carried("The files are those of one environment."),
  network: left("The containers share a network of Docker; zones, address ranges and egress belong to a cloud."),
  tags: left("Tags mark what a cloud bills, and nothing is billed here."),
  "aws.overrides": left("The patch is for the CloudFormation template alone."),
  "aws.resources": left("The resources are CloudFormation's, and are not made here."),
  "aws.templateBucket": left("There is no template to put into a bucket."),
  canvas: editor,
  ...each([...services, ...databases, "redis", "load-balancer"], { type: carried("The kind of service.") }),
  ...each(services, {
    image: carried("`image`."),
    build: carried("`build`, with the folder relative to the file."),
    command: carried("`command`."),
    cpu: left("A container may use all processors of this machine."),
    memory: carried("`mem_limit`."),
    architecture: carried("`platform`, where it is written."),
    spot: left("There is no spare capacity on one machine."),
    env: carried("`environment`, with references resolved."),
    secrets: carried("A variable from `.env`, without which nothing starts."),
    connections: carried("The injected variables; databases and caches must be healthy before the service starts."),
    volumes: carried("A named volume for each."),
    "logs.retentionDays": left(
      "Docker keeps logs as it is configured to, usually for as long as the container is there.",
    ),
    exec: carried("`docker compose exec` opens a shell in any container."),
  }),
  ...each(["web", "worker"], {
    scale: one,
    preDeploy: carried("A service that runs once, and has to end well before the component starts."),
  }),
  "web.port": carried("The port that others reach it at; it is published through a load balancer's route."),
  "web.healthCheck": carried("`healthcheck`, with curl or wget where the image has one of them."),
  "web.sticky": left("There is one container, so every visitor gets the same one."),
  "cron.schedule": left(
    "Docker Compose has no clock. The job runs when it is asked for: `docker compose run --rm NAME`, with the component's name.",
  ),
  "cron.timezone": left("Docker Compose has no clock, so no time zone."),
  "cron.retries": left("The job runs once each time it is asked for, and is not tried again."),
  "load-balancer.domain": left("The application answers at localhost, by plain HTTP."),
  "load-balancer.certificate": left("There is no HTTPS on this machine, so no certificate."),
  "load-balancer.hostedZone": left("No DNS record is made."),
  "load-balancer.idleTimeout": left("Connections are not closed for being silent."),
  "load-balancer.routes": carried("A published port where one service takes all; else a Caddy server with the routes."),
  ...each(databases, {
    version: carried("The tag of the image."),
    size,
    storage: disk,
    maxStorage: disk,
    highAvailability: left("There is one container, and no second one to take over."),
    backup: left("No backups are made."),
    deletionProtection: data,
    onDelete: data,
  }),
  "postgres.extensions": carried("Created when the database starts for the first time."),
  "redis.version": carried("The tag of the image."),
  "redis.size": size,
  "redis.replicas": left("There is one container, without copies."),
  "redis.eviction": carried("`--maxmemory-policy`."),
};
