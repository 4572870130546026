import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { satisfies } from "semver";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { isCompatible } from "../../extension/packages/isCompatible";
import { withPerson } from "../cli/command";

const about = (name: string, version: string) =>
  `name: ${name}\nversion: ${version}\ntitle: ${name}\ndescription: It is ${name}.\nappVersion: "1"\nlicence: MIT\nhomepage: https://example.com/\n`;

const store = (version = "1.2.0", image = "nginx:1.29") => `${about("store", version)}
parameters:
  size: { type: string, title: Size, default: small, enum: [micro, small] }
components:
  db: { type: postgres, version: "17", size: "\${{ parameters.size }}" }
  admin: { type: web, image: ${image}, port: 80, env: { DATABASE: "\${{ db.host }}" } }
`;

/** It knows the store's database as `data`, and its image knows the variables by that name. */
const blog = (
  version = "1.0.0",
  needs = "{ type: postgres, package: store, version: 1.1.0, component: db }",
) => `${about("blog", version)}
needs:
  data: ${needs}
components:
  web: { type: web, image: nginx:1.29, port: 80, connections: [data], env: { HOST: "\${{ data.host }}" } }
`;

let folder: string;
const read = (name: string) => readFile(join(folder, name), "utf8");
const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};
const publish = (text: string) => {
  const [, name, version] = /^name: (.*)\nversion: (.*)\n/.exec(text) ?? [];
  return put(`index/${name}/${version}/stackwright.package.yaml`, text);
};
const manifest = () => join(folder, "stackwright.yaml");
const run = (command: string, name: string, ...more: string[]) =>
  withPerson([command, name, manifest(), "--index", join(folder, "index"), ...more], folder, []);
const why = (component: string) => withPerson(["why", component, manifest()], folder, []);
const lockOf = async () => JSON.parse(await read("stackwright.lock")).packages;
const components = async () => openManifest(await read("stackwright.yaml")).components.map(({ name }) => name);
const names = async () => {
  const app = openManifest(await read("stackwright.yaml")).appFor();
  return [...(app?.components.keys() ?? [])];
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-needs-"));
  await publish(store());
  await publish(blog());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a package that needs another", () => {
  it("brings it along, and uses its component by the manifest's name", async () => {
    const { out, code } = await run("install", "blog");
    expect(code, out).toBe(0);
    expect(out).toContain("store 1.2.0 came along, which it needs.");
    expect(await read("stackwright.yaml")).toMatch(/^name: blog\n/);
    expect(await names()).toEqual(["db", "admin", "web"]);
    expect(await lockOf()).toMatchObject({
      blog: { components: { web: "web" }, shared: { data: "db" }, needs: { store: "1.1.0" } },
      store: { version: "1.2.0", range: "^1.2.0", components: { db: "db", admin: "admin" } },
    });
    expect(
      openManifest(await read("stackwright.yaml")).problems.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  it("has the variables that its image knows, whatever the component is called", async () => {
    await run("install", "blog");
    const app = openManifest(await read("stackwright.yaml")).appFor();
    expect(app?.components.get("web")).toMatchObject({ connections: [{ to: "db", prefix: "DATA" }] });
    expect(await read("stackwright.yaml")).toContain("${{ db.host }}");
  });

  it("shares what is there already, renamed or not", async () => {
    await put("stackwright.yaml", "name: ours\ncomponents:\n  db: { type: worker, image: busybox:1.37 }\n");
    await run("install", "store");
    await run("install", "blog");
    expect(await names()).toEqual(["db", "db-2", "admin", "web"]);
    expect((await lockOf()).blog).toMatchObject({ shared: { data: "db-2" } });
    expect((await run("install", "blog")).out).toContain("nothing changed");
  });

  it("gives it the parameters that it asks for, and says which does not fit", async () => {
    const needs = (size: string) =>
      `{ type: postgres, package: store, version: 1.0.0, component: db, parameters: { size: ${size} } }`;
    await publish(blog("1.1.0", needs("huge")));
    expect((await run("install", "blog")).err).toContain("blog needs store with a value that does not fit.");
    await publish(blog("1.2.0", needs("micro")));
    await run("install", "blog");
    expect((await lockOf()).store.parameters).toEqual({ size: "micro" });
  });

  it("may name the entrance of another", async () => {
    await publish(
      store("1.3.0").replace("components:", "components:\n  edge: { type: load-balancer, routes: [{ to: admin }] }"),
    );
    await publish(
      blog("1.1.0", "{ type: load-balancer, package: store, version: 1.3.0, component: edge }")
        .replace("connections: [data], ", "")
        .replace("data.host", "data.url"),
    );
    expect((await run("install", "blog")).code).toBe(0);
    expect(await read("stackwright.yaml")).toContain("${{ edge.url }}");
  });

  it("takes a component of the person's own in its place, when asked to", async () => {
    await put("stackwright.yaml", "name: ours\ncomponents:\n  main: { type: postgres } # Ours.\n");
    const { out } = await run("install", "blog", "--with", "data=main");
    expect(out).toContain("and uses main");
    expect(await names()).toEqual(["main", "web"]);
    expect(await lockOf()).toMatchObject({ blog: { shared: { data: "main" } } });
    expect((await why("main")).out).toBe("main came with no package: it was written here.\nblog uses it.\n");
  });

  it.each([
    ["data=nothing", "The manifest has no component nothing, which blog would use."],
    ["data=side", "blog uses data as a postgres, and side is a worker."],
    ["cache=side", "blog has no component cache that side could take the place of."],
    ["data", "--with takes a component of the package and one of the manifest, as db=main, and not data."],
  ])("refuses --with %s, and writes nothing", async (pair, reason) => {
    const before = "name: ours\ncomponents:\n  side: { type: worker, image: busybox:1.37 }\n";
    await put("stackwright.yaml", before);
    expect(await run("install", "blog", "--with", pair)).toMatchObject({
      code: 2,
      err: expect.stringContaining(reason),
    });
    expect(await read("stackwright.yaml")).toBe(before);
    await expect(lockOf()).rejects.toThrow();
  });

  it.each([
    [{ package: "other" }, "blog needs other, which is not to be found where packages are taken from."],
    [{ version: "2.0.0" }, "blog needs store: store has no version in ^2.0.0. It has: 1.2.0."],
    [{ component: "cache" }, "blog needs store for its component cache, which it does not have."],
    [{ type: "mysql" }, "blog uses data as a mysql, and db is a postgres."],
    [{ component: "constructor" }, "blog needs store for its component constructor, which it does not have."],
  ])("is not installed where what it needs is not there: %j", async (other, reason) => {
    const need = { type: "postgres", package: "store", version: "1.1.0", component: "db", ...other };
    await publish(blog("1.1.0", JSON.stringify(need)));
    expect(await run("install", "blog")).toMatchObject({ code: 2, err: expect.stringContaining(reason) });
    await expect(read("stackwright.yaml")).rejects.toThrow("ENOENT");
  });

  it("is not installed beside one that is too old", async () => {
    await publish(store("1.0.0"));
    await run("install", "store@1.0.0");
    expect((await run("install", "blog")).err).toContain(
      "blog needs store 1.1.0 or a newer one that is compatible, and not 1.0.0.",
    );
  });

  it("never needs itself", async () => {
    const circle = "needs: { page: { type: web, package: blog, version: 1.0.0, component: web } }\ncomponents:";
    await publish(store("1.3.0").replace("components:", circle));
    expect((await run("install", "blog")).err).toContain("blog needs store needs blog: that is a circle");
  });

  it("cannot call what it needs as one of its own", async () => {
    await publish(blog("1.1.0").replace("  data:", "  web:"));
    expect((await run("install", "blog")).err).toContain("web is a component of the package and one that it needs");
  });
});

describe("a component of one's own in the place of a package's", () => {
  it("is used instead of it, and never removed with it", async () => {
    await put("stackwright.yaml", 'name: ours\ncomponents:\n  main: { type: postgres, version: "17" }\n');
    await run("install", "store", "--with", "db=main");
    expect(await names()).toEqual(["main", "admin"]);
    expect(await read("stackwright.yaml")).toContain("${{ main.host }}");
    await publish(store("1.3.0", "nginx:1.30"));
    expect((await run("update", "store", "--yes")).code).toBe(0);
    expect(await names()).toEqual(["main", "admin"]);
    expect(await read("stackwright.yaml")).toContain("nginx:1.30");
    expect((await run("remove", "store")).out).toContain("  admin\n");
    expect(await components()).toEqual(["main"]);
  });
});

describe("what is needed", () => {
  beforeEach(() => run("install", "blog"));

  it("says who uses it", async () => {
    expect((await why("db")).out).toMatch(/^db came with store 1\.2\.0.*\n(.*\n)*blog uses it\.\n$/);
  });

  it("stays as long as it is used, and is named when nothing uses it any more", async () => {
    expect((await run("remove", "store")).err).toContain("blog uses store. Take blog out first");
    expect((await run("remove", "blog")).out).toContain("store stays, which nothing uses any more");
    expect(await components()).toEqual(["db", "admin"]);
    expect((await run("remove", "store")).code).toBe(0);
  });

  it("is not brought to a version that does not do", async () => {
    await publish(store("2.0.0"));
    expect((await run("update", "store", "--to", "^2.0", "--yes")).err).toContain(
      "blog needs store 1.1.0 or a newer one that is compatible, and not 2.0.0: update blog first.",
    );
  });

  it("may be new in a later version", async () => {
    const more = `${blog("1.1.0")}  job: { type: worker, image: "nginx:1.29", env: { CACHE: "\${{ cache.host }}" } }\n`;
    await publish(
      more.replace("needs:", "needs:\n  cache: { type: redis, package: fast, version: 1.0.0, component: cache }"),
    );
    await publish(`${about("fast", "1.0.1")}components:\n  cache: { type: redis }\n`);
    const { out } = await run("update", "blog", "--yes");
    expect(out).toContain("fast 1.0.1 (fast)");
    expect(await names()).toEqual(["db", "admin", "web", "cache", "job"]);
    expect((await lockOf()).blog).toMatchObject({ shared: { data: "db", cache: "cache" } });
  });

  it("takes over what was the package's own before, with its data", async () => {
    await publish(`${about("wiki", "1.0.0")}components:
  data: { type: postgres }
  web: { type: web, image: nginx:1.29, port: 80, env: { HOST: "\${{ data.host }}" } }\n`);
    await run("install", "wiki");
    await publish(blog("1.1.0").replace("name: blog", "name: wiki"));
    await run("update", "wiki", "--yes");
    expect(await names()).toContain("data");
    expect((await lockOf()).wiki).toMatchObject({ shared: { data: "data" } });
  });
});

it("means by compatible what semver means by a caret", () => {
  const numbers = [0, 1, 2];
  const all = numbers.flatMap((a) => numbers.flatMap((b) => numbers.map((c) => `${a}.${b}.${c}`)));
  for (const least of all) {
    for (const version of [...all, "1.2.0-beta.1", "2.0.0-rc.1"]) {
      expect([version, least, isCompatible(version, least)]).toEqual([version, least, satisfies(version, `^${least}`)]);
    }
  }
});
