import { describe, expect, it } from "vitest";
import { componentTypes } from "../../extension/manifest/schema";
import { labelOf, laneOf, portsOf } from "../../webview/components/componentInfo";
import { whyNotConnect } from "../../webview/components/connectable";
import { freeName, isComponentName } from "../../webview/components/naming";
import { matches } from "../../webview/palette/matches";
import { picture } from "./pictures";

describe("a free name", () => {
  it("is the type itself when nothing is called so", () => {
    expect(freeName("web", new Set(["db"]))).toBe("web");
  });

  it("takes the first free number", () => {
    expect(freeName("web", new Set(["web", "web-2", "web-4"]))).toBe("web-3");
  });

  it("stays a possible name when the type is long", () => {
    const long = "a".repeat(31);
    expect(isComponentName(freeName(long, new Set([long])))).toBe(true);
  });
});

describe("a component's name", () => {
  it.each(["web", "a", "web-2", "a".repeat(31)])("can be %s", (name) => expect(isComponentName(name)).toBe(true));
  it.each(["", "Web", "2web", "web_2", "a".repeat(32), "-web"])("cannot be %j", (name) =>
    expect(isComponentName(name)).toBe(false),
  );
});

describe("connecting two components", () => {
  const { components, edges } = picture("edge:load-balancer web worker db:postgres odd:nonsense web>db");
  const why = (from: string, to: string) =>
    whyNotConnect(
      components.find(({ name }) => name === from),
      components.find(({ name }) => name === to),
      edges,
    );

  it("is possible where the types allow it", () => expect(why("worker", "db")).toBeUndefined());
  it("is refused for a component and itself", () => expect(why("web", "web")).toContain("itself"));
  it("is refused from a type that only others connect to", () => expect(why("db", "web")).toContain("never from"));
  it("is refused between types that do not fit, with those that do", () => {
    expect(why("edge", "db")).toBe("Load balancer cannot be connected to PostgreSQL, only to Web service.");
  });
  it("is refused twice", () => expect(why("web", "db")).toContain("already"));
  it("is refused for an unknown type", () => expect(why("web", "odd")).toContain("nonsense"));
  it("is refused with what is gone", () => expect(why("web", "gone")).toContain("does not exist"));
  it("is possible where there is only a reference", () => {
    const reference = [{ from: "worker", to: "db", kind: "reference" as const }];
    expect(
      whyNotConnect({ name: "worker", type: "worker" }, { name: "db", type: "postgres" }, reference),
    ).toBeUndefined();
  });
});

describe("what is known of a type", () => {
  it("gives every type a lane and a label", () => {
    for (const { type, label, lane } of componentTypes.values())
      expect([labelOf(type), laneOf(type)]).toEqual([label, lane]);
  });

  it("draws no port that nothing can use", () => {
    expect(portsOf("postgres")).toEqual({ out: false, in: true });
    expect(portsOf("load-balancer")).toEqual({ out: true, in: false });
    expect(portsOf("web")).toEqual({ out: true, in: true });
    expect(portsOf("nonsense")).toEqual({ out: false, in: false });
  });
});

describe("searching the palette", () => {
  const found = (query: string) =>
    [...componentTypes.values()].filter((info) => matches(info, query)).map(({ type }) => type);

  it("finds all with an empty query", () => expect(found(" ")).toHaveLength(componentTypes.size));
  it("does not mind upper case", () => expect(found("POSTGRES")).toContain("postgres"));
  it("finds by what a type is for", () => expect(found("queue")).toContain("worker"));
  it("asks for every word", () => expect(found("managed cache")).toEqual(["redis"]));
});
