import { complete } from "../../extension/language/complete";
import { fixes } from "../../extension/language/fix/fixes";
import { fold } from "../../extension/language/fold";
import { format } from "../../extension/language/format";
import { hover } from "../../extension/language/hover";
import { inlay } from "../../extension/language/inlay";
import { outline } from "../../extension/language/outline";
import { references } from "../../extension/language/references";
import { tokens } from "../../extension/language/tokens";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";

/** Documents in a row, each one change after the one before. A walk begins at a source, and has numbers of its own. */
export const walkLength = 20;

const pieces = [
  ..."ab0 \n\t:-#&*!|>'\"{}[],?%@`~\\",
  "\n\n",
  "- ",
  ": ",
  "\n    ",
  "&a ",
  "*a ",
  "<<: ",
  "---\n",
  "x: y\n",
  "{a: b}",
  "${{ db.url }}",
  "${{ ",
];

export interface Fuzzed {
  documents: number;
  /** What was thrown, with the text that did it. */
  readonly thrown: { readonly error: string; readonly text: string }[];
  /** Answers that are not about their text. */
  readonly misplaced: { readonly what: string; readonly text: string }[];
  /** Opening a document, upon its neighbour: milliseconds of processor time. */
  slowest: { readonly ms: number; readonly text: string };
  /** Answering a completion and a hover where the change was. */
  slowestAnswer: { readonly ms: number; readonly text: string };
}

/**
 * Opens mutated documents, each with its neighbour as the version before, and asks what an editor asks.
 * @param walks the numbers of the walks; the same number gives the same documents in every run
 */
export function fuzz(sources: readonly string[], walks: Iterable<number>): Fuzzed {
  const found: Fuzzed = {
    documents: 0,
    thrown: [],
    misplaced: [],
    slowest: { ms: 0, text: "" },
    slowestAnswer: { ms: 0, text: "" },
  };
  for (const walk of walks) fuzzWalk(sources, walk, found);
  return found;
}

/** The documents of a walk, each with where it was changed last. */
export function documentsOf(sources: readonly string[], walk: number): readonly Document[] {
  const next = numbers(walk);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let text = pick(sources);
  return Array.from({ length: walkLength }, () => {
    const at = Math.floor(next() * text.length);
    const cut = next() < 0.3 ? Math.floor(next() * 12) : 0;
    const piece = pick(pieces);
    text = text.slice(0, at) + piece + text.slice(at + cut);
    return { text, cursor: at + piece.length };
  });
}

interface Document {
  readonly text: string;
  readonly cursor: number;
}

function fuzzWalk(sources: readonly string[], walk: number, found: Fuzzed): void {
  let manifest: Manifest | undefined;
  for (const [step, { text, cursor }] of documentsOf(sources, walk).entries()) {
    const before = manifest;
    found.documents++;
    manifest = attempt(found, text, () => {
      const opened = timed(() => openManifest(text, before));
      if (opened.ms > found.slowest.ms) found.slowest = { ms: opened.ms, text };
      return opened.result;
    });
    if (manifest !== undefined) ask(found, manifest, cursor, step === walkLength - 1);
  }
}

function ask(found: Fuzzed, manifest: Manifest, cursor: number, isLast: boolean): void {
  const { text } = manifest;
  attempt(found, text, () => {
    const { ms, result } = timed(() => ({ items: complete(manifest, cursor), hover: hover(manifest, cursor) }));
    if (ms > found.slowestAnswer.ms) found.slowestAnswer = { ms, text };
    const ranges = [...result.items.map(({ range }) => range), ...manifest.problems.map(({ range }) => range)];
    for (const { start, end } of ranges)
      if (start < 0 || start > end || end > text.length) found.misplaced.push({ what: `${start} to ${end}`, text });
  });
  if (!isLast) return;
  // What is asked for less often, once for each walk.
  attempt(found, text, () => {
    outline(manifest);
    fold(manifest);
    tokens(manifest);
    inlay(manifest, { start: 0, end: text.length }, manifest.environments[0] ?? "default");
    references(manifest, cursor);
    format(manifest, 2);
    for (const problem of manifest.problems.slice(0, 3)) fixes(manifest, problem);
    for (const environment of manifest.environments.slice(0, 3)) manifest.appFor(environment);
  });
}

function attempt<T>(found: Fuzzed, text: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    found.thrown.push({ error: error instanceof Error ? (error.stack ?? error.message) : String(error), text });
    return undefined;
  }
}

/** The processor's time, because other work on the machine is not the text's fault. */
function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** Numbers from 0 to 1 (a linear congruential generator with the C standard's example constants). */
function numbers(walk: number): () => number {
  let seed = (Math.imul(walk + 1, 2654435761) ^ 20261122) & 0x7fffffff;
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x80000000;
  };
  // The first few are near to each other for walks that are.
  for (let skip = 0; skip < 4; skip++) next();
  return next;
}
