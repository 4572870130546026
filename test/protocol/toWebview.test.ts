import { describe, expect, it } from "vitest";
import type { DeploymentView, Picture, ToWebview } from "../../extension/protocol/messages";
import { parseToWebview } from "../../extension/protocol/validate";

const picture: Picture = {
  version: 3,
  name: "shop",
  region: "us-east-1",
  readable: true,
  editable: true,
  deploy: { possible: false, reason: "Restricted Mode" },
  environments: ["default"],
  environment: "default",
  components: [
    { name: "web", type: "web", summary: "1 vCPU", position: [1, 2], fields: { port: 80 }, override: { cpu: 2 } },
    { name: "constructor", type: "nonsense", summary: "", fields: JSON.parse('{"__proto__": {"a": [null]}}') },
  ],
  edges: [{ from: "web", to: "db", kind: "connection", label: "DATABASE" }],
  problems: [
    { code: "unknown-key", severity: "error", message: "No.", line: 1, offset: 0, component: "web", field: ["a", 0] },
  ],
  locked: true,
  notes: [{ id: "todo", text: "<b>Ask</b>", at: [1, 2], size: [200, 80] }],
  groups: [{ id: "core", title: "The core", components: ["web"] }],
};

const deployment: DeploymentView = {
  environment: "staging",
  target: "sandbox",
  stackName: "shop-staging",
  phase: "failed",
  text: "Rolled back",
  done: 3,
  total: 9,
  components: { web: { phase: "failed", done: 1, total: 2, text: "No such image" } },
  plan: {
    stackName: "shop-staging",
    stackId: "arn:aws:cloudformation:us-east-1:000000000000:stack/shop-staging/1",
    changeSetId: "arn:aws:cloudformation:us-east-1:000000000000:changeSet/a/1",
    environment: "staging",
    identity: { target: "sandbox", account: "000000000000", arn: "arn:aws:iam::0:user/a", region: "us-east-1" },
    kind: "create",
    changes: [
      {
        action: "replace",
        logicalId: "Db",
        resourceType: "AWS::RDS::DBInstance",
        label: "database",
        component: "db",
        path: ["components", "db"],
        properties: [{ path: "Properties.Engine", before: "a", after: "b", recreation: "always" }],
        data: "snapshot",
      },
    ],
    dataRisks: ["The data of db is replaced."],
    protected: false,
    createdAt: "2026-11-22T18:00:00Z",
    outputs: [{ key: "Url", label: "Address" }],
  },
  outputs: [{ key: "Url", label: "Address", value: "http://x", component: "edge" }],
  failure: { code: "access-denied", message: "It failed.", fix: "Try again.", path: ["components", "web"] },
};

const accepted: readonly ToWebview[] = [
  { type: "picture", picture },
  { type: "picture", picture: { ...picture, deploy: { possible: true } } },
  { type: "deployment", deployment },
  { type: "deployment", deployment: null },
  { type: "select", component: "web" },
  { type: "edited", id: 1, ok: true },
  { type: "edited", id: 1, ok: true, notice: "`jobs` changes too." },
  { type: "edited", id: 2, ok: false, reason: "There is no component `x`." },
];

describe("parseToWebview", () => {
  it.each(accepted.map((message) => [message.type, message] as const))("accepts %s", (_, message) => {
    expect(parseToWebview(message)).toBe(message);
  });

  it.each(accepted.map((message) => [message.type, message] as const))("refuses %s with a field more", (_, message) => {
    expect(parseToWebview({ ...message, more: 1 })).toBeUndefined();
  });

  it.each([
    ["an unknown type", { type: "ready" }],
    ["no deployment at all", { type: "deployment" }],
    ["a picture without a name", { type: "picture", picture: { ...picture, name: undefined } }],
    ["a picture with a problem of no code", withProblem({ code: "nonsense" })],
    ["a picture with a problem of no severity", withProblem({ severity: "fatal" })],
    [
      "a picture with an edge of no kind",
      { type: "picture", picture: { ...picture, edges: [{ from: "a", to: "b" }] } },
    ],
    [
      "a picture that cannot deploy and does not say why",
      { type: "picture", picture: { ...picture, deploy: { possible: false } } },
    ],
    ["a deployment in no phase", { type: "deployment", deployment: { ...deployment, phase: "lost" } }],
    ["a deployment of minus one", { type: "deployment", deployment: { ...deployment, done: -1 } }],
    [
      "a failure without a fix",
      { type: "deployment", deployment: { ...deployment, failure: { code: "a", message: "b" } } },
    ],
    ["an answer to nothing", { type: "edited", ok: true }],
  ])("refuses %s", (_, message) => {
    expect(parseToWebview(message)).toBeUndefined();
  });
});

function withProblem(wrong: object): unknown {
  return { type: "picture", picture: { ...picture, problems: [{ ...picture.problems[0], ...wrong }] } };
}
