/** A resource, output or condition, and an id that it refers to. */
export interface ReferenceTo {
  readonly from: string;
  readonly to: string;
}

/** What a part of a template refers to by `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`, pseudo parameters included. */
export function referencesIn(fragment: Readonly<Record<string, unknown>>): readonly ReferenceTo[] {
  return Object.entries(fragment).flatMap(([section, entries]) =>
    Object.entries((entries ?? {}) as Record<string, unknown>).flatMap(([id, value]) =>
      [...dependsOn(value), ...walk(value)].map((to) => ({ from: `${section}.${id}`, to })),
    ),
  );
}

function dependsOn(value: unknown): string[] {
  const written = (value as { readonly DependsOn?: unknown } | null)?.DependsOn;
  return [written ?? []].flat().filter((id) => typeof id === "string");
}

function walk(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): string[] => {
    if (key === "Ref" && typeof inner === "string") return [inner];
    if (key === "Fn::GetAtt") return [String([inner].flat()[0]).split(".")[0] ?? ""];
    if (key === "Fn::Sub") return substituted(inner);
    return walk(inner);
  });
}

/** `${Id}` and `${Id.Attribute}`, but not `${!Literal}`, nor what `Fn::Sub` is given a value for. */
function substituted(value: unknown): string[] {
  const [text, values] = Array.isArray(value) ? (value as [unknown, unknown]) : [value, {}];
  const given = Object.keys((values ?? {}) as object);
  const names = [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = ""]) => name.trim());
  const open = names.filter((name) => !given.includes(name)).map((name) => name.split(".")[0] ?? "");
  return [...open, ...walk(values)];
}
