import { join } from "node:path";
import { complete } from "../../extension/language/complete";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";
import { root } from "../setup/paths";
import { generate } from "./generate";
import { percentile, type Row, row } from "./row";
import { yamlLanguageServer } from "./yaml-language-server";

const schemaFile = join(root, "schemas", "stackwright.schema.json");
const expected = ["size", "maxStorage", "highAvailability", "backup", "deletionProtection", "onDelete"];

/** Completion and validation while typing, ours against yaml-language-server, turn by turn in one process. */
export async function languageRows(peers: string): Promise<Row[]> {
  const peer = yamlLanguageServer(peers, schemaFile);
  return [
    await completion("completion-793", 793, peer, { ratio: 10 }),
    await problems("problems-793", 793, peer, { most: 16 }, 30),
    await problems("problems-7843", 7843, peer, { most: 50 }, 12),
  ];
}

type Peer = ReturnType<typeof yamlLanguageServer>;

async function completion(name: string, lines: number, peer: Peer, budget: { ratio: number }): Promise<Row> {
  const { text, offset } = generate(lines);
  const ours: number[] = [];
  const theirs: number[] = [];
  let manifest = openManifest(text);
  for (const turn of turns(30)) {
    // Each turn types a letter somewhere above, so that neither side can answer from the version before.
    const typed = type(text, turn.number);
    const at = offset + (typed.length - text.length);
    const mine = await timed(() => {
      manifest = openManifest(typed, manifest);
      return complete(manifest, at).map((item) => item.label);
    });
    const other = await timed(() => peer.complete(typed, at));
    expectLabels("ours", mine.result);
    expectLabels("yaml-language-server", other.result);
    if (!turn.counts) continue;
    ours.push(mine.ms);
    theirs.push(other.ms);
  }
  return row(name, percentile(ours, 0.5), "ms", budget, {
    name: "yaml-language-server",
    value: percentile(theirs, 0.5),
  });
}

async function problems(
  name: string,
  lines: number,
  peer: Peer,
  budget: { most: number },
  repeats: number,
): Promise<Row> {
  const { text } = generate(lines);
  const ours: number[] = [];
  const theirs: number[] = [];
  let manifest: Manifest = openManifest(text);
  for (const turn of turns(repeats)) {
    // An unknown key, a letter longer each time: both sides must find it.
    const typed = text.replace("    size: small\n", `    sise${"x".repeat(turn.number % 9)}: small\n`);
    const mine = await timed(() => {
      manifest = openManifest(typed, manifest);
      return manifest.problems.filter((problem) => problem.code === "unknown-key").length;
    });
    const other = await timed(() => peer.problems(typed));
    if (mine.result !== 1) throw new Error(`Ours found ${mine.result} unknown keys where there is one.`);
    if (!other.result.some((message) => message.includes("sise"))) throw new Error("The peer missed the unknown key.");
    if (!turn.counts) continue;
    ours.push(mine.ms);
    theirs.push(other.ms);
  }
  return row(name, percentile(ours, 0.95), "ms", budget, {
    name: "yaml-language-server",
    value: percentile(theirs, 0.95),
  });
}

/** Five turns to warm up, then those that count. */
function turns(repeats: number) {
  return Array.from({ length: repeats + 5 }, (_, number) => ({ number, counts: number >= 5 }));
}

function type(text: string, turn: number): string {
  return text.replace("name: bench", `name: bench${"x".repeat(1 + (turn % 9))}`);
}

function expectLabels(who: string, labels: readonly string[]): void {
  const missing = expected.filter((label) => !labels.includes(label));
  if (missing.length > 0) throw new Error(`The completion of ${who} lacks ${missing.join(", ")}.`);
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
