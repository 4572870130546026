import { randomUUID } from "node:crypto";
import type { Specification } from "../targets/aws/specification/read";
import { advance } from "./engine/advance";
import type { Context } from "./engine/context";
import { recordStack } from "./engine/record";
import type { StackRecord } from "./state/records";
import type { Store } from "./state/store";

// Longer delays do not fit a timer.
const LONGEST_WAIT = 2 ** 31 - 1;

/** The simulated service: the stacks, and the timers that let their operations go on. */
export class Service implements Context {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(
    readonly store: Store,
    readonly specification: Specification,
    readonly account: string,
    readonly speed: number,
  ) {}

  now(): number {
    return Date.now();
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

  close(): void {
    this.closed = true;
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    this.timers.clear();
  }

  private schedule(stack: StackRecord, at: number | undefined): void {
    clearTimeout(this.timers.get(stack.id));
    this.timers.delete(stack.id);
    if (!this.closed && stack.operation && at !== undefined) {
      const delay = Math.min(Math.max(0, at - this.now()), LONGEST_WAIT);
      this.timers.set(
        stack.id,
        setTimeout(() => this.advance(stack), delay),
      );
    }
  }

  private advance(stack: StackRecord): void {
    let next: number | undefined;
    try {
      next = advance(stack, this);
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
