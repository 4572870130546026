type Ids = ReadonlyMap<string, string>;

/** A part of a template with other logical ids in `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`; all else stays. */
export function renameIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((inner) => renameIds(inner, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(key, inner, ids)]));
}

function renamed(key: string, value: unknown, ids: Ids): unknown {
  const other = (id: unknown) => (typeof id === "string" ? (ids.get(id) ?? id) : id);
  switch (key) {
    case "Ref":
      return other(value);
    case "DependsOn":
      return Array.isArray(value) ? value.map(other) : other(value);
    case "Fn::GetAtt":
      if (typeof value === "string") return value.replace(/^[^.]+/, (id) => String(other(id)));
      return Array.isArray(value) ? [other(value[0]), ...value.slice(1)] : value;
    case "Fn::Sub":
      return substitute(value, ids);
    default:
      return renameIds(value, ids);
  }
}

/** `${Id}` and `${Id.Attribute}`, but not `${!Literal}`, nor a name that stands for a value given beside the text. */
function substitute(value: unknown, ids: Ids): unknown {
  const [text, given] = Array.isArray(value) ? (value as unknown[]) : [value, undefined];
  if (typeof text !== "string") return value;
  const taken = new Set(Object.keys((given ?? {}) as object));
  const other = text.replace(/\$\{([^!}.]+)/g, (whole, id: string) => {
    const to = taken.has(id) ? undefined : ids.get(id);
    return to === undefined ? whole : `\${${to}`;
  });
  return Array.isArray(value) ? [other, renameIds(given, ids)] : other;
}
