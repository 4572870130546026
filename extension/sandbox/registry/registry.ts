import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isGone } from "../engine/remove";
import type { StackRecord } from "../state/records";
import type { Store } from "../state/store";
import { ImageRepository } from "./repository";

const TYPE = "AWS::ECR::Repository";

/** A repository as a stack has made it. */
export interface MadeRepository {
  readonly name: string;
  readonly region: string;
  readonly madeAt: number;
  readonly immutable: boolean;
  /** Different for one of the same name that was made later. */
  readonly key: string;
}

/** The images of the repositories that stacks have made, beside the stacks' own state. */
export class Registry {
  /** What ECR's token says. Another one with each start, so that one that got about is worth nothing for long. */
  readonly password = randomBytes(24).toString("base64url");
  private readonly folder: string;

  constructor(private readonly store: Store) {
    this.folder = join(store.directory, "registry");
  }

  /** Every repository there is, also one that its stack has left behind. */
  repositories(): readonly MadeRepository[] {
    return [...this.store.stacks.values()].flatMap((stack) => [
      ...stack.resources
        .filter((resource) => resource.type === TYPE && resource.physicalId !== "" && !isGone(resource))
        .map(({ logicalId, physicalId, properties }) =>
          made(stack, logicalId, physicalId, properties["ImageTagMutability"] === "IMMUTABLE"),
        ),
      ...stack.kept
        .filter(({ type, how }) => type === TYPE && how === "retained")
        .map(({ logicalId, physicalId }) => made(stack, logicalId, physicalId, false)),
    ]);
  }

  /** The images of a repository; undefined when no stack has made one of this name. */
  open(name: string, region?: string): ImageRepository | undefined {
    const found = this.repositories().find((other) => other.name === name && (region ?? other.region) === other.region);
    return found && new ImageRepository(name, join(this.folder, found.key), found.immutable);
  }

  /** Removes the images of repositories that are gone. */
  sweep(): void {
    const keys = new Set(this.repositories().map(({ key }) => key));
    mkdirSync(this.folder, { recursive: true });
    for (const key of readdirSync(this.folder).filter((name) => !keys.has(name))) {
      rmSync(join(this.folder, key), { recursive: true, force: true });
    }
  }
}

function made(stack: StackRecord, logicalId: string, name: string, immutable: boolean): MadeRepository {
  const first = stack.events.find((event) => event.logicalId === logicalId && event.physicalId === name);
  const last = stack.events.findLast(
    ({ logicalId: id, physicalId, status }) => id === logicalId && physicalId === name && status === "CREATE_COMPLETE",
  );
  const madeAt = (last ?? first)?.at ?? stack.createdAt;
  const key = createHash("sha256").update(`${stack.id} ${logicalId} ${name} ${madeAt}`).digest("hex").slice(0, 32);
  return { name, region: stack.region, madeAt, immutable, key };
}
