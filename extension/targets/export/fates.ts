/**
 * What becomes of a field. `carried`: it is in the files, as the words say. `left`: it is not, for the reason that the
 * words give; whoever wrote it is told. `editor`: it means nothing to any platform, and nobody is told.
 */
export interface Fate {
  readonly kind: "carried" | "left" | "editor";
  readonly words: string;
}

/** By the field's name in the schema, such as `web.scale.min`; a name stands also for all that is below it. */
export type Fates = Readonly<Record<string, Fate>>;

export const carried = (words: string): Fate => ({ kind: "carried", words });
export const left = (words: string): Fate => ({ kind: "left", words });
export const editor: Fate = { kind: "editor", words: "Only for the canvas." };

/** The same fates for several types: `each(["web", "worker"], { cpu: ... })` gives `web.cpu` and `worker.cpu`. */
export function each(types: readonly string[], fates: Fates): Fates {
  return Object.fromEntries(
    types.flatMap((type) => Object.entries(fates).map(([name, fate]) => [`${type}.${name}`, fate])),
  );
}

/** The fate of a field: its own, or that of the nearest thing around it. Undefined for one that nobody decided about. */
export function fateOf(fates: Fates, field: string): Fate | undefined {
  const steps = field.split(".");
  for (let length = steps.length; length > 0; length--) {
    const name = steps.slice(0, length).join(".");
    if (Object.hasOwn(fates, name)) return fates[name];
  }
  return undefined;
}
