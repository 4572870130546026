import type { Service } from "../service";
import type { StackRecord } from "../state/records";

function kept({ kept: list }: StackRecord): readonly string[] {
  return list.map(({ how, logicalId, type, physicalId }) => {
    const what = how === "snapshot" ? `snapshot ${physicalId}` : `retained ${physicalId}`;
    return `    ${what}, of ${logicalId} (${type})`;
  });
}

/** A plain text page for whoever opens the address in a browser. */
export function describeSandbox(service: Service): string {
  const stacks = [...service.store.stacks.values()];
  const live = stacks.filter(({ status, kept: list }) => status !== "DELETE_COMPLETE" || list.length > 0);
  const lines = live.flatMap((stack) => [`  ${stack.name} (${stack.region}): ${stack.status}`, ...kept(stack)]);
  return [
    "Stackwright Sandbox",
    "",
    "This is a simulation of AWS CloudFormation on this computer. Nothing here exists in any cloud, and nothing costs money.",
    `Account ${service.account}. Resource specification ${service.specification.version}.`,
    "",
    "Stacks, and what deleted resources left behind:",
    ...(lines.length > 0 ? lines : ["  none"]),
    ...service.store.notices.map((notice) => `\nNotice: ${notice}`),
    "",
    'To see a failure, give a resource the metadata "StackwrightSandbox": { "Fail": "a message" }; FailDelete and',
    "FailRollback do the same for its deletion and for going back after a failed update.",
    "",
  ].join("\n");
}
