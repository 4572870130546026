import { t } from "../manifest/l10n";
import type { ResourceEvent, ResourcePhase, Step } from "./messages";
import type { ComponentPhase, ComponentProgress } from "./types";
import { capital } from "./words";

/** A resource that an operation is going to touch. */
export interface Expected {
  readonly logicalId: string;
  readonly component?: string;
  /** It goes away. */
  readonly leaving: boolean;
}

/** How each component stands before the first event: nothing is said of it yet. */
export function initialProgress(expected: readonly Expected[]): Record<string, ComponentProgress> {
  // No prototype: a component may be called `constructor`.
  const components: Record<string, ComponentProgress> = Object.create(null);
  for (const { component } of expected) {
    if (component === undefined) continue;
    const total = (components[component]?.total ?? 0) + 1;
    components[component] = { phase: "waiting", done: 0, total, text: "" };
  }
  return components;
}

/** Counts an operation's resources, in total and for each component, from the events about them. */
export class ProgressCounter {
  readonly #expected: ReadonlyMap<string, Expected>;
  readonly #phases = new Map<string, ResourcePhase>();
  readonly #ofComponent = new Map<string, Expected[]>();

  constructor(expected: readonly Expected[]) {
    this.#expected = new Map(expected.map((resource) => [resource.logicalId, resource]));
    for (const resource of expected) {
      if (resource.component === undefined) continue;
      const list = this.#ofComponent.get(resource.component) ?? [];
      this.#ofComponent.set(resource.component, list);
      list.push(resource);
    }
  }

  /** Resources that have not come to an end. */
  get remaining(): number {
    return this.#expected.size - this.#done;
  }

  get #done(): number {
    let done = 0;
    for (const phase of this.#phases.values()) if (isThrough(phase)) done++;
    return done;
  }

  /** Takes an event into account and gives where things stand afterwards. */
  count(event: ResourceEvent, goingBack: boolean): Step {
    const resource = this.#expected.get(event.logicalId);
    const before = this.#phases.get(event.logicalId);
    // What a replacement leaves over is deleted after the new one is done; that does not make it undone.
    const isCleaning = before !== undefined && isThrough(before) && !goingBack;
    if (resource && !isCleaning) this.#phases.set(event.logicalId, event.phase);
    const name = event.component ?? resource?.component;
    return {
      done: this.#done,
      total: this.#expected.size,
      goingBack,
      ...(name === undefined || !this.#ofComponent.has(name) ? {} : { component: this.#progressOf(name, event) }),
    };
  }

  #progressOf(name: string, event: ResourceEvent): NonNullable<Step["component"]> {
    const resources = this.#ofComponent.get(name) ?? [];
    const phases = resources.map(({ logicalId }) => this.#phases.get(logicalId));
    const done = phases.filter((phase) => phase !== undefined && isThrough(phase)).length;
    const text = describeEvent(event);
    return { name, phase: phaseOf(resources, phases), done, total: resources.length, text };
  }
}

function isThrough(phase: ResourcePhase): boolean {
  return phase === "done" || phase === "removed" || phase === "kept";
}

function phaseOf(resources: readonly Expected[], phases: readonly (ResourcePhase | undefined)[]): ComponentPhase {
  if (phases.includes("failed")) return "failed";
  if (phases.every((phase) => phase !== undefined && isThrough(phase))) {
    return resources.every(({ leaving }) => leaving) ? "removed" : "done";
  }
  return phases.every((phase) => phase === undefined || phase === "undone") ? "waiting" : "working";
}

/** Short, for a card: "Creating database", "Database created", or why it failed in the cloud's words. */
function describeEvent({ status, label, phase, reason }: ResourceEvent): string {
  const verb = status.split("_")[0];
  const name = capital(label);
  if (phase === "failed") return reason ?? t`${name} failed`;
  if (phase === "working")
    return verb === "DELETE" ? t`Deleting ${label}` : verb === "UPDATE" ? t`Updating ${label}` : t`Creating ${label}`;
  if (phase === "kept") return t`${name} kept`;
  if (phase === "undone") return t`${name} rolled back`;
  return verb === "DELETE" ? t`${name} deleted` : verb === "UPDATE" ? t`${name} updated` : t`${name} created`;
}
