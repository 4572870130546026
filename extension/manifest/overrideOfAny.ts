import { t } from "./l10n";

interface Fields {
  readonly properties?: { readonly [name: string]: unknown };
}

/**
 * The schema of what an environment changes at a component whose type stands in the base, where a schema cannot look:
 * any field of any type, none required. What differs between types is any of its forms.
 */
export function overrideOfAny(types: readonly Fields[]) {
  const variants = new Map<string, Map<string, unknown>>();
  for (const type of types) {
    for (const [name, schema] of Object.entries(type.properties ?? {})) {
      if (name === "type") continue;
      const known = variants.get(name) ?? new Map<string, unknown>();
      variants.set(name, known.set(JSON.stringify(schema), schema));
    }
  }
  const properties = Object.fromEntries(
    [...variants].map(([name, known]) => [
      name,
      known.size === 1 ? [...known.values()][0] : { anyOf: [...known.values()] },
    ]),
  );
  return {
    title: "Override",
    description: t`The fields that are different in this environment.`,
    type: "object",
    additionalProperties: false,
    properties,
  };
}
