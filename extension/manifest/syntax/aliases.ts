import { t } from "../l10n";
import { nearest } from "../nearest";
import { type Problem, type ProblemCode, shortened } from "../problem";
import { limits } from "./limits";
import type { AliasNode, Node } from "./node";
import type { Placed } from "./place";

/** What an alias stands for: a node of a chunk, and where that chunk stands. */
export interface Target {
  readonly node: Node;
  readonly placed: Placed;
}

export interface Aliases {
  /**
   * Only aliases that can be followed without end or excess are here. Whoever follows these needs no guard: the
   * depth stays within `limits.depth`, and all of them together within `limits.expansion`.
   */
  readonly targets: ReadonlyMap<AliasNode, Target>;
  readonly problems: readonly Problem[];
}

interface Anchored extends Target {
  /** Not while the walk is inside of it. */
  done: boolean;
  /** How many values it is, aliases in it followed. */
  size: number;
  depth: number;
}

/** Resolves aliases by position: each stands for the last anchor of its name before it. One walk, nothing expanded. */
export function resolveAliases(chunks: readonly Placed[]): Aliases {
  const targets = new Map<AliasNode, Target>();
  const problems: Problem[] = [];
  const known = new Map<string, Anchored>();
  let expansion = 0;

  function walk(node: Node, placed: Placed, level: number): { size: number; depth: number } {
    if (node.kind === "alias") return follow(node, placed, level);
    const anchored: Anchored = { node, placed, done: false, size: 1, depth: 1 };
    if (node.anchor !== undefined) known.set(node.anchor, anchored);
    for (const child of childrenOf(node)) {
      const { size, depth } = walk(child, placed, level + 1);
      anchored.size += size;
      anchored.depth = Math.max(anchored.depth, depth + 1);
    }
    anchored.done = true;
    return anchored;
  }

  function follow(alias: AliasNode, placed: Placed, level: number): { size: number; depth: number } {
    const found = known.get(alias.name);
    const leaf = { size: 1, depth: 1 };
    const report = (code: ProblemCode, message: string, replacement?: string) => {
      const range = placed.range(alias.range);
      problems.push({ code, severity: "error", message, range, ...(replacement && { data: { replacement } }) });
      return leaf;
    };
    if (found === undefined) {
      const near = problems.length < 20 ? nearest(alias.name, known.keys()) : undefined;
      const hint = near === undefined ? "" : t` Did you mean \`*${near}\`?`;
      return report(
        "unknown-alias",
        t`No anchor \`&${shortened(alias.name)}\` stands before this alias.${hint}`,
        near && `*${near}`,
      );
    }
    if (!found.done) {
      return report(
        "alias-cycle",
        t`\`*${shortened(alias.name)}\` stands inside of what it stands for, so that it would never end.`,
      );
    }
    if (level + found.depth > limits.depth) {
      return report("too-deep", t`With \`*${alias.name}\`, maps and lists are more than ${limits.depth} levels deep.`);
    }
    const before = expansion;
    expansion += found.size;
    if (expansion > limits.expansion) {
      if (before > limits.expansion) return leaf;
      return report("too-large", t`With \`*${alias.name}\`, aliases stand for more than ${limits.expansion} values.`);
    }
    targets.set(alias, found);
    return found;
  }

  for (const placed of chunks) {
    const { root, anchors, aliases } = placed.chunk;
    if (root !== undefined && anchors.length + aliases.length > 0) walk(root, placed, 1);
  }
  return { targets, problems };
}

function* childrenOf(node: Node): Iterable<Node> {
  if (node.kind === "sequence") yield* node.items;
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    if (key.anchor !== undefined) yield key;
    if (value !== undefined) yield value;
  }
}
