import { randomUUID } from "node:crypto";
import type { Specification } from "../targets/aws/specification/read";
import { ContainerRecords } from "./containers/records";
import { Clock } from "./control/clock";
import { Faults } from "./control/faults";
import { advance } from "./engine/advance";
import type { Context } from "./engine/context";
import { recordStack } from "./engine/record";
import { Registry } from "./registry/registry";
import { Uploads } from "./s3/uploads";
import type { StackRecord } from "./state/records";
import type { Store } from "./state/store";

// Longer delays do not fit a timer.
const LONGEST_WAIT = 2 ** 31 - 1;

// Without waiting times, what is due follows at once, this many times before requests have their turn again.
const BATCH = 20;

/** Runs `action` later, at the earliest once what is under way has been answered. Gives a way to call it off. */
function defer(delay: number, action: () => void): () => void {
  if (delay <= 0) {
    const immediate = setImmediate(action);
    return () => clearImmediate(immediate);
  }
  const timer = setTimeout(action, delay);
  return () => clearTimeout(timer);
}

/** The simulated service: the stacks, and the timers that let their operations go on. */
export class Service implements Context {
  /** What was put into buckets. */
  readonly uploads = new Uploads();
  /** What was asked of containers beside their stacks. */
  readonly containers: ContainerRecords;
  readonly registry: Registry;
  readonly faults = new Faults(() => this.now());
  private readonly clock = new Clock();
  private readonly timers = new Map<string, { readonly at: number; readonly cancel: () => void }>();
  private closed = false;

  constructor(
    readonly store: Store,
    readonly specification: Specification,
    readonly account: string,
    readonly speed: number,
  ) {
    this.containers = new ContainerRecords(store.directory);
    this.registry = new Registry(store);
  }

  now(): number {
    return this.clock.now();
  }

  uuid(): string {
    return randomUUID();
  }

  /** Takes up the operations that were under way when the last process went away. */
  resume(): void {
    for (const stack of this.store.stacks.values()) {
      this.schedule(stack, this.now());
    }
  }

  /** Writes a changed stack, and lets its operation go on. */
  changed(stack: StackRecord): void {
    this.store.save(stack);
    this.schedule(stack, this.now());
  }

  /** Moves the clock on; all that is due until then happens in its order, each at its own time. */
  moveOn(milliseconds: number): void {
    const end = this.now() + milliseconds;
    for (;;) {
      const [first] = [...this.timers].sort(([, a], [, b]) => a.at - b.at);
      const stack = first && first[1].at <= end ? this.store.stacks.get(first[0]) : undefined;
      if (!first || !stack) {
        break;
      }
      this.clock.moveTo(first[1].at);
      this.advance(stack);
    }
    this.clock.moveTo(end);
    this.resume();
  }

  close(): void {
    this.closed = true;
    for (const { cancel } of this.timers.values()) {
      cancel();
    }
    this.timers.clear();
  }

  private schedule(stack: StackRecord, at: number | undefined): void {
    this.timers.get(stack.id)?.cancel();
    this.timers.delete(stack.id);
    if (!this.closed && stack.operation && at !== undefined) {
      const delay = Math.min(at - this.now(), LONGEST_WAIT);
      this.timers.set(stack.id, { at, cancel: defer(delay, () => this.advance(stack)) });
    }
  }

  private advance(stack: StackRecord): void {
    let next: number | undefined;
    try {
      let left = BATCH;
      do {
        next = advance(stack, this);
        left -= 1;
      } while (next !== undefined && next <= this.now() && left > 0);
    } catch (error) {
      // A defect of the simulation must show as a failed operation, not end the process that hosts it.
      const verb =
        stack.operation?.type === "DELETE_STACK"
          ? "DELETE"
          : stack.operation?.type === "CREATE_STACK"
            ? "CREATE"
            : "UPDATE";
      recordStack(
        stack,
        `${verb}_FAILED`,
        this,
        `Internal Failure: ${error instanceof Error ? error.message : String(error)}`,
      );
      delete stack.operation;
    }
    this.store.save(stack);
    this.schedule(stack, next);
  }
}
