import { describe, expect, it } from "vitest";
import type { PictureComponent } from "../../extension/protocol/messages";
import { commonFields, commonValues } from "../../webview/inspector/commonFields";
import { injectedBy, portOf } from "../../webview/inspector/connections";
import { pathAt, removeAt, setAt } from "../../webview/inspector/place";
import { memoryAlong, memoryChoices, rangeOf } from "../../webview/inspector/taskSizes";

function component(name: string, type: string, fields: PictureComponent["fields"] = {}): PictureComponent {
  return { name, type, summary: "", fields: { type, ...fields } };
}

describe("the sizes of a task", () => {
  it("are those that the platform has", () => {
    expect(memoryChoices(0.25)).toEqual(["512Mi", "1Gi", "2Gi"]);
    expect(memoryChoices(3)).toEqual([]);
    expect(rangeOf(8)).toEqual({ from: "16 GiB", to: "60 GiB" });
    expect(rangeOf(3)).toBeUndefined();
  });

  it.each([
    [1, "2Gi", undefined],
    [2, "2Gi", "4Gi"],
    [0.25, "8Gi", "2Gi"],
    [8, "17Gi", "16Gi"],
    [2, undefined, undefined],
    [2, "plenty", undefined],
  ])("with %d vCPU, %s becomes %s", (cpu, memory, along) => {
    expect(memoryAlong(cpu, memory)).toBe(along);
  });
});

describe("what a connection injects", () => {
  const db = component("main-db", "postgres");
  const typeOf = (name: string) => ({ "main-db": "postgres", cache: "redis" })[name];
  const names = (from: PictureComponent, prefix = "") =>
    injectedBy(from, db, prefix, typeOf).flatMap(({ name, conflict }) =>
      conflict ? [`${name} ${conflict.kind}`] : [],
    );

  it("is one variable for each attribute, named after the component", () => {
    const injected = injectedBy(component("web", "web"), db, "", typeOf);
    expect(injected.map(({ name }) => name)).toContain("MAIN_DB_URL");
    expect(injected.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["MAIN_DB_URL", "MAIN_DB_PASSWORD"]),
    );
    expect(injected.find(({ name }) => name === "MAIN_DB_PORT")?.isSecret).toBe(false);
  });

  it("conflicts with what is set already", () => {
    const web = component("web", "web", {
      env: { MAIN_DB_HOST: "elsewhere" },
      secrets: { MAIN_DB_PASSWORD: { generate: {} } },
    });
    expect(names(web).sort()).toEqual(["MAIN_DB_HOST env", "MAIN_DB_PASSWORD secrets"]);
    expect(names(web, "OTHER")).toEqual([]);
  });

  it("conflicts with another connection of the same prefix, but not with itself", () => {
    expect(names(component("web", "web", { connections: ["cache", "main-db"] }), "CACHE")).toEqual(
      expect.arrayContaining(["CACHE_URL connection", "CACHE_HOST connection"]),
    );
    expect(names(component("web", "web", { connections: ["main-db"] }))).toEqual([]);
  });

  it("counts what an environment adds", () => {
    const web = { ...component("web", "web"), override: { env: { MAIN_DB_URL: "elsewhere" } } };
    expect(names(web)).toEqual(["MAIN_DB_URL env"]);
  });

  it("opens the way to the port of the target", () => {
    expect([db, component("cache", "redis"), component("api", "web", { port: 8080 })].map(portOf)).toEqual([
      "5432",
      "6379",
      "8080",
    ]);
  });
});

describe("where a field is written", () => {
  const web = { ...component("web", "web", { cpu: 1 }), override: { cpu: 2 } };
  const api = component("api", "web");

  it("is the root for the application, and the environment's part in an environment", () => {
    const place = { root: ["environments", "staging"], environment: undefined };
    expect(setAt(place, ["account"], "1")).toEqual([
      { kind: "setValue", path: ["environments", "staging", "account"], value: "1" },
    ]);
    expect(pathAt({ root: ["components", "web"], environment: "staging" }, ["env", "A"])).toEqual([
      "environments",
      "staging",
      "components",
      "web",
      "env",
      "A",
    ]);
  });

  it("is each of several components", () => {
    const place = { components: [web, api], root: [], environment: undefined };
    expect(setAt(place, ["cpu"], 4)).toEqual([
      { kind: "setField", component: "web", path: ["cpu"], value: 4 },
      { kind: "setField", component: "api", path: ["cpu"], value: 4 },
    ]);
  });

  it("is taken out only where it is written", () => {
    const base = { components: [web, api], root: [], environment: undefined };
    expect(removeAt(base, ["cpu"])).toEqual([{ kind: "removeField", component: "web", path: ["cpu"] }]);
    expect(removeAt({ ...base, environment: "staging" }, ["cpu"])).toEqual([
      { kind: "removeField", component: "web", path: ["cpu"], environment: "staging" },
    ]);
  });
});

describe("the fields of several components", () => {
  const web = component("web", "web", { image: "shop:1", cpu: 1 });
  const worker = component("jobs", "worker", { image: "shop:1", cpu: 2 });

  it("are those that all of them have and that one value can say", () => {
    const paths = commonFields([web, worker]).map(({ path }) => path.join("."));
    expect(paths).toEqual(expect.arrayContaining(["image", "cpu", "memory"]));
    expect(paths).not.toContain("port");
    expect(paths).not.toContain("env");
    expect(commonFields([web, component("db", "postgres")]).map(({ path }) => path.join("."))).not.toContain("image");
  });

  it("show the value that is the same, and say where it is not", () => {
    const models = commonFields([web, worker]);
    expect(commonValues([web, worker], models)).toEqual({ image: "shop:1" });
    expect(models.find(({ path }) => path[0] === "cpu")).toMatchObject({ hint: "Different values", isRequired: false });
    expect(models.find(({ path }) => path[0] === "image")?.hint).toBeUndefined();
  });
});
