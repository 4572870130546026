import { pascal } from "../logicalId";

/** A component that seems to have another name now. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Logical ids, old and new, of resources that a stack refactor could move without touching what they stand for. */
  readonly resources: readonly { readonly from: string; readonly to: string; readonly type: string }[];
  /** How much of the two is the same, above 0.5 and up to 1. */
  readonly likeness: number;
}

/** What is read of a template: ours, or the one that a stack has. */
interface Named {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: object; readonly Metadata?: object }>
  >;
}

/** Halfway between two that have nothing and two that have everything in common. */
const threshold = 0.5;

/**
 * Components that were renamed between two templates. A component that is gone and one that is new are taken for the
 * same when they have resources of the same types in the same roles, and those have mostly the same values. CloudFormation
 * itself would delete the one and make the other, with an empty database.
 */
export function renames(before: Named, after: Named): readonly Rename[] {
  const was = componentsOf(before);
  const is = componentsOf(after);
  const gone = [...was].filter(([name]) => !is.has(name));
  const added = [...is].filter(([name]) => !was.has(name));
  const pairs = gone
    .flatMap(([from, old]) => added.map(([to, young]) => compare(from, old, to, young)))
    .filter(({ likeness }) => likeness > threshold)
    .sort((a, b) => b.likeness - a.likeness || (a.from + a.to < b.from + b.to ? -1 : 1));
  const taken = new Set<string>();
  return pairs.filter(({ from, to }) => {
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) return false;
    taken.add(`from ${from}`).add(`to ${to}`);
    return true;
  });
}

interface Part {
  readonly id: string;
  readonly type: string;
  /** Its id without the component's name. */
  readonly role: string;
  readonly words: ReadonlySet<string>;
}

function componentsOf(template: Named): ReadonlyMap<string, readonly Part[]> {
  const components = new Map<string, Part[]>();
  for (const [id, { Type, Properties, Metadata }] of Object.entries(template.Resources)) {
    const { Stackwright } = (Metadata ?? {}) as { readonly Stackwright?: { readonly component?: string } };
    const component = Stackwright?.component;
    if (component === undefined) continue;
    const own = nameIn(component);
    const part = { id, type: Type, role: id.replaceAll(own, ""), words: new Set(leaves(Properties, own)) };
    components.set(component, [...(components.get(component) ?? []), part]);
  }
  return components;
}

/** The component's name as it stands in texts, or in logical ids as a word of its own. */
function nameIn(component: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${component}(?![A-Za-z0-9])|(?<![A-Z])${pascal(component)}(?=[A-Z]|$)`, "g");
}

/** Every value with its path, the component's own name left out. */
function leaves(value: unknown, own: RegExp, path = ""): string[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, own, `${path}/${key}`));
  }
  return [`${path}=${String(value).replaceAll(own, "")}`];
}

function compare(from: string, old: readonly Part[], to: string, young: readonly Part[]): Rename {
  const resources: { from: string; to: string; type: string }[] = [];
  let same = 0;
  let total = 0;
  for (const part of old) {
    const other = young.find(({ type, role }) => type === part.type && role === part.role);
    const all = new Set([...part.words, ...(other?.words ?? [])]).size + 1;
    total += all;
    if (other === undefined) continue;
    same += [...part.words].filter((word) => other.words.has(word)).length + 1;
    resources.push({ from: part.id, to: other.id, type: part.type });
  }
  for (const part of young) {
    if (!old.some(({ type, role }) => type === part.type && role === part.role)) total += part.words.size + 1;
  }
  return { from, to, resources, likeness: total === 0 ? 0 : same / total };
}
