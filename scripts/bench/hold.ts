import { generate } from "./generate";

/** Prints how many bytes of the heap are held after thirty letters were typed and asked about. Run with `--expose-gc`. */
async function hold(who: string, peers: string): Promise<void> {
  const { text, offset } = generate(793);
  const versions = Array.from({ length: 30 }, (_, turn) => text.replace("bench", `bench${"x".repeat(turn)}`));
  const before = heap();
  const kept = who === "ours" ? await ours(versions, offset) : await theirs(versions, offset, peers);
  const after = heap();
  // Kept until here, so that it counts.
  if (kept === undefined) throw new Error("Nothing was kept.");
  console.log(after - before);
}

async function ours(versions: readonly string[], offset: number): Promise<unknown> {
  const { openManifest } = await import("../../extension/manifest/manifest");
  const { complete } = await import("../../extension/language/complete");
  let manifest = openManifest("");
  for (const [turn, text] of versions.entries()) {
    manifest = openManifest(text, manifest);
    if (complete(manifest, offset + turn).length === 0) throw new Error("There was nothing to complete.");
  }
  return manifest;
}

async function theirs(versions: readonly string[], offset: number, peers: string): Promise<unknown> {
  const { yamlLanguageServer } = await import("./yaml-language-server");
  const { schemaFile } = await import("./language");
  const peer = yamlLanguageServer(peers, schemaFile);
  for (const [turn, text] of versions.entries()) {
    await peer.problems(text);
    if ((await peer.complete(text, offset + turn)).length === 0) throw new Error("There was nothing to complete.");
  }
  return peer;
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const [who = "", peers = ""] = process.argv.slice(2);
void hold(who, peers);
