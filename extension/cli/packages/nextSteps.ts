import type { Output, Plan } from "../../deploy/types";
import { openManifest } from "../../manifest/manifest";
import { type Locked, namesIn } from "../../packages/lock";
import { nextStep } from "../../packages/nextStep";
import { readPackage } from "../../packages/readPackage";
import { openCache } from "../../sources/cache";
import { hashOf } from "../../sources/hashOf";
import { shippedIndex } from "../../sources/shippedIndex";
import { clean } from "../style";
import { openInstallation } from "./installation";

/**
 * What is to be done now for each package that a deployment has brought in for the first time, with the addresses that it
 * has got. Nothing where no package is installed, or its file is not at hand: a deployment has succeeded by then.
 * @param manifest its path
 */
export async function nextSteps(
  manifest: string,
  { changes }: Pick<Plan, "changes">,
  outputs: readonly Output[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  try {
    const { lock, text } = await openInstallation(manifest);
    const there = new Set(openManifest(text ?? "").components.map(({ name }) => name));
    const steps = Object.entries(lock.packages).map(async ([name, locked]) => {
      const own = Object.values(locked.components).filter((component) => there.has(component));
      if (!isNew(changes, own)) return "";
      const found = readPackage((await textOf(name, locked, env)) ?? "");
      if (!found.ok || found.value.next === undefined) return "";
      const known = (component: string, attribute: string) =>
        valueIn(outputs, namesIn(locked).get(component), attribute);
      return `\nNext, for ${found.value.title}: ${clean(nextStep(found.value.next, known))}\n`;
    });
    return (await Promise.all(steps)).join("");
  } catch {
    // A damaged lock is told of by the next command that is about packages.
    return "";
  }
}

/** Whether none of the components was there before. */
function isNew(changes: Plan["changes"], components: readonly string[]): boolean {
  const isAdded = (name: string) => {
    const own = changes.filter(({ component }) => component === name);
    return own.length > 0 && own.every(({ action }) => action === "add");
  };
  return components.length > 0 && components.every(isAdded);
}

/** Outputs are called by what they are: the `host` of a database is its output that ends in `Host`. None of them is secret. */
function valueIn(outputs: readonly Output[], component: string | undefined, attribute: string): string | undefined {
  const ending = attribute.charAt(0).toUpperCase() + attribute.slice(1);
  return outputs.find((output) => output.component === component && output.key.endsWith(ending))?.value;
}

/** The very file that was installed: out of the cache, or of what comes along. */
async function textOf(
  name: string,
  { version, hash }: Locked,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const kept = await openCache(env).kept(hash);
  if (kept !== undefined) return kept;
  const index = shippedIndex();
  if (!(await index.names()).includes(name) || !(await index.versions(name)).includes(version)) return undefined;
  const text = await index.read(name, version);
  return hashOf(text) === hash ? text : undefined;
}
