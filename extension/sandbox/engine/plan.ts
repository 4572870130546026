import type { ResourceRecord, StackRecord, Step } from "../state/records";
import type { Deployment } from "../template/prepare";
import { isGone } from "./remove";
import { needsRevert } from "./revert";

/** Bring everything in the template about, each after what it depends on. */
export function planApply(deployment: Deployment): Step[] {
  const ids = [...deployment.resources.keys()];
  const position = new Map(ids.map((id, index) => [id, index]));
  return ids.map((logicalId) => {
    const after = (deployment.dependencies.get(logicalId) ?? []).flatMap((id) => position.get(id) ?? []);
    return { logicalId, verb: "apply", after, state: "waiting" };
  });
}

function planRemoval(resources: readonly ResourceRecord[]): Step[] {
  return resources.map(({ logicalId, physicalId }) => {
    const after = resources.flatMap((other, index) => (other.dependsOn.includes(logicalId) ? [index] : []));
    return { logicalId, physicalId, verb: "remove", after, state: "waiting" };
  });
}

/** Delete everything that the stack has, each before what it depends on. */
export function planDelete(stack: StackRecord): Step[] {
  const obsolete = stack.obsolete.map(({ resource }) => resource);
  return planRemoval([...stack.resources.filter((resource) => !isGone(resource)), ...obsolete]);
}

/** Delete what replacements and removals have left. */
export function planClean(stack: StackRecord): Step[] {
  return planRemoval(stack.obsolete.map(({ resource }) => resource));
}

/** Bring back what a failed update changed; `skip` is left as it is. */
export function planRevert(stack: StackRecord, skip: readonly string[]): Step[] {
  const touched = (stack.stable?.resources ?? []).filter(
    (before) => !skip.includes(before.logicalId) && needsRevert(stack, before),
  );
  const position = new Map(touched.map(({ logicalId }, index) => [logicalId, index]));
  return touched.map(({ logicalId, dependsOn }) => {
    const after = dependsOn.flatMap((id) => position.get(id) ?? []);
    return { logicalId, verb: "revert", after, state: "waiting" };
  });
}
