import type { CreateStackRefactorCommandInput } from "@aws-sdk/client-cloudformation";
import { referencesIn } from "../../targets/aws/extra/referencesIn";
import { type Rename, renames } from "../../targets/aws/identity/renames";
import { holdingOf } from "../resourceKinds";
import { resourceIn, type StackTemplate } from "../template";
import { renameIds } from "./renameIds";

/** What moves the data of renamed components to their new logical ids, nothing else changed. */
export interface Refactor {
  readonly renames: readonly Pick<Rename, "from" | "to">[];
  /** The stack's own template, as it is deployed, with the new ids. */
  readonly template: object;
  /** As `CreateStackRefactor` takes it, but for the template. */
  readonly mappings: NonNullable<CreateStackRefactorCommandInput["ResourceMappings"]>;
}

/**
 * A stack refactor for the components that seem to have another name: undefined when there are none, or none with data.
 * CloudFormation takes a refactor only when no resource is made, removed or changed by it, and only for types that are
 * fully mutable. So what holds data is moved with what it stands on; the rest the next deployment makes anew.
 * @param before the stack's template
 * @param after the one that is to be deployed
 */
export function refactorOf(stackName: string, before: StackTemplate, after: StackTemplate): Refactor | undefined {
  const found = renames(before, after);
  const moving = found.flatMap(({ resources }) => moved(resources, before));
  if (moving.length === 0) return undefined;
  const ids = new Map(moving.map(({ from, to }) => [from, to]));
  const { Resources, ...rest } = before;
  const resources = Object.entries(Resources).map(([id, resource]) => [ids.get(id) ?? id, renameIds(resource, ids)]);
  return {
    renames: found
      .filter(({ resources }) => resources.some(({ from }) => ids.has(from)))
      .map(({ from, to }) => ({ from, to })),
    template: { ...(renameIds(rest, ids) as object), Resources: Object.fromEntries(resources) },
    mappings: moving.map(({ from, to }) => ({
      Source: { StackName: stackName, LogicalResourceId: from },
      Destination: { StackName: stackName, LogicalResourceId: to },
    })),
  };
}

/** What would stand twice in one place if it were made anew beside a file system that has been moved. */
const attached = /^AWS::EFS::/;

function moved(resources: Rename["resources"], before: StackTemplate): Rename["resources"] {
  const own = new Set(resources.map(({ from }) => from));
  const references = referencesIn({
    Resources: Object.fromEntries([...own].map((id) => [id, resourceIn(before, id)])),
  });
  const chosen = new Set(
    resources
      .filter(({ from, type }) => holdingOf(type, resourceIn(before, from)) !== undefined || attached.test(type))
      .map(({ from }) => from),
  );
  for (const id of chosen) {
    // A set that grows while it is walked is walked to its end.
    for (const { from, to } of references) if (from === `Resources.${id}` && own.has(to)) chosen.add(to);
  }
  return resources.filter(({ from, to }) => chosen.has(from) && from !== to);
}
