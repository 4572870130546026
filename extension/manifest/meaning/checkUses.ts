import { t } from "../l10n";
import { nearest } from "../nearest";
import { componentTypes } from "../schema";
import { report, type Walk } from "../shape/report";
import { code, join } from "../shape/words";
import type { ReferenceUse, Summary } from "./summarize";

/** A component as others see it. */
export interface Known {
  readonly type: string | undefined;
}

/**
 * Looks for the name that was meant. That takes time for every name there is, and nobody reads the hundredth hint, so
 * that it stops by then.
 */
export class Suggestions {
  #left = 100;

  /** How many more names are looked for. */
  get left(): number {
    return this.#left;
  }

  take(count: number): void {
    this.#left = Math.max(0, this.#left - count);
  }

  nearest(name: string, candidates: () => Iterable<string>): string | undefined {
    if (this.#left === 0) return undefined;
    this.take(1);
    return nearest(name, candidates());
  }
}

/** Whether what a component names exists, and is of a kind that it can be used so. */
export function checkUses(
  walk: Walk,
  name: string,
  summary: Summary,
  known: ReadonlyMap<string, Known>,
  suggestions: Suggestions,
): void {
  const connects = componentTypes.get(summary.type)?.connects ?? [];
  const targets = (types: readonly string[]) =>
    [...known].filter(([other, { type }]) => other !== name && types.includes(type ?? "")).map(([other]) => other);
  const checkTarget = (to: string, range: { start: number; end: number }, verb: string) => {
    const target = known.get(to);
    if (target === undefined) {
      reportUnknown(
        walk,
        to,
        range,
        suggestions.nearest(to, () => targets(connects)),
      );
      return;
    }
    const { type } = target;
    if (to === name) {
      report(walk, "wrong-component-type", range, t`\`${name}\` cannot ${verb} itself.`);
    } else if (type !== undefined && componentTypes.has(type) && !connects.some((possible) => possible === type)) {
      const wanted = join(connects.map((possible) => titleOf(possible)));
      const message = t`\`${name}\` cannot ${verb} \`${to}\`, which is ${titleOf(type)}: it must be ${wanted}.`;
      report(walk, "wrong-component-type", range, message, { data: { candidates: targets(connects) } });
    }
  };
  for (const { to, range } of summary.connections) checkTarget(to, range, t`connect to`);
  for (const { to, toRange } of summary.routes) checkTarget(to, toRange, t`route to`);
  for (const reference of summary.references) checkReference(walk, reference, known, suggestions);
}

function reportUnknown(
  walk: Walk,
  name: string,
  range: { start: number; end: number },
  near: string | undefined,
): void {
  const hint = near === undefined ? "" : t` Did you mean \`${near}\`?`;
  report(walk, "unknown-component", range, t`There is no component \`${name}\`.${hint}`, {
    data: { name, ...(near !== undefined && { replacement: near }) },
  });
}

function checkReference(
  walk: Walk,
  reference: ReferenceUse,
  known: ReadonlyMap<string, Known>,
  suggestions: Suggestions,
): void {
  const { component, attribute, componentRange, attributeRange } = reference;
  const target = known.get(component);
  if (target === undefined) {
    reportUnknown(
      walk,
      component,
      componentRange,
      suggestions.nearest(component, () => known.keys()),
    );
    return;
  }
  const info = componentTypes.get(target.type ?? "");
  if (info === undefined || info.attributes.has(attribute)) return;
  if (info.attributes.size === 0) {
    const message = t`\`${component}\` is ${titleOf(info.type)}: it has no address or other attribute to refer to.`;
    report(walk, "wrong-component-type", componentRange, message);
    return;
  }
  const names = [...info.attributes.keys()];
  const near = nearest(attribute, names);
  const hint = near === undefined ? t` It has ${join(names.map(code), "and")}.` : t` Did you mean \`${near}\`?`;
  report(walk, "unknown-attribute", attributeRange, t`\`${component}\` has no attribute \`${attribute}\`.${hint}`, {
    data: { name: attribute, values: names, ...(near !== undefined && { replacement: near }) },
  });
}

/** "a web service". */
const titleOf = (type: string): string => componentTypes.get(type)?.noun ?? type;
