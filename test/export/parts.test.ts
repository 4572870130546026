import { describe, expect, it } from "vitest";
import type { Route } from "../../extension/manifest/app";
import { attachments } from "../../extension/targets/export/attachments";
import { envExample } from "../../extension/targets/export/envExample";
import { carried, each, fateOf, left } from "../../extension/targets/export/fates";
import { fieldOf } from "../../extension/targets/export/fieldOf";
import { Fronts } from "../../extension/targets/export/fronts";
import { Names, variableName } from "../../extension/targets/export/names";
import { leftOut } from "../../extension/targets/export/notes";
import { inOrder, patternsOf } from "../../extension/targets/export/order";
import { shellLine, wordLine } from "../../extension/targets/export/shell";
import { sizeRank } from "../../extension/targets/export/sizeRank";
import { yamlText } from "../../extension/targets/export/yamlText";
import { route } from "../aws/fixture";
import { read, shop } from "./read";

describe("names", () => {
  it("are given out once each, and never one that is taken", () => {
    const names = new Names(["web", "web-2"]);
    expect([names.take("web", "-"), names.take("web", "-"), names.take("db", "-")]).toEqual(["web-3", "web-4", "db"]);
  });

  it("of variables are such as a shell takes", () => {
    expect(variableName("my-db", "password")).toBe("MY_DB_PASSWORD");
  });
});

describe("routes for a server that takes the first that fits", () => {
  it("have a named host before a pattern before any, and a longer path before a shorter one", () => {
    const routes: readonly Route[] = [
      route("a"),
      route("b", "/api"),
      route("c", "/", { host: "*.example.com" }),
      route("d", "/", { host: "www.example.com" }),
      route("e", "/api/v2"),
    ];
    expect(inOrder(routes).map(({ to }) => to)).toEqual(["d", "c", "e", "b", "a"]);
  });

  it.each([
    ["/", []],
    ["/*", []],
    ["/api", ["/api", "/api/*"]],
    ["/api/", ["/api/*"]],
    ["/api*", ["/api*"]],
  ])("stand for the same paths as on AWS: %s", (path, patterns) => {
    expect(patternsOf(route("web", path))).toEqual(patterns);
  });
});

describe("a command", () => {
  it("is a line of a shell, as it was written for one", () => {
    expect(shellLine(["sh", "-c", "a && b"])).toBe("a && b");
    expect(shellLine(["bin/rails", "db:migrate"])).toBe("bin/rails db:migrate");
  });

  it("is words that need no shell", () => {
    expect(wordLine(["sh", "-c", "a && b"])).toBe("sh -c 'a && b'");
    expect(wordLine(["echo", "it's", "", "$HOME"])).toBe("echo 'it'\\''s' '' '$HOME'");
  });
});

describe("a size", () => {
  it.each([
    ["nano", 0],
    ["xlarge", 5],
    ["db.t4g.medium", 3],
    ["db.r7g.16xlarge", 5],
  ])("%s has the place %d", (size, rank) => {
    expect(sizeRank(size)).toBe(rank);
  });
});

describe("the fate of a field", () => {
  const fates = {
    ...each(["web", "worker"], { scale: left("No."), image: carried("Yes.") }),
    "web.scale.min": carried("Min."),
  };

  it("is its own, or that of the nearest thing around it", () => {
    expect(fateOf(fates, "web.scale.min")?.words).toBe("Min.");
    expect(fateOf(fates, "web.scale.max")?.words).toBe("No.");
    expect(fateOf(fates, "worker.image")?.kind).toBe("carried");
    expect(fateOf(fates, "cron.image")).toBeUndefined();
  });
});

describe("what is left out", () => {
  const fates = {
    region: left("R."),
    "web.cpu": left("C."),
    "web.scale.max": left("M."),
    "environments.*.account": left("A."),
  };
  const text = shop(
    "web: { type: web, image: nginx, port: 80, cpu: 1, memory: 2Gi, scale: { min: 1, max: 3 } }",
    'environments:\n  staging: {}\n  live: { account: "111122223333", components: { web: { cpu: 2, memory: 4Gi } } }\n',
  );
  const told = (environment: string) => leftOut(read(text, environment), fates).map(fieldOf);

  it("is told where it is written: in the base, or for the environment", () => {
    expect(told("staging")).toEqual(["region", "web.cpu", "web.scale.max"]);
    expect(told("live")).toEqual(["region", "environments.live.account", "web.cpu", "web.scale.max"]);
    const [note] = leftOut(read(text, "live"), { "web.cpu": left("C.") });
    expect(note?.path).toEqual(["environments", "live", "components", "web", "cpu"]);
  });

  it("is not told for a default", () => {
    const plain = read(shop("web: { type: web, image: nginx, port: 80 }"));
    expect(leftOut(plain, { "web.cpu": left("C."), network: left("N.") })).toEqual([]);
  });
});

describe("the word before a store's variables", () => {
  it("is that of the first connection to it, or its own name", () => {
    const app = read(
      shop(`
a: { type: worker, image: nginx, connections: { db: { as: MAIN } } }
b: { type: worker, image: nginx, connections: { db: { as: OTHER } } }
db: { type: postgres }
my-cache: { type: redis }`),
    );
    expect([...attachments(app)]).toEqual([
      ["db", "MAIN"],
      ["my-cache", "MY_CACHE"],
    ]);
  });

  it("is never that of another store", () => {
    const app = read(
      shop(`
a: { type: worker, image: nginx, connections: { one: { as: DB } } }
b: { type: worker, image: nginx, connections: { two: { as: DB } } }
one: { type: postgres }
two: { type: mysql }`),
    );
    expect([...attachments(app)]).toEqual([
      ["one", "DB"],
      ["two", "TWO"],
    ]);
  });
});

describe("the fronts of an application", () => {
  const app = read(
    shop(`
edge:
  type: load-balancer
  domain: ["*.example.com", example.com, api.example.com]
  hostedZone: Z0123456789ABCDEFGHIJ
  routes: [{ to: api, host: api.example.com }, { to: web }]
web: { type: web, image: nginx, port: 80 }
api: { type: web, image: nginx, port: 81 }`),
  );
  const fronts = new Fronts(app);

  it("give each service the domains that lead to it", () => {
    expect(fronts.domainsOf("web")).toEqual(["*.example.com", "example.com"]);
    expect(fronts.domainsOf("api")).toEqual(["api.example.com"]);
  });

  it("know an address in advance where there is a domain", () => {
    const text = (attribute: string) => fronts.literalOf({ component: "edge", attribute, urlencode: false });
    expect([text("host"), text("url")]).toEqual(["example.com", "https://example.com"]);
    expect(fronts.literalOf({ component: "api", attribute: "port", urlencode: false })).toBe("81");
    expect(fronts.literalOf({ component: "api", attribute: "host", urlencode: false })).toBeUndefined();
  });
});

describe("a text of YAML", () => {
  it("has quotes around what an older reader would take for something else", () => {
    expect(yamlText(["Head", ""], { a: "no", b: "12:30", c: "0123", d: "plain" })).toBe(
      '# Head\n#\na: "no"\nb: "12:30"\nc: "0123"\nd: plain\n',
    );
  });

  it("repeats what is the same, and breaks no line", () => {
    const long = `${"word ".repeat(40)}end`;
    const same = { x: long };
    expect(yamlText([], { a: same, b: same })).toBe(`a:\n  x: ${long}\nb:\n  x: ${long}\n`);
  });
});

describe("a file of variables to be filled in", () => {
  it("has no value, and says which one is expected", () => {
    expect(
      envExample([
        { name: "KEY", about: "KEY of web.", length: 40 },
        { name: "MAIL", about: "Yours." },
      ]),
    ).toBe(
      "# Copy this to .env and fill it in. Keep .env out of version control.\n\n# KEY of web. A new value: 40 letters and digits by chance.\nKEY=\n\n# Yours.\nMAIL=\n",
    );
  });
});
