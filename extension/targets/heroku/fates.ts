import { carried, each, editor, type Fates, left } from "../export/fates";

const services = ["web", "worker", "cron"];
const databases = ["postgres", "mysql"];
const account = left("An app belongs to whoever creates it; Heroku has no such guard.");
const region = left("The region is chosen when the app is created: `heroku create --region`.");
const growth = left("An add-on's plan decides how much it may store.");
const backup = left("Heroku's plans have backups of their own; schedule more with `heroku pg:backups:schedule`.");
const gone = left("Deleting the add-on deletes its data at once. Make a backup first.");

/** What becomes of each field on Heroku. */
export const herokuFates: Fates = {
  name: carried("The app's name, up to 30 characters."),
  region,
  "environments.*.account": account,
  "environments.*.region": region,
  "environments.*.protected": account,
  "environments.*.components": carried("The files are those of one environment."),
  components: carried("A process type or an add-on for each."),
  network: left("Dynos share Heroku's network; nothing of it can be chosen."),
  tags: left("An app has no tags."),
  "aws.overrides": left("The patch is for the CloudFormation template alone."),
  "aws.resources": left("The resources are CloudFormation's, and are not made here."),
  "aws.templateBucket": left("There is no template to put into a bucket."),
  canvas: editor,
  ...each([...services, ...databases, "redis", "load-balancer"], { type: carried("The kind of process or add-on.") }),
  ...each(services, {
    image: carried("A Dockerfile that begins from it."),
    build: carried("`heroku.yml`, with the Dockerfile; Heroku's context is the Dockerfile's own folder."),
    command: carried("`heroku.yml` and `Procfile`."),
    cpu: left("A dyno's size decides its share of a processor."),
    memory: carried("The least dyno that has it."),
    architecture: left("Heroku builds and runs for x86_64."),
    spot: left("There is no spare capacity to be had."),
    env: carried("Config vars, which all processes of the app share."),
    secrets: carried("A config var: generated, or asked for."),
    connections: carried("The add-on is attached under the connection's name, which gives its URL."),
    volumes: left("A dyno's files are gone with it, at least once a day. Keep files in an object store."),
    "logs.retentionDays": left("Heroku keeps the last 1,500 lines; add a log drain for more."),
    exec: carried("`heroku ps:exec` opens a shell in any dyno."),
  }),
  ...each(["web", "worker"], {
    "scale.min": carried("The number of dynos."),
    "scale.max": left("Only performance dynos scale by themselves, which is switched on in Heroku's dashboard."),
    "scale.cpu": left("Heroku scales by response time, not by load."),
    "scale.memory": left("Heroku scales by response time, not by memory."),
    preDeploy: carried("The release phase, which an app has one of."),
  }),
  "web.scale.requests": left("Heroku scales by response time, not by requests."),
  "web.port": left("Heroku says in the variable PORT where to listen, and the image has to obey."),
  "web.healthCheck": left("Heroku waits until the port is open; it asks for no path."),
  "web.sticky": left("Switch it on with `heroku features:enable http-session-affinity`."),
  "cron.schedule": left(
    "Add the job in the dashboard of Heroku Scheduler, which knows every ten minutes, hourly and daily.",
  ),
  "cron.timezone": left("Heroku Scheduler counts in UTC."),
  "cron.retries": left("A job that fails is not tried again."),
  "load-balancer.domain": left("Add it with `heroku domains:add`, and lead its DNS record to what that answers."),
  "load-balancer.certificate": left("Heroku gets a certificate by itself for a domain that was added."),
  "load-balancer.hostedZone": left("No DNS record is made."),
  "load-balancer.idleTimeout": left("Heroku closes a connection that is silent for 55 seconds."),
  "load-balancer.routes": carried("The service that takes all paths is the process `web`; an app has no other routes."),
  ...each(databases, {
    maxStorage: growth,
    backup,
    deletionProtection: gone,
    onDelete: gone,
  }),
  "postgres.size": carried("The add-on's plan."),
  "mysql.size": left(
    "The add-on's default plan is taken, which is for trying out. Choose a larger one before there is data.",
  ),
  "postgres.version": carried("The add-on's option `version`, by its major version."),
  "mysql.version": left("The add-on decides its version."),
  "postgres.storage": carried("The least plan that has it."),
  "mysql.storage": growth,
  "postgres.highAvailability": carried("A premium plan, which has a standby."),
  "mysql.highAvailability": left("The plan that is taken has one server."),
  "postgres.extensions": left("Create them in the database: `heroku pg:psql`, then CREATE EXTENSION."),
  "redis.version": left("The add-on decides its version."),
  "redis.size": carried("The add-on's plan; compare the memory that it has."),
  "redis.replicas": left("Premium plans have a standby; its number cannot be chosen."),
  "redis.eviction": left("Set it with `heroku redis:maxmemory --policy`."),
};
