import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App, Component } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";
import { decides } from "../../extension/targets/aws/sourceMap/sourceMap";
import type { Synthesis } from "../../extension/targets/aws/synthesis";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { environmentOf, generate, textOf } from "../../scripts/conformance/generate/generate";
import type { Chosen, Parameter } from "../../scripts/conformance/generate/parameter";
import { parameters } from "../../scripts/conformance/generate/parameters";

const { manifests } = generate();
const ofComponents = parameters.filter(({ at, levels }) => at[0] === "components" && levels.length > 1);

interface Change {
  readonly parameter: Parameter;
  readonly from: string;
  readonly to: string;
  readonly component: string;
  readonly before: { readonly app: App; readonly synthesis: Synthesis };
  readonly after: { readonly app: App; readonly synthesis: Synthesis };
}

/** Two manifests that differ in one field of one component. */
const changesOf = (some: readonly Parameter[]): fc.Arbitrary<Change> =>
  fc
    .record({ manifest: fc.constantFrom(...manifests), parameter: fc.constantFrom(...some), turn: fc.nat(20) })
    .filter(({ manifest, parameter }) => manifest.chosen.has(parameter.name))
    .map(({ manifest: { chosen }, parameter, turn }) => {
      const from = chosen.get(parameter.name) ?? "";
      const others = parameter.levels.filter(
        ({ name, needs = [] }) => name !== from && needs.every(([other, level]) => chosen.get(other) === level),
      );
      const to = others[turn % others.length]?.name ?? from;
      const component = String(parameter.at[1]);
      const after = new Map([...chosen, [parameter.name, to]]);
      return { parameter, from, to, component, before: made(chosen), after: made(after) };
    });

function made(chosen: Chosen): Change["before"] {
  const app = openManifest(textOf(chosen)).appFor(environmentOf(chosen));
  if (app === undefined) throw new Error(textOf(chosen));
  return { app, synthesis: synthesize(app) };
}

/** Logical ids of resources that one has and the other has not, or not so. */
function different({ before, after }: Change): readonly string[] {
  const [one, other] = [before.synthesis.template.Resources, after.synthesis.template.Resources];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (id) => JSON.stringify(one[id]) !== JSON.stringify(other[id]),
  );
}

const ownerOf = ({ before, after }: Change, id: string): string | undefined =>
  (after.synthesis.origins.get(id) ?? before.synthesis.origins.get(id))?.component;

/** The components that a component's manifest names, in whichever way. */
function namedBy(app: App, component: Component | undefined): readonly string[] {
  const text = JSON.stringify(component ?? {});
  return [...app.components.keys()].filter((name) => text.includes(`"${name}"`));
}

const together = (change: Change, component: string): readonly string[] =>
  [change.before.app, change.after.app].flatMap((app) => [
    ...namedBy(app, app.components.get(component)),
    ...[...app.components.values()].filter((each) => namedBy(app, each).includes(component)).map(({ name }) => name),
  ]);

const says = ({ parameter, from, to }: Change): string => `${parameter.name}: ${from} to ${to}`;
// A smaller example would say no more, and a manifest takes a while.
const runs = { numRuns: 80, seed: 5, endOnFailure: true };

describe("two manifests that differ in one field of a component", () => {
  it("give templates that differ in that component, in its neighbours, and in what all share", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(changesOf(ofComponents), (change) => {
        const near = new Set([undefined, change.component, ...together(change, change.component)]);
        const far = different(change).filter((id) => !near.has(ownerOf(change, id)));
        expect(
          far.filter((id) => !isOnlyKept(change, id)),
          says(change),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it("differ in that component alone when the field is nobody else's business", { timeout: 120_000 }, () => {
    const own =
      /\.(cpu|memory|architecture|command|logs\.retentionDays|size|storage|maxStorage|highAvailability|backup\.\w+|deletionProtection|eviction|replicas|idleTimeout|timezone|retries|healthCheck\.gracePeriod)$/;
    fc.assert(
      fc.property(changesOf(ofComponents.filter(({ name }) => own.test(name))), (change) => {
        expect(
          different(change).filter((id) => ownerOf(change, id) !== change.component),
          says(change),
        ).toEqual([]);
      }),
      { numRuns: 60, seed: 6, endOnFailure: true },
    );
  });

  it("differ only in properties that the source map says the field decides", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(changesOf(ofComponents), (change) => {
        const told = [change.before, change.after].map(({ app }) => decides(app, change.parameter.at));
        const untold = different(change).flatMap((id) =>
          differingProperties(change, id)
            .filter((property) => !told.some((says) => says(id, property)))
            .map((property) => `${id}.${property}`),
        );
        expect(untold, says(change)).toEqual([]);
      }),
      runs,
    );
  });

  it("say in the source map which part of the manifest every resource that differs comes from", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(changesOf(ofComponents), (change) => {
        for (const id of different(change)) {
          const origin = change.after.synthesis.origins.get(id) ?? change.before.synthesis.origins.get(id);
          expect(origin, `${id}, ${says(change)}`).toBeDefined();
          const { path, component } = origin ?? { path: [] };
          if (component !== undefined) expect(path, `${id}, ${says(change)}`).toContain(component);
        }
      }),
      runs,
    );
  });
});

/** The first step below a resource or its properties; the metadata is the source map itself. */
function differingProperties({ before, after }: Change, id: string): readonly string[] {
  const [was, is] = [before, after].map(({ synthesis }): Readonly<Record<string, unknown>> => {
    const { Properties, Metadata: _, ...rest } = synthesis.template.Resources[id] ?? {};
    return { ...rest, ...Properties };
  });
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
    (key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]),
  );
}

/**
 * Secrets are kept for as long as any data is, and a network for as long as a database stands in it: that much one
 * component decides for all.
 */
function isOnlyKept({ before, after }: Change, id: string): boolean {
  const [one, other] = [before.synthesis.template.Resources[id], after.synthesis.template.Resources[id]].map(
    (resource) => resource && { ...resource, DeletionPolicy: "", UpdateReplacePolicy: "" },
  );
  return JSON.stringify(one) === JSON.stringify(other);
}
