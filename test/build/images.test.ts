import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, findTool } from "../../extension/deploy/build/buildImage";
import { fileOf, type Layout } from "../../extension/deploy/build/layout";
import { pushImage } from "../../extension/deploy/build/pushImage";
import { Repository } from "../../extension/deploy/build/registry";
import type { Build } from "../../extension/manifest/app";
import { folderOf, missing, type Registry, startRegistry } from "./containers";

const files = {
  "app/Dockerfile": `FROM scratch AS base
COPY hello.txt /hello.txt
FROM base AS run
ARG GREETING=none
ENV GREETING=$GREETING
CMD ["/hello.txt"]
`,
  "app/hello.txt": "hello\n",
  "app/Dockerfile.broken": "FROM scratch\nCOPY nothing.txt /\n",
};
const build: Build = { context: "./app", dockerfile: "Dockerfile", args: [] };

describe.skipIf(missing)(`images${missing ? ` (skipped: ${missing})` : ""}`, { timeout: 120_000 }, () => {
  let registry: Registry;
  let source: Awaited<ReturnType<typeof folderOf>>;
  let count = 0;

  beforeAll(async () => {
    registry = await startRegistry();
    source = await folderOf(files);
  });
  afterAll(async () => {
    await registry?.close();
    await source?.remove();
  });

  const made = async (changes: Partial<Build> = {}, line?: (text: string) => void): Promise<Layout> => {
    count += 1;
    const output = join(source.folder, `out-${count}`);
    const request = { folder: source.folder, build: { ...build, ...changes }, architecture: "x86_64" as const, output };
    return buildImage(await findTool(), { ...request, ...(line && { line }) });
  };
  const json = async (layout: Layout, digest: string) =>
    JSON.parse(await readFile(fileOf(layout.folder, digest), "utf8"));

  it("are built from the folder, the file, the stage and the arguments that the manifest names", async () => {
    const layout = await made({ target: "run", args: [{ name: "GREETING", value: "good day" }] });
    const { config } = JSON.parse(layout.manifest);
    expect(await json(layout, config.digest)).toMatchObject({
      architecture: "amd64",
      config: { Env: expect.arrayContaining(["GREETING=good day"]), Cmd: ["/hello.txt"] },
    });
    const base = await made({ target: "base" });
    expect((await json(base, JSON.parse(base.manifest).config.digest)).config.Cmd ?? null).toBeNull();
  });

  it("have the same digest as long as nothing they are made of changes", async () => {
    expect((await made()).digest).toBe((await made()).digest);
  });

  it("have compressed layers, whose bytes are what their digests say", async () => {
    const layout = await made({ target: "base" });
    const { layers } = JSON.parse(layout.manifest);
    expect(layers).toHaveLength(1);
    expect(layers[0].mediaType).toMatch(/\+gzip$/);
    expect(gunzipSync(await readFile(fileOf(layout.folder, layers[0].digest))).toString()).toContain("hello.txt");
  });

  it("tell what the build says while it goes on", async () => {
    const lines: string[] = [];
    await made({}, (text) => lines.push(text));
    expect(lines.join("\n")).toContain("FROM");
  });

  it("that cannot be built say so, with the build's last words", async () => {
    await expect(made({ dockerfile: "Dockerfile.broken" })).rejects.toMatchObject({
      failure: {
        code: "build-failed",
        message: "The image could not be built from Dockerfile.broken in ./app.",
        raw: expect.stringContaining("nothing.txt"),
      },
    });
  });

  it("are sent to a registry whole, and not again when they are there", async () => {
    const layout = await made({ target: "run" });
    const repository = new Repository(`http://${registry.host}`, "team/app");
    const steps: (readonly [number, number])[] = [];
    expect(await pushImage(repository, layout, (sent, total) => steps.push([sent, total]))).toBe(true);
    const total = layout.blobs.reduce((sum, { size }) => sum + size, 0);
    expect(steps[0]).toEqual([0, total]);
    expect(steps.at(-1)).toEqual([total, total]);
    const answer = await fetch(`http://${registry.host}/v2/team/app/manifests/${layout.digest}`, {
      headers: { accept: layout.mediaType },
    });
    expect(answer.headers.get("docker-content-digest")).toBe(layout.digest);
    expect(await answer.text()).toBe(layout.manifest);
    expect(await pushImage(repository, layout)).toBe(false);
  });

  it("are sent on from where an earlier try stopped", async () => {
    const layout = await made({ target: "run", args: [{ name: "GREETING", value: "again" }] });
    const repository = new Repository(`http://${registry.host}`, "team/halfway");
    const [first, ...others] = layout.blobs;
    if (first === undefined) throw new Error("The image has no blob.");
    await repository.sendBlob(fileOf(layout.folder, first.digest), first.digest, first.size);
    const totals: number[] = [];
    await pushImage(repository, layout, (_, total) => totals.push(total));
    expect(totals[0]).toBe(others.reduce((sum, { size }) => sum + size, 0));
  });

  it("are refused by the registry when they are not what their digest says", async () => {
    const layout = await made();
    const [blob] = layout.blobs;
    if (blob === undefined) throw new Error("The image has no blob.");
    const repository = new Repository(`http://${registry.host}`, "team/wrong");
    const other = `sha256:${"0f".repeat(32)}`;
    await expect(repository.sendBlob(fileOf(layout.folder, blob.digest), other, blob.size)).rejects.toMatchObject({
      failure: { code: "registry-refused" },
    });
  });

  it("have a tag whose digest is known, or known not to be there", async () => {
    const layout = await made();
    const repository = new Repository(`http://${registry.host}`, "team/tagged");
    await pushImage(repository, layout);
    await fetch(`http://${registry.host}/v2/team/tagged/manifests/1.0`, {
      method: "PUT",
      headers: { "content-type": layout.mediaType },
      body: layout.manifest,
    });
    expect(await repository.digestOf("1.0")).toBe(layout.digest);
    expect(await repository.digestOf("2.0")).toBeUndefined();
  });

  it("of a registry that does not answer say so", async () => {
    await expect(new Repository("http://127.0.0.1:9", "a/b").digestOf("1")).rejects.toMatchObject({
      failure: { code: "registry-unreachable" },
    });
  });
});
