import type { ResourceChange } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import { merge } from "../../extension/deploy/changeSet";
import { compareProperties } from "../../extension/deploy/compareProperties";
import { dataRisk } from "../../extension/deploy/dataFate";
import { planChanges } from "../../extension/deploy/planChanges";
import type { StackTemplate, TemplateResource } from "../../extension/deploy/template";

const later = "{{changeSet:KNOWN_AFTER_APPLY}}";

function change(LogicalResourceId: string, ResourceType: string, rest: ResourceChange): ResourceChange {
  return { LogicalResourceId, ResourceType, ...rest };
}

function replaced(id: string, type: string, causes: { name: string; after?: string; by?: string }[]): ResourceChange {
  return change(id, type, {
    Action: "Modify",
    Replacement: "True",
    Details: causes.map(({ name, after, by }) => ({
      Evaluation: after === later ? "Dynamic" : "Static",
      ...(by === undefined ? {} : { CausingEntity: by }),
      Target: {
        Attribute: "Properties",
        Name: name,
        RequiresRecreation: "Always",
        BeforeValue: "old",
        AfterValue: after ?? "new",
      },
    })),
  });
}

function template(resources: Record<string, Partial<TemplateResource> & { component?: string }>): StackTemplate {
  const entries = Object.entries(resources).map(([id, { component, ...rest }]) => [
    id,
    {
      Type: "x",
      ...rest,
      ...(component ? { Metadata: { Stackwright: { component, path: `components.${component}` } } } : {}),
    },
  ]);
  return { Resources: Object.fromEntries(entries) };
}

const none = template({});

describe("the rows of a plan", () => {
  it("stand worst first: lost data, replaced data, replacements, possible ones, removals, changes, additions", () => {
    const before = template({ OldQueue: { DeletionPolicy: "Delete" }, OldRole: {} });
    const after = template({ Db: { UpdateReplacePolicy: "Snapshot" } });
    const rows = planChanges(
      [
        change("New", "AWS::SNS::Topic", { Action: "Add" }),
        change("Web", "AWS::ECS::Service", { Action: "Modify", Replacement: "False" }),
        change("OldRole", "AWS::IAM::Role", { Action: "Remove" }),
        change("Group", "AWS::EC2::SecurityGroup", { Action: "Modify", Replacement: "Conditional" }),
        replaced("Task", "AWS::IAM::Role", [{ name: "Cpu" }]),
        replaced("Db", "AWS::RDS::DBInstance", [{ name: "DBName" }]),
        change("OldQueue", "AWS::SQS::Queue", { Action: "Remove" }),
      ],
      before,
      after,
    );
    expect(rows.map(({ logicalId, action, data }) => [logicalId, action, data])).toEqual([
      ["OldQueue", "remove", "deleted"],
      ["Db", "replace", "snapshot"],
      ["Task", "replace", undefined],
      ["Group", "maybe-replace", undefined],
      ["OldRole", "remove", undefined],
      ["Web", "modify", undefined],
      ["New", "add", undefined],
    ]);
  });

  it("lead back to the manifest, from the old template when the resource goes", () => {
    const rows = planChanges(
      [
        change("Db", "AWS::RDS::DBInstance", { Action: "Remove" }),
        change("Web", "AWS::ECS::Service", { Action: "Add" }),
      ],
      template({ Db: { component: "db", DeletionPolicy: "Retain" } }),
      template({ Web: { component: "web" } }),
    );
    expect(rows).toMatchObject([
      { component: "db", path: ["components", "db"], label: "database", data: "retained" },
      { component: "web", path: ["components", "web"], label: "service" },
    ]);
  });

  it("give one row for a property that several causes change", () => {
    const [row] = planChanges(
      [replaced("Task", "AWS::IAM::Role", [{ name: "Cpu" }, { name: "Cpu", by: "Param" }])],
      none,
      none,
    );
    expect(row?.properties).toEqual([{ path: "Properties.Cpu", before: "old", after: "new", recreation: "always" }]);
  });

  it("name a nested property by its path", () => {
    const Target = {
      Attribute: "Properties",
      Name: "Containers",
      Path: "/Properties/Containers/0/Image",
      AfterValue: "b",
    } as const;
    const [row] = planChanges(
      [change("T", "x", { Action: "Modify", Replacement: "False", Details: [{ Target }] })],
      none,
      none,
    );
    expect(row?.properties[0]?.path).toBe("Properties.Containers.0.Image");
  });

  it("never show the value of what is called a secret", () => {
    const environment = JSON.stringify([
      { Name: "DB_PASSWORD", Value: "hunter22" },
      { Name: "PORT", Value: "80" },
    ]);
    const Target = { Attribute: "Properties", Name: "Environment", AfterValue: environment } as const;
    const [row] = planChanges([change("T", "x", { Action: "Modify", Details: [{ Target }] })], none, none);
    expect(row?.properties[0]?.after).toContain('"80"');
    expect(row?.properties[0]?.after).not.toContain("hunter22");
  });
});

describe("the properties of a changed resource", () => {
  type Variables = Record<string, string>;
  const container = (variables: Variables) => ({
    Name: "web",
    Environment: Object.entries(variables).map(([Name, Value]) => ({ Name, Value })),
  });

  function rowsOf(before: Variables, after: Variables, type = "x") {
    const context = (variables: Variables) =>
      JSON.stringify({ Properties: { ContainerDefinitions: [container(variables)] } });
    const Target = { Attribute: "Properties", Name: "ContainerDefinitions", RequiresRecreation: "Always" } as const;
    const changed = change("Task", type, {
      Action: "Modify",
      Replacement: "True",
      BeforeContext: context(before),
      AfterContext: context(after),
      Details: [{ Evaluation: "Static", Target }],
    });
    return planChanges([changed], none, none)[0];
  }

  it("are matched by their names, so that a new variable is one row", () => {
    expect(rowsOf({ B: "1", C: "2" }, { A: "0", B: "1", C: "3" })?.properties).toEqual([
      { path: "Properties.ContainerDefinitions.web.Environment.C", before: "2", after: "3", recreation: "always" },
      { path: "Properties.ContainerDefinitions.web.Environment.A", after: "0", recreation: "always" },
    ]);
  });

  it("hide a secret in a variable, wherever in the list it stands", () => {
    const rows = rowsOf({ A: "1" }, { API_TOKEN: "hunter22", A: "1" });
    expect(rows?.properties).toMatchObject([{ path: expect.stringContaining("API_TOKEN"), after: "****" }]);
  });

  it("hide every variable when only its place in the list is told", () => {
    const Target = {
      Attribute: "Properties",
      Path: "/Properties/ContainerDefinitions/0/Environment/3/Value",
      AfterValue: "hunter22",
    } as const;
    const [row] = planChanges([change("T", "x", { Action: "Modify", Details: [{ Target }] })], none, none);
    expect(row?.properties[0]?.after).toBe("****");
  });

  it("force nothing where a change only makes a new revision", () => {
    const row = rowsOf({ A: "1" }, { A: "2" }, "AWS::ECS::TaskDefinition");
    expect(row).toMatchObject({ action: "modify", properties: [{ before: "1", after: "2", recreation: "never" }] });
  });

  it("compare lists without names by place when they are as long, and as a whole otherwise", () => {
    expect(compareProperties({ L: ["a", "b"] }, { L: ["a", "c"] })).toEqual([{ path: "L.1", before: "b", after: "c" }]);
    expect(compareProperties({ L: ["a"] }, { L: ["a", "c"] })).toEqual([
      { path: "L", before: ["a"], after: ["a", "c"] },
    ]);
    const twice = [{ Name: "x" }, { Name: "x" }];
    expect(compareProperties({ L: twice }, { L: [] })).toEqual([{ path: "L", before: twice, after: [] }]);
  });
});

describe("a replacement", () => {
  const actionOf = (changes: ResourceChange[], id: string) =>
    planChanges(changes, none, none).find(({ logicalId }) => logicalId === id)?.action;

  it("is certain when the new value is known", () => {
    expect(actionOf([replaced("A", "x", [{ name: "Name" }])], "A")).toBe("replace");
  });

  it("is only possible when the new value is not known yet", () => {
    expect(actionOf([replaced("A", "x", [{ name: "Ref", after: later, by: "B.Arn" }])], "A")).toBe("maybe-replace");
  });

  it("is certain when it follows from another that is certain, over several steps", () => {
    const changes = [
      replaced("C", "x", [{ name: "Ref", after: later, by: "B.Id" }]),
      replaced("B", "x", [{ name: "Ref", after: later, by: "A" }]),
      replaced("A", "x", [{ name: "Name" }]),
    ];
    expect(actionOf(changes, "C")).toBe("replace");
  });
});

describe("what is said about data", () => {
  function sentence(
    policy: string | undefined,
    action: "Remove" | "Modify",
    type = "AWS::RDS::DBInstance",
  ): string | undefined {
    const policies = policy === undefined ? {} : { DeletionPolicy: policy, UpdateReplacePolicy: policy };
    const both = template({ Db: { component: "db", ...policies } });
    const changes =
      action === "Remove" ? [change("Db", type, { Action: "Remove" })] : [replaced("Db", type, [{ name: "DBName" }])];
    const [row] = planChanges(changes, both, both);
    return row && dataRisk(row);
  }

  it.each([
    ["Delete", "Remove", "The database Db of db is deleted, and all its data with it. This cannot be undone."],
    [
      "Snapshot",
      "Remove",
      "The database Db of db is removed. A snapshot of its data is kept, which costs storage until you delete it.",
    ],
    [
      "Retain",
      "Remove",
      "The database Db of db leaves the stack but is not deleted: it stays in the account with its data, and goes on costing.",
    ],
    [
      "Delete",
      "Modify",
      "The database Db of db is replaced by a new, empty one. The old one is deleted, and all its data with it. This cannot be undone.",
    ],
    [
      "Snapshot",
      "Modify",
      "The database Db of db is replaced by a new, empty one. A snapshot of the old one is kept, but its data is not in the new one until you restore it.",
    ],
    [
      "Retain",
      "Modify",
      "The database Db of db is replaced by a new, empty one. The old one stays in the account with its data, and goes on costing; the data is not in the new one.",
    ],
  ] as const)("%s, %s", (policy, action, expected) => {
    expect(sentence(policy, action)).toBe(expected);
  });

  it("knows what CloudFormation does where no policy is written", () => {
    expect(sentence(undefined, "Remove")).toContain("snapshot");
    expect(sentence(undefined, "Modify")).toContain("cannot be undone");
    expect(sentence(undefined, "Remove", "AWS::ElastiCache::ReplicationGroup")).toContain("everything in it");
  });

  it("believes the change set above the templates", () => {
    const both = template({ Db: { UpdateReplacePolicy: "Delete" } });
    const stated = {
      ...replaced("Db", "AWS::RDS::DBInstance", [{ name: "DBName" }]),
      PolicyAction: "ReplaceAndRetain",
    } as const;
    expect(planChanges([stated], both, both)[0]?.data).toBe("retained");
  });

  it("is nothing for what holds none, and for what stays", () => {
    expect(sentence("Delete", "Remove", "AWS::IAM::Role")).toBeUndefined();
    const [row] = planChanges(
      [change("Db", "AWS::RDS::DBInstance", { Action: "Modify", Replacement: "False" })],
      none,
      none,
    );
    expect(row && dataRisk(row)).toBeUndefined();
  });
});

describe("merging a change set read with and without values", () => {
  it("loses no change that CloudFormation left out when asked for values", () => {
    const plain = [change("A", "x", { Action: "Modify" }), change("B", "x", { Action: "Modify" })];
    const valued = [change("A", "x", { Action: "Modify", Details: [{ Target: { AfterValue: "1" } }] })];
    const merged = merge(plain, valued);
    expect(merged.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(["A", "B"]);
    expect(merged[0]?.Details?.[0]?.Target?.AfterValue).toBe("1");
  });
});
