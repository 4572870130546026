import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeLock } from "../../extension/packages/lock";
import { withPerson } from "../cli/command";
import { packageText } from "./packageText";
import { missingRegistry, skipped, startFront, startRegistry } from "./sources/ociRegistry";
import { pushImage } from "./sources/pushImage";

let registry: Awaited<ReturnType<typeof startRegistry>>;
let folder: string;
const lockOf = async () => JSON.parse(await readFile(join(folder, "stackwright.lock"), "utf8"));
const publish = async (version: string, image: string) => {
  const place = join(folder, "index", "shop", version);
  await mkdir(place, { recursive: true });
  const text = packageText().replace("1.2.0", version).replace("nginx:1.29", image);
  await writeFile(join(place, "stackwright.package.yaml"), text);
};
const run = (args: string[], asks = true) =>
  withPerson(
    [...args, join(folder, "stackwright.yaml"), "--index", join(folder, "index")],
    folder,
    [],
    asks ? { STACKWRIGHT_OFFLINE: "" } : {},
  );
const install = (...more: string[]) => run(["install", "shop", ...more]);
const offline = (...args: string[]) => run(args, false);

describe.skipIf(skipped)(`the digests of images in the lock${missingRegistry}`, () => {
  let image: string;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "stackwright-images-"));
    const name = `shop/web-${folder
      .slice(-6)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "0")}:1.0`;
    image = `${registry.host}/${name}`;
    await publish("1.2.0", image);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const push = (architectures: string[], made?: string) =>
    pushImage(registry.host, image.slice(registry.host.length + 1), architectures, made);

  it("are those of each platform, and of no description of how it was made", async () => {
    const digests = await push(["amd64", "arm64"]);
    const { code, err } = await install();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((await lockOf()).images).toEqual({
      [image]: { "linux/amd64": digests.get("amd64"), "linux/arm64": digests.get("arm64") },
    });
  });

  it("are known of an image for one platform alone", async () => {
    const digests = await push(["arm64"]);
    await install();
    expect((await lockOf()).images).toEqual({ [image]: { "linux/arm64": digests.get("arm64") } });
  });

  it("are not needed: what has no answer is said, and installed", async () => {
    const { code, err } = await install();
    expect(code).toBe(0);
    expect(err).toBe(
      `What ${image} stands for now is not known, and is left open. ${image.replace(":1.0", "")} has no tag 1.0.\n`,
    );
    expect(await lockOf()).not.toHaveProperty("images");
  });

  it("are asked for by nobody with --offline, and not a second time", async () => {
    const front = await startFront(registry.host, () => false);
    try {
      await push(["amd64"]);
      await publish("1.2.0", image.replace(registry.host, front.host));
      expect((await install("--offline")).code).toBe(0);
      expect(front.seen).toEqual([]);
      await rm(join(folder, "stackwright.yaml"));
      await rm(join(folder, "stackwright.lock"));
      await install();
      const asked = front.seen.length;
      expect(asked).toBeGreaterThan(0);
      expect((await install()).out).toContain("nothing changed");
      expect(front.seen.length).toBe(asked);
    } finally {
      await front.close();
    }
  });

  it("tell of a tag that was moved, which --frozen refuses and an update takes", async () => {
    const before = await push(["amd64", "arm64"]);
    await install();
    expect((await install("--frozen")).code).toBe(0);
    expect((await run(["outdated"])).out).toBe("Every package is the newest one.\n");
    const after = await push(["amd64"], "second");
    const moved = `${image}, linux/amd64: ${before.get("amd64")?.slice(0, 19)} → ${after.get("amd64")?.slice(0, 19)}`;
    expect(await install("--frozen")).toMatchObject({ code: 2, err: expect.stringContaining(moved) });
    const outdated = await run(["outdated"]);
    expect(outdated).toMatchObject({ code: 1, out: expect.stringContaining(`${moved}: its tag was moved.`) });
    expect(outdated.out).toContain(`${image}, linux/arm64: ${before.get("arm64")?.slice(0, 19)} → nothing`);
    expect((await run(["update", "shop", "--yes"])).out).toContain(moved);
    expect((await lockOf()).images).toEqual({ [image]: { "linux/amd64": after.get("amd64") } });
    expect((await install("--frozen")).code).toBe(0);
  });

  it("are renewed by an update, and go with the package", async () => {
    await push(["amd64"]);
    await install();
    const newer = image.replace(":1.0", ":1.1");
    const digests = await pushImage(registry.host, newer.slice(registry.host.length + 1), ["amd64"], "newer");
    await publish("1.3.0", newer);
    await run(["update", "shop", "--yes"]);
    expect((await lockOf()).images).toEqual({ [newer]: { "linux/amd64": digests.get("amd64") } });
    await offline("remove", "shop");
    expect(await lockOf()).not.toHaveProperty("images");
  });

  it("are not taken for the same where nobody can be asked", async () => {
    await push(["amd64"]);
    const front = await startFront(registry.host, () => false);
    await publish("1.2.0", image.replace(registry.host, front.host));
    await install();
    await front.close();
    const outdated = await run(["outdated"]);
    expect(outdated.err).toContain(
      `What ${image.replace(registry.host, front.host)} stands for now is not known, and is left open.`,
    );
    expect(outdated.code).toBe(0);
  });

  it.each([
    [
      "another digest than its bytes have",
      { "docker-content-digest": `sha256:${"0".repeat(64)}` },
      "{}",
      "was changed",
    ],
    ["no image", {}, "{}", "is not described as an image is"],
    ["no JSON", {}, "<html>", "is not described as an image is"],
    ["a digest that is none", {}, JSON.stringify({ manifests: [part("sha256:0")] }), "is not described as an image is"],
    [
      "platforms without end",
      {},
      JSON.stringify({ manifests: Array.from({ length: 1000 }, () => part(`sha256:${"0".repeat(64)}`)) }),
      "has more than",
    ],
    ["bytes without end", {}, "0".repeat(1024 * 1024 + 1), "answers with more than"],
  ])("are not believed of a registry that answers with %s", async (_, headers, body, reason) => {
    const front = await startFront(registry.host, (_request, response) => {
      response.writeHead(200, headers).end(body);
      return true;
    });
    try {
      await publish("1.2.0", `${front.host}/shop/web:1.0`);
      const { code, err } = await install();
      expect(code).toBe(0);
      expect(err).toContain(reason);
      expect(await lockOf()).not.toHaveProperty("images");
    } finally {
      await front.close();
    }
  });

  it("keep nobody waiting for a registry that does not answer", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    try {
      await publish("1.2.0", `127.0.0.1:${(silent.address() as AddressInfo).port}/shop/web:1.0`);
      const { code, err } = await install();
      expect(code).toBe(0);
      expect(err).toContain("No answer came within 2.5 seconds.");
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it("have to be digests in the lock", async () => {
    const lock = {
      lockVersion: 1,
      prices: "2026-11-22",
      packages: {},
      images: { "nginx:1.29": { "linux/amd64": "x" } },
    };
    await writeFile(join(folder, "stackwright.lock"), writeLock(lock as never));
    expect((await install()).err).toContain("`sha256:` and 64 hexadecimal digits");
  });
});

function part(digest: string) {
  return { digest, platform: { os: "linux", architecture: "amd64" } };
}
