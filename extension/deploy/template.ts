import type { Path } from "../manifest/problem";

/** What the engine reads of a resource in a template, ours or one that a stack has. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: { readonly Stackwright?: { readonly component?: string; readonly path?: string } };
}

export interface TemplateOutput {
  readonly Description?: string;
}

export interface StackTemplate {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
}

const empty: StackTemplate = { Resources: {} };

/** Reads a stack's template. One that is not JSON was not made by Stackwright: then nothing is known of it. */
export function parseTemplate(text: string | undefined): StackTemplate {
  if (text === undefined) return empty;
  try {
    const value: unknown = JSON.parse(text);
    return isTemplate(value) ? value : empty;
  } catch {
    return empty;
  }
}

function isTemplate(value: unknown): value is StackTemplate {
  if (typeof value !== "object" || value === null) return false;
  const resources = (value as { Resources?: unknown }).Resources;
  return typeof resources === "object" && resources !== null;
}

/** The resource under a logical id, own entries only. */
export function resourceIn(template: StackTemplate, logicalId: string): TemplateResource | undefined {
  return Object.hasOwn(template.Resources, logicalId) ? template.Resources[logicalId] : undefined;
}

/** Where a resource comes from, as the generator wrote it into the resource's metadata. */
export function originIn(resource: TemplateResource | undefined): { component?: string; path?: Path } {
  const metadata = resource?.Metadata?.Stackwright;
  if (metadata === undefined) return {};
  return {
    ...(metadata.component ? { component: metadata.component } : {}),
    ...(metadata.path ? { path: metadata.path.split(".") } : {}),
  };
}

/** True when Stackwright made the template: its resources say where they come from. */
export function isOurs(template: StackTemplate): boolean {
  return Object.values(template.Resources).some((resource) => resource.Metadata?.Stackwright !== undefined);
}
