import { describe, expect, it } from "vitest";
import type { Component } from "../../extension/manifest/app";
import { renames } from "../../extension/targets/aws/identity/renames";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Template } from "../../extension/targets/aws/template";
import { app, database, redis, web, worker } from "./fixture";

const template = (...components: Component[]): Template => synthesize(app(components)).template;
const names = (before: Template, after: Template) => renames(before, after).map(({ from, to }) => `${from} -> ${to}`);
const to = (name: string) => [{ to: name, prefix: "DB" }];

describe("a component with another name", () => {
  it("is recognised, with the resources that would be deleted and made again", () => {
    const [rename] = renames(template(database("db")), template(database("main-db")));
    expect(rename).toMatchObject({ from: "db", to: "main-db" });
    expect(rename?.likeness).toBeGreaterThan(0.9);
    expect(rename?.resources).toContainEqual({
      from: "DbInstance",
      to: "MainDbInstance",
      type: "AWS::RDS::DBInstance",
    });
  });

  it("is recognised although its size was changed as well", () => {
    expect(names(template(database("db")), template(database("data", { size: "large", storage: 100 })))).toEqual([
      "db -> data",
    ]);
  });

  it("is recognised with the rules that it has at others", () => {
    const [rename] = renames(
      template(database("db"), worker("jobs", { connections: to("db") })),
      template(database("db"), worker("mailer", { connections: to("db") })),
    );
    expect(rename?.resources).toContainEqual(
      expect.objectContaining({ from: "DbFromJobsPort5432", to: "DbFromMailerPort5432" }),
    );
  });

  it("is told from its likes by what it is like most", () => {
    const before = template(worker("a", { image: "one:1", cpu: 1, memory: 2048 }), worker("b", { image: "two:1" }));
    const after = template(worker("x", { image: "two:1" }), worker("y", { image: "one:1", cpu: 1, memory: 2048 }));
    expect(names(before, after).sort()).toEqual(["a -> y", "b -> x"]);
  });
});

describe("no rename", () => {
  it("is nothing at all, nor another order, nor another value", () => {
    const one = template(web("web"), database("db"));
    expect(renames(one, one)).toEqual([]);
    expect(renames(one, template(database("db"), web("web")))).toEqual([]);
    expect(renames(one, template(web("web", { cpu: 4, memory: 8192 }), database("db")))).toEqual([]);
  });

  it("is one component going, or one coming", () => {
    expect(renames(template(web("web"), worker("jobs")), template(web("web")))).toEqual([]);
    expect(renames(template(web("web")), template(web("web"), worker("jobs")))).toEqual([]);
  });

  it("is one of another type coming for one that goes", () => {
    expect(renames(template(database("db")), template(redis("cache")))).toEqual([]);
    expect(renames(template(worker("jobs")), template(database("db")))).toEqual([]);
  });

  it("is made up for templates that others wrote", () => {
    const foreign = { Resources: { A: { Type: "AWS::S3::Bucket" } } } as unknown as Template;
    expect(renames(foreign, template(web("web")))).toEqual([]);
  });
});
