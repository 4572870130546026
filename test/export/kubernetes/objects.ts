import { parseAllDocuments } from "yaml";

/** An object of the cluster, as far as these tests look into it. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly generateName?: string; readonly annotations?: object };
  readonly spec?: unknown;
}

/** The objects of all manifests, in the order of their files. */
export const objectsIn = (files: ReadonlyMap<string, string>): readonly KubernetesObject[] =>
  [...files].filter(([name]) => name.endsWith(".yaml")).flatMap(([, text]) => objectsOf(text));

/** The objects of one text. */
export const objectsOf = (text: string): readonly KubernetesObject[] =>
  parseAllDocuments(text).flatMap((document) => {
    const object: KubernetesObject | null = "toJS" in document ? document.toJS() : null;
    return object === null ? [] : [object];
  });

/** What stands under a key, in whatever lists and maps that is. */
export function valuesAt(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesAt(inner, key)]);
}
