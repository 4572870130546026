import { t } from "../manifest/l10n";
import { renames } from "../targets/aws/identity/renames";
import type { StackTemplate } from "./template";
import type { PlannedChange, PlannedRename, TargetId } from "./types";
import { listed, plural } from "./words";

/**
 * Components that only have another name now, with what CloudFormation, which knows no names but its own, makes of it:
 * it removes the one and creates the other. `changes` are the plan's rows.
 */
export function plannedRenames(
  before: StackTemplate,
  after: StackTemplate,
  changes: readonly PlannedChange[],
  target: TargetId,
): readonly PlannedRename[] {
  return renames(before, after).flatMap(({ from, to }): PlannedRename[] => {
    const removed = changes.filter(({ component, action }) => component === from && action === "remove");
    if (removed.length === 0) return [];
    const losing = removed.filter(({ data }) => data !== undefined && data !== "kept");
    const replaces = t`${from} was renamed to ${to}: this replaces ${plural(removed.length, "resource")}.`;
    const instead =
      removed.length === 1
        ? t`The one of ${from} is removed, and ${to} gets new ones.`
        : t`Those of ${from} are removed, and ${to} gets new ones.`;
    const text = `${replaces} ${instead}`;
    const ways = waysOut(from, to, target === "aws" && losing.length > 0);
    return [{ from, to, text, ways, ...(losing.length > 0 && { data: emptied(losing, to) }) }];
  });
}

const secret = "AWS::SecretsManager::Secret";

/** What is at stake is not only what is removed: what takes its place has nothing in it. */
function emptied(losing: readonly PlannedChange[], to: string): string {
  const kinds = losing.filter(({ resourceType }) => resourceType !== secret).map(({ label }) => t`new ${label}`);
  const stores = [...new Set(kinds)];
  if (stores.length === 0) {
    return t`The secrets of ${to} are generated anew: what was encrypted or signed with the old ones cannot be read with them.`;
  }
  return stores.length === 1
    ? t`The ${listed(stores)} of ${to} begins empty: what is in the old does not come into it.`
    : t`The ${listed(stores)} of ${to} begin empty: what is in the old does not come into them.`;
}

function waysOut(from: string, to: string, canMove: boolean): readonly string[] {
  const keep = t`To replace nothing, discard this plan and rename ${to} back to ${from} in the manifest.`;
  const move = t`To keep the data under the new name, discard this plan and run \`stackwright plan --target aws --output FOLDER\`: it writes what a CloudFormation stack refactor needs, and how that is done.`;
  return canMove ? [keep, move] : [keep];
}
