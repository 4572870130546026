import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openManifest } from "../extension/manifest/manifest";
import { root } from "./setup/paths";

const documents = Number(process.argv[2] ?? 200_000);
const budget = 100;
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
];

/** The samples and, where it stands beside the repository, a corpus of real YAML. */
function texts(): readonly string[] {
  const folders = [join(root, "samples"), join(root, "..", "shared", "corpus")].filter(existsSync);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const found = files.filter((name) => /\.ya?ml$/.test(name)).map((name) => readFileSync(name, "utf8"));
  return found.filter((text) => text.length < 20_000);
}

/** Numbers from 0 to 1, the same in every run (a linear congruential generator with the C standard's example constants). */
function numbers(): () => number {
  let seed = 20261122;
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x80000000;
  };
}

/** Opens mutated documents, each with its neighbour as the version before. Nothing may throw or take long. */
function fuzz(): void {
  const next = numbers();
  const sources = texts();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let slowest = { ms: 0, text: "" };
  let text = pick(sources);
  let manifest = openManifest(text);
  for (let count = 0; count < documents; count++) {
    if (count % 20 === 0) text = pick(sources);
    const at = Math.floor(next() * text.length);
    const cut = next() < 0.3 ? Math.floor(next() * 12) : 0;
    text = text.slice(0, at) + pick(pieces) + text.slice(at + cut);
    // The processor's time, because other work on the machine is not the text's fault.
    const before = process.cpuUsage();
    manifest = openManifest(text, manifest);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    if (ms > slowest.ms && count > 200) slowest = { ms, text };
  }
  console.log(
    `${documents} documents from ${sources.length} texts; the slowest took ${slowest.ms.toFixed(1)} ms of processor time.`,
  );
  if (slowest.ms <= budget) return;
  console.error(`That is more than ${budget} ms:\n${JSON.stringify(slowest.text)}`);
  process.exitCode = 1;
}

fuzz();
