import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "../../extension/deploy/execute";
import { operationsOf } from "../../extension/deploy/journal/journal";
import { historyOf } from "../../extension/deploy/operate/history";
import { earlierRevision } from "../../extension/deploy/operate/redeploy";
import { keepRevision, pruneRevisions, readRevision } from "../../extension/deploy/operate/revision";
import { plan } from "../../extension/deploy/plan";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, type Ground, openGround, Recorder, refusalOf } from "../deploy/ground";

const manifestWith = (image: string, password = "hunter2-hunter2") => `name: shop
region: us-east-1
components:
  jobs:
    type: worker
    image: ${image}
    env:
      ADMIN_PASSWORD: ${password}
      GREETING: hello
`;

describe("a revision that was deployed", () => {
  let ground: Ground;
  let folder: string;
  beforeAll(async () => {
    ground = await openGround();
    folder = await mkdtemp(join(tmpdir(), "stackwright-revision-"));
    for (const image of ["example/jobs:1", "example/jobs:2"]) await deploy(manifestWith(image));
  });
  afterAll(async () => {
    await ground.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function deploy(manifest: string): Promise<void> {
    const app = appOf(manifest);
    const synthesis = synthesize(app);
    const result = await plan(ground.cloud, app, synthesis, new Recorder());
    if (result.kind !== "plan") throw new Error("There is nothing to change.");
    const revision = { manifest: openManifest(manifest), template: synthesis.text };
    const outcome = await execute(ground.cloud, result.plan, new Recorder(), undefined, {
      journal: { folder },
      revision,
    });
    expect(outcome.ok).toBe(true);
  }

  it("is in the history with who deployed it and what it changed, the newest first", async () => {
    const { identity } = ground.cloud;
    const [second, first] = await historyOf({ folder }, { stackName: "shop-default", account: identity.account });
    expect(first).toMatchObject({ operation: "deploy", status: "succeeded", who: identity.arn });
    expect(first?.changes?.every(({ action }) => action === "add")).toBe(true);
    expect(second?.changes).toContainEqual(
      expect.objectContaining({ component: "jobs", label: "task definition", properties: [] }),
    );
    expect(second?.revision?.key).not.toBe(first?.revision?.key);
  });

  it("can be planned again from the journal alone, with the values of secrets that are deployed now", async () => {
    const [, first] = await operationsOf({ folder });
    if (first === undefined) throw new Error("The first deployment is not in the journal.");
    const earlier = await earlierRevision(ground.cloud, { folder }, first, { openManifest });
    expect(earlier.synthesis.template).toEqual(synthesize(appOf(manifestWith("example/jobs:1"))).template);
    const result = await plan(ground.cloud, earlier.app, earlier.synthesis, new Recorder());
    expect(result).toMatchObject({ kind: "plan", plan: { stackName: "shop-default", kind: "update" } });
  });

  it("leaves nothing secret in the journal's folder", async () => {
    const names = await readdir(folder, { recursive: true });
    const files = await Promise.all(names.map(async (name) => ({ name, info: await stat(join(folder, name)) })));
    const texts = await Promise.all(
      files.filter(({ info }) => info.isFile()).map(({ name }) => readFile(join(folder, name), "utf8")),
    );
    expect(texts.join("\n")).toContain("GREETING");
    expect(texts.join("\n")).not.toContain("hunter2");
  });

  it("is refused when a secret of its own is not deployed any more, and says which", async () => {
    await deploy(manifestWith("example/jobs:3").replace(/ {6}ADMIN_PASSWORD.*\n/, ""));
    const first = (await operationsOf({ folder })).at(-1);
    if (first === undefined) throw new Error("The first deployment is not in the journal.");
    const failure = await refusalOf(earlierRevision(ground.cloud, { folder }, first, { openManifest }));
    expect(failure.code).toBe("revision-incomplete");
    expect(failure.message).toContain("ADMIN_PASSWORD");
  });

  it("is refused when its texts are gone", async () => {
    const [newest] = await operationsOf({ folder });
    if (newest?.revision === undefined) throw new Error("The last deployment is not in the journal.");
    const entry = { ...newest, revision: { key: "0".repeat(32), commit: "abc1234" } };
    const failure = await refusalOf(earlierRevision(ground.cloud, { folder }, entry, { openManifest }));
    expect(failure).toMatchObject({ code: "revision-incomplete", fix: "Check out abc1234 and deploy." });
  });
});

describe("the texts of revisions", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stackwright-texts-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const content = { manifest: openManifest(manifestWith("example/jobs:1")), template: `{"Resources":{}}` };

  it("name the commit that was checked out, and whether the manifest differed from it", async () => {
    const repository = join(folder, "repository");
    await mkdir(repository);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
        cwd: repository,
        encoding: "utf8",
      });
    const path = join(repository, "stackwright.yaml");
    git("init", "-q");
    await writeFile(path, content.manifest.text);
    git("add", ".");
    git("commit", "-qm", "first");
    const commit = git("rev-parse", "HEAD").trim();
    expect(await keepRevision(folder, content, path)).toEqual({ key: expect.any(String), commit });
    await writeFile(path, manifestWith("example/jobs:2"));
    expect(await keepRevision(folder, content, path)).toMatchObject({ commit, changed: true });
  });

  it("are kept once for the same content, and not beside a manifest that is in no repository", async () => {
    const first = await keepRevision(folder, content, join(folder, "stackwright.yaml"));
    expect(first).toEqual({ key: first.key });
    expect(await keepRevision(folder, content, undefined)).toEqual(first);
  });

  it("go when no operation speaks of them any more, unless they are quite new", async () => {
    const used = await keepRevision(folder, content, undefined);
    const unused = await keepRevision(folder, { ...content, template: `{"Resources":{"A":{}}}` }, undefined);
    await pruneRevisions(folder, new Set([used.key]));
    expect(await readRevision(folder, unused.key)).toBeDefined();
    const old = new Date(Date.now() - 2 * 3600_000);
    await utimes(join(folder, "revisions", `${unused.key}.json`), old, old);
    await pruneRevisions(folder, new Set([used.key]));
    expect(await readRevision(folder, unused.key)).toBeUndefined();
    expect(await readRevision(folder, used.key)).toBeDefined();
  });

  it("are read under the names that they are kept by, and under no other", async () => {
    expect(await readRevision(folder, "../../secrets")).toBeUndefined();
  });
});
