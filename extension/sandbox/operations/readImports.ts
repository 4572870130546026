import type { ChangeRecord, Imports, StackRecord } from "../state/records";
import type { Template } from "../template/template";
import { validationError } from "../wire/cloudError";
import type { Call } from "./operation";

/** What a change set of type IMPORT takes into the stack. Throws a `CloudError` for what cannot be imported. */
export function readImports({ input, service }: Call, stack: StackRecord, { resources }: Template): Imports {
  const wanted = input.list("ResourcesToImport") ?? [];
  if (wanted.length === 0) {
    throw validationError("ResourcesToImport must be specified for a change set of type IMPORT.");
  }
  const imports: Record<string, string> = {};
  for (const item of wanted) {
    const [type, logicalId] = [item.text("ResourceType") ?? "", item.text("LogicalResourceId") ?? ""];
    const resource = resources.get(logicalId);
    const physicalId = Object.values(item.map("ResourceIdentifier") ?? {}).join("|");
    if (resource?.type !== type) {
      throw validationError(`Resource [${logicalId}] of type ${type} to import is not in the template.`);
    }
    if (!resource.saysDeletionPolicy) {
      throw validationError(`Resources [${logicalId}] to import must have a DeletionPolicy attribute in the template.`);
    }
    if (physicalId === "") {
      throw validationError(`ResourceIdentifier of resource [${logicalId}] must not be empty.`);
    }
    if (stack.resources.some((present) => present.logicalId === logicalId)) {
      throw validationError(`Resource [${logicalId}] is in stack ${stack.name} already.`);
    }
    const owner = [...service.store.inRegion(stack.region)].find((other) =>
      other.resources.some((present) => present.type === type && present.physicalId === physicalId),
    );
    if (owner) {
      throw validationError(`${physicalId} already exists in stack ${owner.id}`);
    }
    imports[logicalId] = physicalId;
  }
  return imports;
}

/** The changes of an import. Why they cannot be made, when they are of anything but what is imported. */
export function importChanges(
  changes: readonly ChangeRecord[],
  imports: Imports,
): { readonly changes: readonly ChangeRecord[]; readonly failure?: string } {
  const others = changes.filter(({ logicalId }) => imports[logicalId] === undefined);
  if (others.length > 0) {
    const ids = others.map(({ logicalId }) => logicalId).join(", ");
    return { changes, failure: `As part of the import operation, you cannot modify or add [${ids}]` };
  }
  return {
    changes: changes.map((change): ChangeRecord => {
      const physicalId = imports[change.logicalId];
      return physicalId === undefined ? change : { ...change, action: "Import", physicalId };
    }),
  };
}
