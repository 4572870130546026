import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { clientOf, settled, start, temporaryDirectory } from "../support/start";
import { template } from "../support/templates";
import { clientsOf } from "./ground";

const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const TYPE = "application/vnd.oci.image.manifest.v1+json";

const layer = "a layer";
const config = '{"architecture":"amd64","os":"linux"}';
const part = (text: string) => ({ mediaType: "application/octet-stream", digest: digestOf(text), size: text.length });
const image = JSON.stringify({ schemaVersion: 2, mediaType: TYPE, config: part(config), layers: [part(layer)] });

const body = (name: string, properties: object = {}, more: object = {}) =>
  template({ Images: { Type: "AWS::ECR::Repository", Properties: { RepositoryName: name, ...properties }, ...more } });

/** A repository `team/app`, and a way to ask its registry with ECR's token. */
async function opened(properties: object = {}, directory = temporaryDirectory()) {
  const sandbox = await start({ directory });
  const cloud = clientOf(sandbox);
  const { ecr } = clientsOf(sandbox);
  const make = async () => {
    await cloud.createStack({ StackName: "images", TemplateBody: body("team/app", properties) });
    await settled(cloud, "images");
  };
  const { authorizationData: [data] = [] } = await ecr.getAuthorizationToken({});
  const authorization = `Basic ${data?.authorizationToken}`;
  const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(new URL(path, data?.proxyEndpoint), { ...init, headers: { authorization, ...init.headers } });
  const send = async (text: string, digest = digestOf(text), repository = "team/app") => {
    const begun = await ask(`/v2/${repository}/blobs/uploads/`, { method: "POST" });
    return ask(`${begun.headers.get("location")}?digest=${digest}`, { method: "PUT", body: text });
  };
  const tag = (reference: string, text = image) =>
    ask(`/v2/team/app/manifests/${reference}`, { method: "PUT", body: text, headers: { "content-type": TYPE } });
  const push = async (reference = "1.0") => {
    for (const text of [layer, config]) await send(text);
    return tag(reference);
  };
  return { sandbox, cloud, ecr, make, ask, send, tag, push, data };
}

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { code: string }[] }).errors.map(({ code }) => code);

describe("the Sandbox's registry", () => {
  it("is where ECR's token says, and takes nobody without it", async () => {
    const { data, ask, sandbox } = await opened();
    expect(data?.proxyEndpoint).toBe(sandbox.endpoint);
    expect(data?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
    expect((await ask("/v2/")).status).toBe(200);
    const stranger = await fetch(`${sandbox.endpoint}/v2/`, {
      headers: { authorization: `Basic ${btoa("AWS:guess")}` },
    });
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect(await codeOf(stranger)).toEqual(["UNAUTHORIZED"]);
  });

  it("takes an image and gives it back, byte for byte", async () => {
    const { make, push, ask } = await opened();
    await make();
    const pushed = await push();
    expect([pushed.status, pushed.headers.get("docker-content-digest")]).toEqual([201, digestOf(image)]);
    for (const reference of ["1.0", digestOf(image)]) {
      const answer = await ask(`/v2/team/app/manifests/${reference}`);
      expect(answer.headers.get("content-type")).toBe(TYPE);
      expect(await answer.text()).toBe(image);
    }
    const blob = await ask(`/v2/team/app/blobs/${digestOf(layer)}`);
    expect(await blob.text()).toBe(layer);
    const head = await ask(`/v2/team/app/blobs/${digestOf(layer)}`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(layer.length)]);
    expect(await (await ask("/v2/team/app/tags/list")).json()).toEqual({ name: "team/app", tags: ["1.0"] });
  });

  it("has only repositories that a stack has made, and as long as it is there", async () => {
    const { cloud, make, push, ask } = await opened();
    expect(await codeOf(await ask("/v2/team/app/manifests/1.0"))).toEqual(["NAME_UNKNOWN"]);
    await make();
    await push();
    await cloud.deleteStack({ StackName: "images" });
    await expect.poll(async () => (await ask("/v2/team/app/tags/list")).status).toBe(404);
    await make();
    expect(await (await ask("/v2/team/app/tags/list")).json()).toEqual({ name: "team/app", tags: [] });
    expect((await ask(`/v2/team/app/blobs/${digestOf(layer)}`)).status).toBe(404);
  });

  it("refuses bytes that are not what their digest says", async () => {
    const { make, send, tag, ask } = await opened();
    await make();
    const wrong = digestOf("something else");
    expect(await codeOf(await send(layer, wrong))).toEqual(["DIGEST_INVALID"]);
    expect((await ask(`/v2/team/app/blobs/${wrong}`, { method: "HEAD" })).status).toBe(404);
    await send(layer);
    await send(config);
    expect(await codeOf(await tag(wrong))).toEqual(["DIGEST_INVALID"]);
  });

  it("refuses an image whose parts are not there", async () => {
    const { make, send, tag } = await opened();
    await make();
    await send(layer);
    const refused = await tag("1.0");
    expect(refused.status).toBe(400);
    expect(await codeOf(refused)).toEqual(["MANIFEST_BLOB_UNKNOWN"]);
    expect(await codeOf(await tag("1.0", "no manifest"))).toEqual(["MANIFEST_INVALID"]);
  });

  it("takes a blob in parts, one after the other", async () => {
    const { make, ask } = await opened();
    await make();
    const begun = await ask("/v2/team/app/blobs/uploads/", { method: "POST" });
    const location = begun.headers.get("location") ?? "";
    const patch = (text: string, range: string) =>
      ask(location, { method: "PATCH", body: text, headers: { "content-range": range } });
    expect((await patch("a la", "0-3")).headers.get("range")).toBe("0-3");
    expect((await patch("yer", "9-11")).status).toBe(416);
    expect((await patch("yer", "4-6")).status).toBe(202);
    expect((await ask(location)).headers.get("range")).toBe("0-6");
    expect((await ask(`${location}?digest=${digestOf(layer)}`, { method: "PUT" })).status).toBe(201);
    expect(await codeOf(await ask(location))).toEqual(["BLOB_UPLOAD_UNKNOWN"]);
  });

  it("moves no tag of a repository that says so", async () => {
    const { make, push, tag } = await opened({ ImageTagMutability: "IMMUTABLE" });
    await make();
    await push();
    const other = JSON.stringify({ ...JSON.parse(image), annotations: { of: "another" } });
    expect(await codeOf(await tag("1.0", other))).toEqual(["TAG_INVALID"]);
    expect((await tag("1.0")).status).toBe(201);
    expect((await tag("1.1", other)).status).toBe(201);
  });

  it.each([
    "/v2/team/app/blobs/..%2F..%2Fowner.json",
    "/v2/..%2F/manifests/1",
    "/v2/team/app/blobs/uploads/..%2Findex",
  ])("leads nowhere else: %s", async (path) => {
    const { make, ask } = await opened();
    await make();
    expect((await ask(path)).status).toBe(404);
  });

  it("still has its images after a restart, for a new token", async () => {
    const directory = temporaryDirectory();
    const first = await opened({}, directory);
    await first.make();
    await first.push();
    await first.sandbox.close();
    const again = await opened({}, directory);
    expect(again.data?.authorizationToken).not.toBe(first.data?.authorizationToken);
    expect((await again.ask("/v2/team/app/manifests/1.0")).status).toBe(200);
  });
});

describe("ECR", () => {
  it("describes repositories and their images", async () => {
    const { make, push, ecr } = await opened();
    await make();
    await push();
    const { repositories } = await ecr.describeRepositories({});
    expect(repositories).toMatchObject([
      { repositoryName: "team/app", repositoryUri: "000000000000.dkr.ecr.us-east-1.amazonaws.com/team/app" },
    ]);
    const { imageDetails } = await ecr.describeImages({ repositoryName: "team/app" });
    expect(imageDetails).toMatchObject([
      { imageDigest: digestOf(image), imageTags: ["1.0"], imageSizeInBytes: layer.length + config.length },
    ]);
    await expect(
      ecr.describeImages({ repositoryName: "team/app", imageIds: [{ imageTag: "2.0" }] }),
    ).rejects.toMatchObject({ name: "ImageNotFoundException" });
  });

  it("does not know what no stack of the Region has made", async () => {
    const { make, sandbox, ecr } = await opened();
    await make();
    await expect(ecr.describeRepositories({ repositoryNames: ["team/api"] })).rejects.toMatchObject({
      name: "RepositoryNotFoundException",
    });
    expect((await clientsOf(sandbox, "eu-west-1").ecr.describeRepositories({})).repositories).toEqual([]);
  });
});
