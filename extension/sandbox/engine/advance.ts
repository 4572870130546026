import type { OperationRecord, StackRecord, Step } from "../state/records";
import { cancelApply, progressApply, startApply } from "./apply";
import type { Context } from "./context";
import { endPhase } from "./phases";
import { progressRelease, startRelease } from "./release";
import { progressRemove, startRemove } from "./remove";
import { progressRevert, startRevert } from "./revert";

const START = { apply: startApply, revert: startRevert, remove: startRemove, release: startRelease } as const;
const PROGRESS = {
  apply: progressApply,
  revert: progressRevert,
  remove: progressRemove,
  release: progressRelease,
} as const;

function isRunning({ state }: Step): boolean {
  return state === "running";
}

/** Starts every step that waits for nothing; one that is done at once lets others start. */
function startReady(stack: StackRecord, { steps }: OperationRecord, context: Context): void {
  let started = true;
  while (started) {
    started = false;
    for (const step of steps) {
      if (step.state === "waiting" && step.after.every((index) => steps[index]?.state === "done")) {
        START[step.verb](stack, step, context);
        started = true;
      }
    }
  }
}

function mustStop({ phase, cancelled, steps }: OperationRecord): boolean {
  return phase === "apply" && (cancelled || steps.some(({ state }) => state === "failed"));
}

/**
 * Lets a stack's operation go on: what is due happens, what can start is started, and a phase that is through gives way
 * to the next. Gives the time of the next thing to happen, undefined when there is none.
 */
export function advance(stack: StackRecord, context: Context): number | undefined {
  const { operation } = stack;
  if (!operation) {
    return undefined;
  }
  const now = context.now();
  for (const step of operation.steps) {
    if (isRunning(step) && (step.due ?? 0) <= now) {
      PROGRESS[step.verb](stack, step, context);
    }
  }
  if (!mustStop(operation)) {
    startReady(stack, operation, context);
  }
  if (mustStop(operation)) {
    for (const step of operation.steps.filter(isRunning)) {
      cancelApply(stack, step, context);
    }
  }
  if (!operation.steps.some(isRunning)) {
    endPhase(stack, operation, operation.steps.every(({ state }) => state === "done") && !operation.cancelled, context);
    return stack.operation ? now : undefined;
  }
  return Math.min(...operation.steps.filter(isRunning).map(({ due }) => due ?? now));
}
