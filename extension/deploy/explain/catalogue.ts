import type { KnownFailure } from "./known";
import { account } from "./known/account";
import { commands } from "./known/commands";
import { databases } from "./known/databases";
import { names } from "./known/names";
import { network } from "./known/network";
import { stack } from "./known/stack";
import { tasks } from "./known/tasks";

/** In order: the first that matches tells. What is specific stands before what is general. */
export const catalogue: readonly KnownFailure[] = [
  ...tasks,
  ...commands,
  ...databases,
  ...network,
  ...names,
  ...account,
  ...stack,
];

/** The first known failure whose words these are. */
export function lookUp(reason: string, resourceType = ""): KnownFailure | undefined {
  return catalogue.find(({ matches, of }) => matches.test(reason) && (of === undefined || of.test(resourceType)));
}
