import { languageTag, t } from "../manifest/l10n";
import { DeployError } from "./errors";
import { parseTemplate } from "./template";
import { listed, plural } from "./words";

/** Bytes that CloudFormation takes with a call. */
export const templateLimit = 51_200;
/** Bytes that it takes from a bucket. */
export const uploadLimit = 1_000_000;
/** What it takes in a stack. */
export const resourceLimit = 500;
export const outputLimit = 200;

/** Refuses a template that CloudFormation would refuse for its size, and says which components make it so large. */
export function checkSize(text: string): void {
  const bytes = Buffer.byteLength(text);
  const template = parseTemplate(text);
  const resources = Object.entries(template.Resources);
  if (resources.length > resourceLimit) {
    throw new DeployError({
      code: "too-many-resources",
      message: t`The application needs ${resources.length} resources, and CloudFormation takes ${resourceLimit} in one stack.`,
      fix: t`Split the application into two manifests, each deployed by itself.`,
    });
  }
  const outputs = Object.keys(template.Outputs ?? {}).length;
  if (outputs > outputLimit) {
    throw new DeployError({
      code: "too-many-resources",
      message: t`The application has ${outputs} outputs, and CloudFormation takes ${outputLimit} in one stack.`,
      fix: t`Split the application into two manifests, each deployed by itself.`,
    });
  }
  if (bytes <= uploadLimit) return;
  const sizes = new Map<string, number>();
  for (const [logicalId, resource] of resources) {
    const component = resource.Metadata?.Stackwright?.component ?? t`what all components share`;
    const size = Buffer.byteLength(logicalId) + Buffer.byteLength(JSON.stringify(resource));
    sizes.set(component, (sizes.get(component) ?? 0) + size);
  }
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const named = largest.map(([component, size]) => t`${component} (${size.toLocaleString(languageTag())} bytes)`);
  throw new DeployError({
    code: "template-too-large",
    message: t`The template has ${bytes.toLocaleString(languageTag())} bytes, and CloudFormation takes ${uploadLimit.toLocaleString(languageTag())}. The largest parts of ${plural(resources.length, "resource")} are ${listed(named)}.`,
    fix: t`Shorten long values there (environment variables, commands), or split the application into two manifests.`,
  });
}
