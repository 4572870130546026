import type { App } from "../../../manifest/app";
import { t } from "../../../manifest/l10n";
import type { Origin } from "../../target";
import { SynthesisError } from "../synthesisError";
import type { Template } from "../template";
import { applyOperation, PatchError } from "./jsonPatch";

/**
 * Applies `aws.overrides`, in order. A resource that they add comes from the operation that adds it.
 * Throws a `SynthesisError` at the first operation that no longer applies.
 */
export function applyOverrides(
  app: App,
  template: Template,
  origins: ReadonlyMap<string, Origin>,
): { readonly template: Template; readonly origins: ReadonlyMap<string, Origin> } {
  if (app.overrides.length === 0) return { template, origins };
  const known = new Map(origins);
  let document = JSON.parse(JSON.stringify(template)) as Template;
  app.overrides.forEach((operation, index) => {
    const path = ["aws", "overrides", index];
    try {
      document = applyOperation(document as never, operation) as unknown as Template;
      if (!hasResources(document)) throw new PatchError(t`what is left is no template with resources`);
    } catch (error) {
      if (!(error instanceof PatchError)) throw error;
      throw new SynthesisError(
        "override",
        t`The override "${operation.op}" at "${operation.path}" cannot be applied: ${error.message}. Compare it with the generated template.`,
        app.source(path),
      );
    }
    for (const id of Object.keys(document.Resources)) if (!known.has(id)) known.set(id, { path: app.source(path) });
  });
  const left = Object.keys(document.Resources).flatMap((id): [string, Origin][] => {
    const origin = known.get(id);
    return origin ? [[id, origin]] : [];
  });
  for (const [id, origin] of left) mark(document, id, origin);
  return { template: document, origins: new Map(left) };
}

/** Gives a resource that an override has added, or whose metadata it has replaced, the mark that all others have. */
function mark(document: Template, id: string, origin: Origin): void {
  const resource = document.Resources[id];
  if (typeof resource !== "object" || resource === null || resource.Metadata?.["Stackwright"] !== undefined) return;
  const { component, path } = origin;
  const Stackwright = { ...(component !== undefined && { component }), path: path.join(".") };
  Object.assign(resource, { Metadata: { ...resource.Metadata, Stackwright } });
}

function hasResources(document: Template): boolean {
  const resources: unknown = typeof document === "object" && document !== null ? document.Resources : undefined;
  return typeof resources === "object" && resources !== null && !Array.isArray(resources);
}
