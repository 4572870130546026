import { Field } from "../fields";
import { t } from "../l10n";
import { checkConflicts } from "../meaning/checkConflicts";
import { checkNetwork } from "../meaning/checkNetwork";
import { checkUses, Suggestions } from "../meaning/checkUses";
import type { Summary } from "../meaning/summarize";
import { type Problem, problemCodes } from "../problem";
import { childSchema, componentTypes, manifestSchema } from "../schema";
import { checkMerges, reportUnknown } from "../shape/checkMap";
import { checkValue } from "../shape/checkValue";
import { report, type Walk } from "../shape/report";
import { code, join } from "../shape/words";
import { followGreen, followPlaced, mergedEntries } from "../syntax/follow";
import type { Entry } from "../syntax/node";
import { keyOf, PlacedEntry } from "../syntax/place";
import type { Tree } from "../syntax/tree";
import { strayMembers, strayOnCanvas } from "./checkCanvas";
import { type ComponentUnit, checkComponentEntry, type FoundComponent } from "./checkComponents";
import { checkEnvironmentEntry, type EnvironmentUnit, type FoundEnvironment, type Override } from "./checkEnvironments";
import { checkImages } from "./checkImages";
import { checkMerged } from "./checkMerged";
import { checkPorts, placedPort, portMismatch } from "./checkPorts";
import { CrossCache } from "./crossCache";
import { dropServed } from "./dropServed";
import { repetitions } from "./repetitions";
import { type Unit, UnitCache, type Units, walkOf, withoutGuesses } from "./unit";

/** What was found wrong with shape and meaning, and what the next version may use again. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly tree: Tree;
  readonly components: Units<ComponentUnit>;
  readonly environments: Units<EnvironmentUnit>;
  readonly others: Units<Unit>;
  readonly cross: CrossCache;
}

/** Checks shape and meaning. Entries that did not change are not looked at again; what lies between them is. */
export function checkManifest(tree: Tree, previous?: Checked): Checked {
  const check = new Check(tree, previous);
  check.run();
  return check;
}

class Check implements Checked {
  readonly problems: Problem[] = [];
  readonly #components: UnitCache<ComponentUnit>;
  readonly #environments: UnitCache<EnvironmentUnit>;
  readonly #others: UnitCache<Unit>;
  readonly #root: Walk;
  readonly #found = new Map<string, FoundComponent>();
  readonly #known = new Map<string, { readonly type: string | undefined }>();
  readonly #reached = new Set<string>();
  #complete: boolean | undefined;
  readonly #routed = new Set<string>();
  readonly #suggest = new Suggestions();
  readonly #crossBefore: CrossCache | undefined;
  #cross: CrossCache | undefined;

  constructor(
    readonly tree: Tree,
    previous: Checked | undefined,
  ) {
    this.#crossBefore = previous?.cross;
    const follow = followGreen(tree);
    const before = previous?.tree.anchored ?? [];
    const same =
      before.length === tree.anchored.length && before.every((chunk, index) => chunk === tree.anchored[index]);
    this.#components = new UnitCache(tree, follow, previous?.components, same);
    this.#environments = new UnitCache(tree, follow, previous?.environments, same);
    this.#others = new UnitCache(tree, follow, previous?.others, same);
    this.#root = { text: tree.text, follow: followPlaced(tree), problems: this.problems, partial: false };
  }

  get components(): Units<ComponentUnit> {
    return this.#components.made;
  }

  get environments(): Units<EnvironmentUnit> {
    return this.#environments.made;
  }

  get others(): Units<Unit> {
    return this.#others.made;
  }

  /** Once all components are known. */
  get cross(): CrossCache {
    this.#cross ??= new CrossCache(this.#known, this.#crossBefore);
    return this.#cross;
  }

  run(): void {
    const { tree } = this;
    const root = this.#root.follow(tree.root);
    if (root?.kind !== "map") {
      if (tree.problems.length > 0) return;
      const message = t`A manifest is a map. It needs \`name\` and \`components\`.`;
      const range = root?.range ?? { start: 0, end: 0 };
      const empty = root === undefined || (root.kind === "scalar" && root.value === null);
      report(this.#root, empty ? "missing-key" : "wrong-type", range, message, {
        data: empty ? { keys: ["name", "components"] } : {},
      });
      return;
    }
    const entries = mergedEntries(root, this.#root.follow);
    checkMerges(this.#root, root);
    this.#checkKeys(entries);
    const named = new Map(entries.map((entry) => [String(keyOf(entry).value), entry]));
    for (const entry of this.#children(named.get("components"))) this.#addComponent(entry);
    const environments = this.#children(named.get("environments")).map((entry) =>
      checkEnvironmentEntry(this.#environments, entry, this.#found),
    );
    for (const found of this.#found.values()) this.#checkComponent(found);
    for (const found of environments) this.#checkEnvironment(found);
    for (const entry of this.#children(named.get("canvas"))) this.#checkOnCanvas(entry);
    for (const found of this.#found.values()) this.#checkReached(found);
    const network = named.get("network");
    const places = network && Field.of(network, this.#root.follow);
    this.problems.push(...checkImages(places, this.#found.values(), environments));
    dropServed(this.problems, environments, this.#environments.follow);
  }

  #checkKeys(entries: readonly Entry[]): void {
    const present = new Set(entries.map((entry) => String(keyOf(entry).value)));
    for (const entry of entries) {
      const key = String(keyOf(entry).value);
      const schema = childSchema(manifestSchema, key);
      if (schema === undefined) {
        present.add(reportUnknown(this.#root, entry, manifestSchema, present, t`a manifest`) ?? key);
      } else if (key === "components" || key === "environments" || key === "canvas") {
        if (this.#root.follow(entry.value)?.kind !== "map") {
          checkValue(this.#root, entry.value, { type: "object" }, entry.key.range, key);
        }
      } else if (entry instanceof PlacedEntry) {
        this.#checkOther(entry, (walk, { green }) => {
          checkValue(walk, green.value, schema, green.key.range, key);
          if (key === "network") checkNetwork(walk, Field.of(green, walk.follow));
        });
      }
    }
    const missing = (manifestSchema.required ?? []).filter((key) => !present.has(key));
    const range = entries[0]?.key.range;
    if (missing.length === 0 || range === undefined) return;
    const message = t`A manifest needs ${join(missing.map(code), "and")}.`;
    report(this.#root, "missing-key", range, message, { data: { keys: missing } });
  }

  #checkOther(entry: PlacedEntry, look: (walk: Walk, entry: PlacedEntry) => void): void {
    const unit = this.#others.get(entry, () => {
      const walk = walkOf(entry, this.#others.follow);
      look(walk, entry);
      return { problems: walk.problems };
    });
    this.#place(entry, unit.problems);
  }

  #children(entry: Entry | undefined): readonly PlacedEntry[] {
    const value = this.#root.follow(entry?.value);
    if (value?.kind !== "map") return [];
    checkMerges(this.#root, value);
    return mergedEntries(value, this.#root.follow).filter((child) => child instanceof PlacedEntry);
  }

  #addComponent(entry: PlacedEntry): void {
    const found = checkComponentEntry(this.#components, entry);
    this.#place(entry, found.unit.problems);
    this.#found.set(found.unit.name, found);
    this.#known.set(found.unit.name, found.unit);
  }

  #checkComponent({ unit, entry }: FoundComponent): void {
    const { name, summary } = unit;
    if (summary === undefined) return;
    const problems = this.cross.get(unit, [], this.#suggest, () => {
      const walk = walkOf(entry, this.#components.follow, name);
      checkUses(walk, name, summary, this.#known, this.#suggest);
      checkConflicts(walk, summary, this.#known);
      return walk.problems;
    });
    this.#place(entry, problems);
    for (const { to, port } of summary.routes) {
      const target = this.#found.get(to);
      const own = target?.unit.summary?.port;
      if (port === undefined || own === undefined || own.number === port.number) continue;
      this.problems.push(portMismatch(name, to, placedPort(entry, port), placedPort(target?.entry, own)));
    }
    this.#reach(name, summary);
  }

  #checkEnvironment({ unit, entry }: FoundEnvironment): void {
    this.#place(entry, unit.problems);
    const bases = unit.overrides.map(({ name }) => this.#found.get(name)?.unit);
    const problems = this.cross.get(unit, bases, this.#suggest, () =>
      unit.overrides.flatMap((override) => this.#checkOverride(override, entry)),
    );
    this.#place(entry, problems);
    this.problems.push(...checkPorts({ unit, entry }, this.#found));
    for (const override of unit.overrides) {
      const base = this.#found.get(override.name);
      if (base === undefined || override.summary === undefined) continue;
      this.#reach(override.name, override.summary);
      this.problems.push(...repetitions(entry, override, base, this.#environments.follow));
    }
  }

  #checkOverride(override: Override, entry: PlacedEntry): readonly Problem[] {
    const base = this.#found.get(override.name);
    if (base === undefined || override.summary === undefined) return [];
    const { follow } = this.#environments;
    const walk = walkOf(entry, follow, override.name);
    checkUses(walk, override.name, override.summary, this.#known, this.#suggest);
    return [...walk.problems, ...checkMerged(override, base, this.#known, follow)];
  }

  #checkOnCanvas(entry: PlacedEntry): void {
    const canvas = manifestSchema.properties?.["canvas"];
    const name = String(entry.green.key.value);
    if (name.startsWith("$") && canvas?.properties?.[name] === undefined) {
      reportUnknown(this.#root, entry, canvas ?? {}, new Set(), t`the canvas`);
      return;
    }
    const schema = childSchema(canvas, name) ?? {};
    this.#checkOther(entry, (walk, { green }) => checkValue(walk, green.value, schema, green.key.range, name));
    if (name === "$groups") this.problems.push(...strayMembers(entry.value, this.#known, this.#root.follow));
    if (name.startsWith("$") || this.#known.has(name)) return;
    const message = t`There is no component \`${name}\` any more, so this position is never used.`;
    this.problems.push(strayOnCanvas(entry.range, message));
  }

  #reach(from: string, summary: Summary): void {
    for (const { to } of summary.routes) this.#routed.add(to);
    for (const { to } of [...summary.connections, ...summary.routes]) if (to !== from) this.#reached.add(to);
    for (const { component } of summary.references) if (component !== from) this.#reached.add(component);
  }

  #checkReached({ unit: { name, summary }, entry }: FoundComponent): void {
    if (summary === undefined) return;
    const idle = {
      requests: t`there are no requests to scale on`,
      sticky: t`nobody comes back to a task`,
      health: t`nobody asks for its health: that is what load balancers do`,
    } as const;
    for (const [field, what] of Object.entries(idle) as [keyof typeof idle, string][]) {
      const range = summary[field];
      if (range === undefined || this.#routed.has(name)) continue;
      const message = t`No load balancer routes to \`${name}\`, so that ${what}.`;
      report({ ...this.#root, component: name }, "requests-without-route", entry.placed.range(range), message);
    }
    if (this.#reached.has(name)) return;
    if (componentTypes.get(summary.type)?.lane === "data" && this.#isComplete) {
      const message = t`Nothing uses \`${name}\`: no component connects to it or refers to it. It is deployed, and paid for.`;
      const severity = problemCodes["unused-component"];
      const range = entry.placed.range(entry.green.key.range);
      this.problems.push({
        code: "unused-component",
        severity,
        message,
        range,
        component: name,
        tags: ["unnecessary"],
      });
    }
    if (summary.type !== "web") return;
    const message = t`Nothing leads to \`${name}\`: no load balancer routes to it, and no component connects to it or refers to it.`;
    const range = entry.placed.range(entry.green.key.range);
    report({ ...this.#root, component: name }, "unreachable-component", range, message);
  }

  /** There is somebody who could use something, and no mistake that keeps a use from being seen. */
  get #isComplete(): boolean {
    if (this.#complete === undefined) {
      const isError = ({ severity }: Problem) => severity === "error";
      const lanes = [...this.#known.values()].map(({ type }) => componentTypes.get(type ?? "")?.lane);
      this.#complete = lanes.includes("private") && !this.problems.some(isError) && !this.tree.problems.some(isError);
    }
    return this.#complete;
  }

  #place(entry: PlacedEntry, problems: readonly Problem[]): void {
    for (const problem of withoutGuesses(problems, entry.placed)) this.problems.push(entry.placed.problem(problem));
  }
}
