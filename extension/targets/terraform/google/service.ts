import type { Web, Worker } from "../../../manifest/app";
import { type Block, type Body, block, blocks, type Code, resource } from "../hcl";
import { nameOf } from "../names";
import { type Container, containerOf } from "./container";
import type { GoogleContext } from "./context";
import { preDeployOf } from "./job";

/** Seconds that an instance may take to start, all attempts of the startup probe together. */
const longestStart = 240;
/** Cloud Run's longest name of a service. */
const longestName = 49;

export const serviceName = (context: GoogleContext, component: string): string => context.named(longestName, component);

/** A web component: a service of Cloud Run, which the load balancer or the network alone reaches. */
export function webBlocks(context: GoogleContext, web: Web): readonly Block[] {
  const { app } = context;
  const made = containerOf(context, web);
  const before = preDeployOf(context, web, made);
  const visited = context.isVisited(web.name);
  const { min, max } = web.scale;
  if (web.healthCheck.gracePeriod > longestStart) {
    context.tell(web.name, "healthCheck.gracePeriod", "Cloud Run gives an instance four minutes to start.");
  }
  if (max === 0) context.tell(web.name, "scale", "Cloud Run starts an instance when somebody asks; there is no none.");
  return [
    ...made.blocks,
    ...before,
    resource("google_cloud_run_v2_service", nameOf(web.name), {
      name: serviceName(context, web.name),
      location: context.region,
      ingress: visited ? "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" : "INGRESS_TRAFFIC_INTERNAL_ONLY",
      // Who may come in is decided by the ingress; callers send no token of Google's.
      invoker_iam_disabled: true,
      deletion_protection: app.protected,
      depends_on: dependsOn(made.ready, before),
      template: block({
        service_account: made.account,
        execution_environment: "EXECUTION_ENVIRONMENT_GEN2",
        session_affinity: web.sticky === undefined ? undefined : true,
        scaling: block({ min_instance_count: min, max_instance_count: Math.max(max, 1) }),
        containers: block(webContainer(web, made.container)),
        volumes: blocks(made.volumes),
        vpc_access: block(made.vpcAccess),
      }),
    }),
  ];
}

function webContainer({ port, healthCheck }: Web, { resources, ...container }: Body): Body {
  const period = Math.min(healthCheck.interval, longestStart);
  const attempts = Math.min(Math.ceil(healthCheck.gracePeriod / period) + 1, Math.floor(longestStart / period));
  const asked = {
    period_seconds: period,
    timeout_seconds: Math.min(healthCheck.timeout, period),
    http_get: block({ path: healthCheck.path, port }),
  };
  const limits = typeof resources === "object" && "blocks" in resources ? resources.blocks[0] : undefined;
  return {
    ...container,
    ports: block({ container_port: port }),
    // The processor is there between requests, too, as it is on AWS.
    resources: block({ ...limits, cpu_idle: false, startup_cpu_boost: true }),
    startup_probe: block({ ...asked, failure_threshold: attempts }),
    liveness_probe: block({ ...asked, failure_threshold: 3 }),
  };
}

/** A worker: a worker pool, which has no address and a fixed number of instances. */
export function workerBlocks(context: GoogleContext, worker: Worker): readonly Block[] {
  const made = containerOf(context, worker);
  const before = preDeployOf(context, worker, made);
  return [
    ...made.blocks,
    ...before,
    resource("google_cloud_run_v2_worker_pool", nameOf(worker.name), {
      name: serviceName(context, worker.name),
      location: context.region,
      launch_stage: "BETA",
      deletion_protection: context.app.protected,
      depends_on: dependsOn(made.ready, before),
      scaling: block({ scaling_mode: "MANUAL", manual_instance_count: worker.scale.min }),
      template: block({
        service_account: made.account,
        containers: block(made.container),
        volumes: blocks(made.volumes),
        vpc_access: block(made.vpcAccess),
      }),
    }),
  ];
}

function dependsOn(ready: Container["ready"], before: readonly Block[]): readonly Code[] | undefined {
  const runs = before.flatMap(({ labels }) => (labels[0] === "terraform_data" ? [{ code: labels.join(".") }] : []));
  return ready.length + runs.length > 0 ? [...ready, ...runs] : undefined;
}
