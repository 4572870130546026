import { expect, it } from "vitest";
import type { Output } from "../../extension/deploy/types";
import { groupOutputs } from "../../webview/deployment/groupOutputs";

function output(key: string, value: string, component?: string): Output {
  return { key, label: "Host", value, ...(component === undefined ? {} : { component }) };
}

const outputs = [
  output("Cluster", "shop-cluster"),
  output("DbHost", "db.internal", "db"),
  output("CacheHost", "cache.internal", "cache"),
  output("OldLog", "log-1", "gone"),
  output("Url", "https://shop.example.com", "edge"),
];

it("addresses come by themselves", () => {
  expect(groupOutputs(outputs, []).addresses.map(({ key }) => key)).toEqual(["Url"]);
});

it("the rest is grouped in the canvas's order, the application's own last", () => {
  const { groups } = groupOutputs(outputs, ["edge", "cache", "db"]);
  expect(groups.map(({ component }) => component)).toEqual(["cache", "db", "gone", undefined]);
});

it("no output is left out or said twice", () => {
  const { addresses, groups } = groupOutputs(outputs, ["db"]);
  const keys = [...addresses, ...groups.flatMap((group) => group.outputs)].map(({ key }) => key);
  expect(keys.sort()).toEqual(outputs.map(({ key }) => key).sort());
});
