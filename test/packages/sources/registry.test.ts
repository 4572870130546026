import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readOciAddress } from "../../../extension/sources/ociAddress";
import { artifactType } from "../../../extension/sources/registryPackage";
import { withPerson } from "../../cli/command";
import { packageText } from "../packageText";
import { type Intercept, missingRegistry, skipped, startFront, startRegistry } from "./ociRegistry";

let folder: string;
let closing: (() => Promise<unknown>)[];
const at = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => withPerson(args, folder, []);
const write = (text: string) => writeFile(at("shop", "stackwright.package.yaml"), text);
const anyDigest = `sha256:${"0".repeat(64)}`;
const versioned = (version: string) => packageText().replace("1.2.0", version);
const publish = (host: string) => run("publish", at("shop"), "--to", `oci://${host}/team/shop`);
const install = (host: string, end = "") => run("install", `oci://${host}/team/shop${end}`, at("stackwright.yaml"));
const login = `Basic ${Buffer.from("a:secret-word").toString("base64")}`;
const signIn = (host: string) =>
  writeFile(at("config.json"), JSON.stringify({ auths: { [host]: { auth: login.slice("Basic ".length) } } }));

async function registry(): Promise<string> {
  const started = await startRegistry();
  closing.push(started.close);
  return started.host;
}
async function front(behind: string, intercept: Intercept) {
  const started = await startFront(behind, intercept);
  closing.push(started.close);
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-registry-"));
  closing = [];
  vi.stubEnv("DOCKER_CONFIG", folder);
  vi.stubEnv("STACKWRIGHT_CACHE_DIR", at("cache"));
  await mkdir(at("shop"));
  await write(packageText());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(skipped)(`a package in an OCI registry${missingRegistry}`, () => {
  it("comes back as it was published, and the lock says from where", async () => {
    const host = await registry();
    expect((await publish(host)).code).toBe(0);
    expect((await publish(host)).out).toContain("nothing changed");
    expect((await install(host)).out).toContain("shop 1.2.0");
    const lock = JSON.parse(await readFile(at("stackwright.lock"), "utf8"));
    expect(lock.packages.shop.source).toBe(`oci://${host}/team/shop`);
  });

  it("is the newest version without a tag, and the one that a tag names with it", async () => {
    const host = await registry();
    for (const version of ["1.9.0", "1.10.0", "2.0.0-rc.1"]) {
      await write(versioned(version));
      expect(await publish(host)).toMatchObject({ code: 0, err: "" });
    }
    expect((await install(host)).out).toContain("shop 1.10.0");
    await rm(at("stackwright.yaml"));
    await rm(at("stackwright.lock"));
    expect((await install(host, ":1.9.0")).out).toContain("shop 1.9.0");
    expect((await install(host, ":3.0.0")).err).toContain("has no 3.0.0");
  });

  it("never changes under its version", async () => {
    const host = await registry();
    await publish(host);
    await write(packageText().replace("Sells things", "Sells more"));
    const { code, err } = await publish(host);
    expect(err).toContain("with other content");
    expect(code).not.toBe(0);
  });

  it("is refused when it is not what its digest says, or is larger than a package can be", async () => {
    const host = await registry();
    await publish(host);
    for (const [content, why] of [
      [Buffer.from("other"), "not what its digest says"],
      [Buffer.alloc(2_000_000), "more than"],
    ] as const) {
      const { host: other } = await front(host, ({ url = "", method }, response) => {
        const isLayer = method === "GET" && url.includes("/blobs/");
        if (isLayer) response.end(content);
        return isLayer;
      });
      expect((await install(other)).err).toContain(why);
    }
  });

  it("is read from all pages of a list of tags", async () => {
    const host = await registry();
    await publish(host);
    const { host: paged } = await front(host, ({ url = "" }, response) => {
      if (!url.includes("/tags/list")) return false;
      const isLast = url.includes("last=0.1.0");
      if (!isLast) response.setHeader("link", '</v2/team/shop/tags/list?last=0.1.0>; rel="next"');
      response.end(JSON.stringify({ name: "team/shop", tags: isLast ? ["1.2.0"] : ["0.1.0", "latest"] }));
      return true;
    });
    expect((await install(paged)).out).toContain("shop 1.2.0");
  });

  it("is signed in for with what docker login kept, by password or by token", async () => {
    const host = await registry();
    for (const kind of ["Basic", "Bearer"]) {
      const guarded = await front(host, (request, response) => {
        const { url = "", headers } = request;
        if (url.startsWith("/token")) {
          response.writeHead(headers.authorization === login ? 200 : 401).end('{"token":"a-token"}');
          return true;
        }
        if (headers.authorization === (kind === "Basic" ? login : "Bearer a-token")) return false;
        const realm = `realm="http://${headers.host}/token",service="s"`;
        response.writeHead(401, { "www-authenticate": `${kind} ${realm}` }).end();
        return true;
      });
      expect((await publish(guarded.host)).err).toContain("docker login");
      await signIn(guarded.host);
      const { code, out, err } = await publish(guarded.host);
      expect([code, err]).toEqual([0, ""]);
      expect(out).not.toContain("secret-word");
      if (kind === "Bearer") expect(guarded.seen.some(({ url }) => url.includes("scope=repository"))).toBe(true);
    }
  });

  it("is the one of a digest, which other content cannot have", async () => {
    const host = await registry();
    await publish(host);
    const accept = { accept: "application/vnd.oci.image.manifest.v1+json" };
    const answer = await fetch(`http://${host}/v2/team/shop/manifests/1.2.0`, { headers: accept });
    const digest = `sha256:${createHash("sha256")
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest("hex")}`;
    expect((await install(host, `@${digest}`)).out).toContain("shop 1.2.0");
    const { host: other } = await front(host, ({ url = "" }, response) => {
      if (!url.includes("/manifests/")) return false;
      response.end("{}");
      return true;
    });
    await rm(at("stackwright.lock"));
    expect((await install(other, `@${digest}`)).err).toContain("not what its digest says");
  });

  it("is brought to the version that the registry has by now", async () => {
    const host = await registry();
    await publish(host);
    await install(host);
    await write(versioned("1.3.0"));
    await publish(host);
    expect((await run("outdated", at("stackwright.yaml"))).out).toContain("1.3.0");
    expect((await run("update", "shop", at("stackwright.yaml"), "--yes")).code).toBe(0);
    const lock = JSON.parse(await readFile(at("stackwright.lock"), "utf8"));
    expect(lock.packages.shop).toMatchObject({ version: "1.3.0", source: `oci://${host}/team/shop` });
  });

  it.each([
    ["no manifest", "<html>"],
    ["a container image", JSON.stringify({ schemaVersion: 2, config: {}, layers: [] })],
    ["several layers", JSON.stringify({ artifactType, layers: [{}, {}] })],
    ["a digest of another kind", JSON.stringify({ artifactType, layers: [{ digest: "../../x", size: 1 }] })],
    ["a size that no package has", JSON.stringify({ artifactType, layers: [{ digest: anyDigest, size: 1e9 }] })],
  ])("is refused when the registry answers with %s", async (_, manifest) => {
    const { host } = await front("127.0.0.1:9", (_request, response) => {
      response.end(manifest);
      return true;
    });
    const { code, err } = await install(host, ":1.2.0");
    expect(err).toMatch(/is no package of Stackwright|cannot be checked|more than \d+ bytes/);
    expect(code).not.toBe(0);
  });

  it("is not looked for from one address to the next without end", async () => {
    const { host, seen } = await front("127.0.0.1:9", ({ url = "" }, response) => {
      response.writeHead(302, { location: url }).end();
      return true;
    });
    expect((await install(host, ":1.2.0")).err).toContain("leads from one address to the next");
    expect(seen.length).toBeLessThan(20);
  });

  it("is signed in for with what a credential helper gives, run by its name alone", async () => {
    const host = await registry();
    const guarded = await front(host, ({ headers }, response) => {
      if (headers.authorization === login) return false;
      response.writeHead(401, { "www-authenticate": 'Basic realm="r"' }).end();
      return true;
    });
    const helper = '#!/bin/sh\ncat >/dev/null\necho \'{"Username":"a","Secret":"secret-word"}\'\n';
    await writeFile(at("docker-credential-own"), helper, { mode: 0o755 });
    vi.stubEnv("PATH", `${folder}${delimiter}${process.env["PATH"]}`);
    await writeFile(at("config.json"), JSON.stringify({ credsStore: "../own" }));
    expect((await publish(guarded.host)).err).toContain("docker login");
    await writeFile(at("config.json"), JSON.stringify({ credsStore: "own" }));
    expect(await publish(guarded.host)).toMatchObject({ code: 0, err: "" });
  });

  it("tells another host, where a layer lies, nothing of what signed in", async () => {
    const host = await registry();
    await publish(host);
    const elsewhere = await front(host, () => false);
    const guarded = await front(host, ({ url = "", headers }, response) => {
      if (headers.authorization !== login) response.writeHead(401, { "www-authenticate": 'Basic realm="r"' }).end();
      else if (url.includes("/blobs/")) response.writeHead(307, { location: `http://${elsewhere.host}${url}` }).end();
      else return false;
      return true;
    });
    await signIn(guarded.host);
    expect(await install(guarded.host)).toMatchObject({ code: 0, err: "" });
    expect(elsewhere.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });
});

describe("the address of a package in a registry", () => {
  it.each([
    "oci://shop",
    "oci://team/shop",
    "oci://a:secret-word@ghcr.io/team/shop",
    "oci://ghcr.io/../shop",
    "oci://ghcr.io/team/shop?x",
    "oci://ghcr.io/team/shop@sha256:12",
    "oci://-x/shop\u001b[2J",
  ])("is not %j", (text) => {
    expect(() => readOciAddress(text)).toThrow(/^What follows oci:\/\/ is no address/);
  });

  it("has TLS everywhere but on this machine", () => {
    expect(readOciAddress("oci://ghcr.io/team/shop:1.0.0").origin).toBe("https://ghcr.io");
    expect(readOciAddress("oci://localhost:5000/shop").origin).toBe("http://localhost:5000");
  });
});
