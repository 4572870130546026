import { describe, expect, test } from "vitest";
import { type Deployed, parseDeployed } from "../../extension/vscode/deploy/deployed";

const uri = "file:///shop/stackwright.yaml";
const deployed: Deployed = {
  environment: "staging",
  at: "2026-11-22T20:00:00.000Z",
  stackName: "shop-staging",
  stackId: "arn:aws:cloudformation:us-east-1:111122223333:stack/shop-staging/1",
  identity: { target: "aws", account: "111122223333", arn: "arn:aws:iam::111122223333:user/a", region: "us-east-1" },
  text: "name: shop\n",
  outputs: [{ key: "WebUrl", label: "URL", value: "https://shop.example.com", component: "web" }],
};
const file = (change: object = {}) => JSON.stringify({ version: 1, uri, ...deployed, ...change });

describe("what was deployed, read from its file", () => {
  test("is what was written", () => {
    expect(parseDeployed(file(), uri, "staging")).toEqual(deployed);
  });

  test("may be without a stack's id", () => {
    expect(parseDeployed(file({ stackId: undefined }), uri, "staging")?.stackName).toBe("shop-staging");
  });

  test.each([
    ["cut off", file().slice(0, 200)],
    ["empty", ""],
    ["something else", "[]"],
    ["of another version", file({ version: 2 })],
    ["of another manifest", file({ uri: "file:///other/stackwright.yaml" })],
    ["of another environment", file({ environment: "production" })],
    ["without a text", file({ text: 7 })],
    ["of no time", file({ at: "yesterday" })],
    ["of nobody", file({ identity: { target: "moon" } })],
  ])("is not taken when it is %s", (_, content) => {
    expect(parseDeployed(content, uri, "staging")).toBeUndefined();
  });

  test("loses an output that does not fit, and keeps the others", () => {
    const outputs = [{ key: 1 }, deployed.outputs[0]];
    expect(parseDeployed(file({ outputs }), uri, "staging")?.outputs).toEqual(deployed.outputs);
  });
});
