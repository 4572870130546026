import type { Template } from "../../extension/targets/aws/template";

export interface Use {
  /** The resource or output that uses it. */
  readonly from: string;
  readonly id: string;
  /** The attribute, for `Fn::GetAtt`. */
  readonly attribute?: string;
}

/** Everything that a template's resources and outputs refer to, pseudo parameters left out. */
export function uses(template: Template): Use[] {
  const sections = { ...template.Resources, ...template.Outputs };
  return Object.entries(sections).flatMap(([from, value]) => {
    const dependsOn = "DependsOn" in value ? (value.DependsOn ?? []).map((id) => ({ from, id })) : [];
    return [...dependsOn, ...walk(value).map((use) => ({ from, ...use }))];
  });
}

function walk(value: unknown): Omit<Use, "from">[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): Omit<Use, "from">[] => {
    if (key === "Ref") return own([{ id: String(inner) }]);
    if (key === "Fn::GetAtt") {
      const [id, attribute] = inner as [string, string];
      return [{ id, attribute }];
    }
    if (key === "Fn::Sub") {
      const names = [...String(inner).matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = ""]) => name);
      return own(
        names.map((name) => ({
          id: name.split(".")[0] ?? "",
          ...(name.includes(".") && { attribute: name.slice(name.indexOf(".") + 1) }),
        })),
      );
    }
    return walk(inner);
  });
}

const own = (all: Omit<Use, "from">[]) => all.filter(({ id }) => !id.startsWith("AWS::"));

/** One circle of resources that wait for each other, when there is one. */
export function findCycle(template: Template): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, id } of uses(template)) next.set(from, [...(next.get(from) ?? []), id]);
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const other of next.get(id) ?? []) {
      const cycle = visit(other, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(template.Resources)) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
