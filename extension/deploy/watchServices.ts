import { type Cloud, isLoopback } from "./cloud";
import type { Host, ResourceEvent } from "./messages";
import { healthOfService, type Observed } from "./operate/health";
import { jitter } from "./pace";
import { pause } from "./pause";
import { say } from "./say";
import type { Plan } from "./types";

/** Milliseconds between two looks at a service. It takes ECS minutes to move one. */
const usual = 10_000;
/** Once might be chance; a task that ends by itself again does so for a reason that will not pass. */
const tooMany = 2;
/** Failed looks in a row. Who may not ask ECS still deploys. */
const patience = 5;

/**
 * Looks at what ECS does while CloudFormation only says that a service is being made or changed: tells of its rollout, of
 * new tasks that ended by themselves, and after the second that the deployment had better be cancelled. Best effort:
 * nothing here fails a deployment.
 */
export class ServiceWatch {
  readonly #moving = new Map<string, AbortController>();

  constructor(
    private readonly cloud: Cloud,
    private readonly host: Host,
    private readonly plan: Pick<Plan, "stackName" | "kind">,
  ) {}

  /** To be told of each event of a resource, in their order. */
  see({ resourceType, logicalId, physicalId, component, status, phase }: ResourceEvent): void {
    if (resourceType !== "AWS::ECS::Service" || component === undefined) return;
    const isMoving = phase === "working" && /^(CREATE|UPDATE)_/.test(status);
    if (!isMoving) {
      this.#leave(logicalId);
      return;
    }
    const cluster = /:service\/([^/]+)\/[^/]+$/.exec(physicalId ?? "")?.[1];
    if (physicalId === undefined || cluster === undefined || this.#moving.has(logicalId)) return;
    const left = new AbortController();
    this.#moving.set(logicalId, left);
    void this.#follow(logicalId, { component, cluster, service: { arn: physicalId } }, left.signal);
  }

  /** Nothing is told any more. */
  stop(): void {
    for (const logicalId of [...this.#moving.keys()]) this.#leave(logicalId);
  }

  #leave(logicalId: string): void {
    this.#moving.get(logicalId)?.abort();
    this.#moving.delete(logicalId);
  }

  async #follow(logicalId: string, service: Observed, left: AbortSignal): Promise<void> {
    const { cloud, host } = this;
    const crashed = new Set<string>();
    let told = "";
    for (let failures = 0; failures < patience; ) {
      // First of all it waits: events that are told again are followed by their end.
      await pause(isLoopback(cloud.endpoint) ? 250 : jitter(usual, Math.random()), left);
      if (left.aborted) return;
      const health = await healthOfService(cloud, service).catch(() => undefined);
      if (left.aborted) return;
      failures = health === undefined ? failures + 1 : 0;
      if (health === undefined) continue;
      if (health.text !== told) say(host, "service", { logicalId, health });
      told = health.text;
      const before = crashed.size;
      for (const task of [...(health.crashed ?? [])].reverse()) {
        if (crashed.has(task.id)) continue;
        crashed.add(task.id);
        say(host, "task-stopped", { component: service.component, task });
      }
      if (before < tooMany && crashed.size >= tooMany) this.#warn(service.component, crashed.size);
    }
  }

  #warn(component: string, crashes: number): void {
    const { stackName, kind } = this.plan;
    say(this.host, "crashing", { stackName, component, crashes, cancel: kind === "create" ? "creation" : "update" });
  }
}
