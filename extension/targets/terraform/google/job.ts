import type { Cron, Web, Worker } from "../../../manifest/app";
import { type Block, type Body, block, blocks, type Code, code, resource, text } from "../hcl";
import { nameOf } from "../names";
import { type Container, containerOf } from "./container";
import type { GoogleContext } from "./context";

/** Cloud Run's longest name of a job. */
const longestName = 63;
/** Seconds that a run may take; Cloud Run ends one after ten minutes where nothing is said. */
const longestRun = 86_400;
/** Cloud Scheduler tries no more often. */
const mostRetries = 5;

interface Job {
  readonly name: string;
  readonly words: readonly string[];
  readonly container: Body;
}

/** What runs to its end. It is not tried again when it fails, as on AWS. */
function jobBlock(context: GoogleContext, { name, words, container }: Job, made: Container): Block {
  return resource("google_cloud_run_v2_job", name, {
    name: context.named(longestName, ...words),
    location: context.region,
    deletion_protection: context.app.protected,
    depends_on: made.ready.length > 0 ? [...made.ready] : undefined,
    template: block({
      template: block({
        service_account: made.account,
        timeout: `${longestRun}s`,
        max_retries: 0,
        containers: block(container),
        volumes: blocks(made.volumes),
        vpc_access: block(made.vpcAccess),
      }),
    }),
  });
}

/** A cron component: a job, and the schedule that starts it. */
export function cronBlocks(context: GoogleContext, cron: Cron): readonly Block[] {
  const made = containerOf(context, cron);
  const name = nameOf(cron.name);
  if (cron.retries > mostRetries) {
    context.tell(cron.name, "retries", `Cloud Scheduler tries a start ${mostRetries} times more, and no more often.`);
  }
  const job = `google_cloud_run_v2_job.${name}`;
  return [
    ...made.blocks,
    jobBlock(context, { name, words: [cron.name], container: made.container }, made),
    resource("google_cloud_run_v2_job_iam_member", name, {
      name: code(`${job}.name`),
      location: context.region,
      role: "roles/run.invoker",
      member: code(`google_service_account.${context.block("all", "schedules")}.member`),
    }),
    resource("google_cloud_scheduler_job", name, {
      name: context.named(longestName, cron.name),
      region: context.region,
      schedule: cron.schedule,
      time_zone: cron.timezone,
      retry_config: block({ retry_count: Math.min(cron.retries, mostRetries) }),
      http_target: block({
        http_method: "POST",
        uri: text(["https://run.googleapis.com/v2/", code(`${job}.id`), ":run"]),
        oauth_token: block({
          service_account_email: code(`google_service_account.${context.block("all", "schedules")}.email`),
        }),
      }),
    }),
  ];
}

/** Who starts the jobs of all schedules. */
export const schedulerAccount = (context: GoogleContext): Block =>
  resource("google_service_account", context.block("all", "schedules"), {
    account_id: context.named(30, "all", "schedules"),
    display_name: `Starts the jobs of ${context.app.name} in ${context.app.environment}`,
  });

/** A job with the same container that runs to its end before anything new takes visitors. */
export function preDeployOf(context: GoogleContext, service: Web | Worker, made: Container): readonly Block[] {
  if (service.preDeploy === undefined) return [];
  const name = context.block(service.name, "pre_deploy");
  const container = { ...made.container, args: [...service.preDeploy] };
  return [
    jobBlock(context, { name, words: [service.name, "pre-deploy"], container }, made),
    runOnce(context, name, `Runs before ${service.name} changes; what follows waits for it, and stops when it fails.`),
  ];
}

/** Runs a job whenever what it is changes. Terraform has no word for it, so Google's own command does. */
export function runOnce(context: GoogleContext, job: string, comment: string, after: readonly Code[] = []): Block {
  const name = code(`google_cloud_run_v2_job.${job}.name`);
  const command = [
    "gcloud run jobs execute ",
    name,
    " --wait --project ",
    context.project,
    " --region ",
    context.region,
  ];
  return resource(
    "terraform_data",
    job,
    {
      triggers_replace: code(`google_cloud_run_v2_job.${job}.template`),
      depends_on: after.length > 0 ? [...after] : undefined,
      'provisioner "local-exec"': block({ command: text(command) }),
    },
    comment,
  );
}
