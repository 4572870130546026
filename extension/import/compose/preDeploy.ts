import { t } from "../../manifest/l10n";
import type { Service } from "../draft";
import { storeImage } from "../images";
import type { Notes } from "../notes";
import { get, textAt, textOf, type Value } from "../value";
import { dependenciesOf } from "./merge";
import { commandOf } from "./words";

export interface Folded {
  /** Without the jobs. */
  readonly services: ReadonlyMap<string, Value>;
  /** The command of a job, by the service that it goes before. */
  readonly before: ReadonlyMap<string, Service["preDeploy"]>;
}

/**
 * Containers that run once and end before others start become the `preDeploy` of one that has the same image: the one
 * that waits for it, or, where nobody does, the first. Migrations are recognised by their names as well.
 */
export function foldJobs(services: ReadonlyMap<string, Value>, notes: Notes): Folded {
  const left = new Map(services);
  const before = new Map<string, Service["preDeploy"]>();
  for (const [name, value] of services) {
    const waiting = [...services].filter(([, other]) =>
      dependenciesOf(get(other, "depends_on")).some(
        ([to, condition]) => to === name && condition === "service_completed_successfully",
      ),
    );
    const ends = /^(?:no|false|on-failure.*)$/.test(textAt(value, "restart") ?? "");
    const migrates = ends && /migrat|pre-?deploy|release/i.test(name);
    if ((waiting.length === 0 && !migrates) || storeImage(textAt(value, "image") ?? "") !== undefined) continue;
    left.delete(name);
    const command = commandOf(get(value, "command")) ?? commandOf(get(value, "entrypoint"));
    const candidates = waiting.length > 0 ? waiting : [...services].filter(([other]) => other !== name);
    const owner = candidates.find(([other, each]) => sameImage(each, value) && !before.has(other));
    if (owner === undefined || command === undefined) {
      const why =
        command === undefined
          ? t`It has no command of its own.`
          : t`No component that waits for it has the same image.`;
      notes.left(
        value.place,
        name,
        t`${name} runs once before others start, and cannot become the preDeploy of one: ${why}`,
      );
      continue;
    }
    before.set(owner[0], command);
    if (get(value, "entrypoint") !== undefined && get(value, "command") !== undefined)
      notes.changed(
        value.place,
        "entrypoint",
        t`Of ${name}, the command alone became the preDeploy of ${owner[0]}.`,
        owner[0],
      );
  }
  return { services: left, before };
}

function sameImage(one: Value, other: Value): boolean {
  const key = (value: Value): string => {
    const build = get(value, "build");
    if (build === undefined) return `image ${textAt(value, "image")}`;
    return `build ${textOf(build) ?? `${textAt(build, "context")} ${textAt(build, "dockerfile")} ${textAt(build, "target")}`}`;
  };
  return key(one) === key(other);
}
