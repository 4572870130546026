import { join } from "node:path";
import { complete } from "../../extension/language/complete";
import { hover } from "../../extension/language/hover";
import { openManifest } from "../../extension/manifest/manifest";
import { root } from "../setup/paths";
import { generate } from "./generate";
import { type Race, race } from "./race";
import type { Budget, Row } from "./row";
import { yamlLanguageServer } from "./yaml-language-server";

export const schemaFile = join(root, "schemas", "stackwright.schema.json");
const expected = ["size", "maxStorage", "highAvailability", "backup", "deletionProtection", "onDelete"];

export type Peer = ReturnType<typeof yamlLanguageServer>;

/** What an editor asks while somebody types, ours against yaml-language-server. */
const races: Readonly<Record<string, { readonly budget: Budget; readonly run: (peer: Peer) => Race }>> = {
  "completion-793": { budget: { ratio: 10 }, run: (peer) => completion(peer, 793, 30) },
  "completion-7843": { budget: { most: 50, ratio: 10 }, run: (peer) => completion(peer, 7843, 12) },
  "second-request-793": { budget: { most: 1 }, run: (peer) => secondRequest(peer, 793) },
  "hover-793": { budget: { ratio: 10 }, run: (peer) => hovering(peer, 793) },
  "problems-793": { budget: { most: 16 }, run: (peer) => problems(peer, 793, 30) },
  "problems-7843": { budget: { most: 50 }, run: (peer) => problems(peer, 7843, 12) },
};

export const languageNames: readonly string[] = Object.keys(races);

/** The rows of these names, one after the other. */
export async function languageRows(peers: string, names: readonly string[]): Promise<Row[]> {
  const peer = yamlLanguageServer(peers, schemaFile);
  const rows: Row[] = [];
  for (const name of names) {
    const one = races[name];
    if (one !== undefined) rows.push(await race(name, one.budget, "yaml-language-server", one.run(peer)));
  }
  return rows;
}

/** A letter is typed far above, then the keys of a component are asked for. */
function completion(peer: Peer, lines: number, repeats: number): Race {
  const { text, offset } = generate(lines);
  let manifest = openManifest(text);
  const typed = (turn: number) => text.replace("name: bench", `name: bench${"x".repeat(1 + (turn % 9))}`);
  const at = (turn: number) => offset + 1 + (turn % 9);
  return {
    repeats,
    share: 0.5,
    ours: (turn) => {
      manifest = openManifest(typed(turn), manifest);
      return complete(manifest, at(turn)).map(({ label }) => label);
    },
    theirs: (turn) => peer.complete(typed(turn), at(turn)),
    ...checkingLabels,
  };
}

/** The same version is asked again, as an editor does when the list is opened a second time. */
function secondRequest(peer: Peer, lines: number): Race {
  const { text, offset } = generate(lines);
  const manifest = openManifest(text);
  const again = peer.completeAgain(text);
  return {
    repeats: 30,
    share: 0.5,
    ours: () => complete(manifest, offset).map(({ label }) => label),
    theirs: () => again(offset),
    ...checkingLabels,
  };
}

function hovering(peer: Peer, lines: number): Race {
  const { text, offset } = generate(lines);
  let manifest = openManifest(text);
  const typed = (turn: number) => text.replace("name: bench", `name: bench${"x".repeat(1 + (turn % 9))}`);
  // The key below the empty line.
  const at = (turn: number) => offset + 1 + (turn % 9) + "\n    sto".length;
  const check = (result: unknown) => {
    if (!String(result).toLowerCase().includes("storage")) throw new Error(`The hover is of something else: ${result}`);
  };
  return {
    repeats: 30,
    share: 0.5,
    ours: (turn) => {
      manifest = openManifest(typed(turn), manifest);
      return hover(manifest, at(turn))?.contents;
    },
    theirs: (turn) => peer.hover(typed(turn), at(turn)),
    checkOurs: check,
    checkTheirs: check,
  };
}

/** An unknown key, a letter longer each time: both sides must find it. */
function problems(peer: Peer, lines: number, repeats: number): Race {
  const { text } = generate(lines);
  const typed = (turn: number) => text.replace("    size: small\n", `    sise${"x".repeat(turn % 9)}: small\n`);
  let manifest = openManifest(text);
  return {
    repeats,
    share: 0.95,
    ours: (turn) => {
      manifest = openManifest(typed(turn), manifest);
      return manifest.problems.filter(({ code }) => code === "unknown-key").length;
    },
    checkOurs: (count) => {
      if (count !== 1) throw new Error(`Ours found ${String(count)} unknown keys where there is one.`);
    },
    theirs: (turn) => peer.problems(typed(turn)),
    checkTheirs: (messages) => {
      if (!String(messages).includes("sise")) throw new Error("The peer missed the unknown key.");
    },
  };
}

const checkingLabels = { checkOurs: expectLabels, checkTheirs: expectLabels };

function expectLabels(labels: unknown): void {
  const missing = expected.filter((label) => !Array.isArray(labels) || !labels.includes(label));
  if (missing.length > 0) throw new Error(`A completion lacks ${missing.join(", ")}.`);
}
