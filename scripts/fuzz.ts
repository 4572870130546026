import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fuzz as fuzzWalks, walkLength } from "../test/manifest/fuzz";
import { root } from "./setup/paths";

/** `npm run fuzz -- <documents> <first walk>`: a run can be cut into parts, and any walk be made again by itself. */
const documents = Number(process.argv[2] ?? 200_000);
const first = Number(process.argv[3] ?? 0);
const budget = 100;

/** The samples and, where it stands beside the repository, a corpus of real YAML. */
function texts(): readonly string[] {
  const folders = [join(root, "samples"), join(root, "..", "shared", "corpus")].filter(existsSync);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const found = files
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readFileSync(name, "utf8"));
  return found.filter((text) => text.length < 20_000);
}

/** Nothing may throw, answer about another text, or take long. */
function fuzz(): void {
  const sources = texts();
  const count = Math.ceil(documents / walkLength);
  // Compiled by then, so that the first documents are not the slowest.
  fuzzWalks(sources, [first, first + 1]);
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  const { documents: opened, thrown, misplaced, slowest, slowestAnswer } = fuzzWalks(sources, numbers);
  console.log(
    `${opened} documents from ${sources.length} texts, walks ${first} to ${first + count - 1}: ${thrown.length} threw, ` +
      `${misplaced.length} answers were about another text; the slowest took ${slowest.ms.toFixed(1)} ms of processor time ` +
      `to open, and ${slowestAnswer.ms.toFixed(1)} ms to answer.`,
  );
  for (const { error, text } of thrown.slice(0, 5)) console.error(`${error}\n${JSON.stringify(text)}`);
  for (const { what, text } of misplaced.slice(0, 5)) console.error(`${what}\n${JSON.stringify(text)}`);
  const slow = [slowest, slowestAnswer].filter(({ ms }) => ms > budget);
  for (const { ms, text } of slow) console.error(`${ms.toFixed(1)} ms, more than ${budget}:\n${JSON.stringify(text)}`);
  if (thrown.length + misplaced.length + slow.length > 0) process.exitCode = 1;
}

fuzz();
