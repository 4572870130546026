import { describe, expect, it } from "vitest";
import type { PictureProblem } from "../../extension/protocol/messages";
import { matches } from "../../webview/find/matches";
import { picture } from "./pictures";

const { components } = picture("web worker cache:redis main-web:web");
const withImage = components.map((component) =>
  component.name === "worker"
    ? { ...component, fields: { ...component.fields, image: "ghcr.io/acme/api:2" } }
    : component,
);
const problem = {
  code: "unknown-key",
  severity: "warning",
  message: "Nothing leads to it",
  line: 1,
  offset: 0,
  component: "cache",
} as unknown as PictureProblem;
const find = (query: string) => matches(query, withImage, [problem]);

describe("finding a component", () => {
  it("looks at names, those that begin so first", () => {
    expect(find("web")).toEqual(["web", "main-web"]);
  });

  it("looks at types, as written and as people call them", () => {
    expect([find("redis"), find("web service")]).toEqual([["cache"], ["web", "main-web"]]);
  });

  it("looks at images", () => {
    expect(find("acme/api")).toEqual(["worker"]);
  });

  it("looks at the messages of problems", () => {
    expect(find("leads")).toEqual(["cache"]);
  });

  it("wants every word, in whatever case", () => {
    expect([find("MAIN web"), find("main redis")]).toEqual([["main-web"], []]);
  });

  it("finds nothing when nothing is asked for", () => {
    expect(find("  ")).toEqual([]);
  });
});
