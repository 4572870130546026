import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plan } from "../../extension/deploy/plan";
import { refactorFiles } from "../../extension/deploy/refactor/refactorFiles";
import { refactorOf } from "../../extension/deploy/refactor/refactorOf";
import { renameIds } from "../../extension/deploy/refactor/renameIds";
import { plannedRenames } from "../../extension/deploy/renames";
import type { TargetId } from "../../extension/deploy/types";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { renames } from "../../extension/targets/aws/identity/renames";
import { replaced } from "../../extension/targets/aws/identity/replaced";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Template } from "../../extension/targets/aws/template";
import { appOf, deployed, type Ground, openGround, planned, Recorder } from "./ground";

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterAll(() => ground.close());

const shop = (stack: string, database: string, site = "web") => `name: ${stack}
region: eu-west-1
components:
  ${site}:
    type: web
    image: nginx:1.29
    port: 80
    connections: [${database}]
    volumes: { files: /files }
    secrets: { KEY: { generate: {} } }
  ${database}: { type: postgres, version: "17" }
`;

const templateOf = (text: string): Template => synthesize(appOf(text)).template;

describe("a plan after a renaming", () => {
  it("says that it is one, what is replaced, and that the new database begins empty", async () => {
    await deployed(ground.cloud, appOf(shop("named", "db")));
    const made = await planned(ground.cloud, appOf(shop("named", "main")));
    expect(made.renames).toHaveLength(1);
    const [rename] = made.renames ?? [];
    expect(rename).toMatchObject({ from: "db", to: "main" });
    expect(rename?.text).toMatch(/^db was renamed to main: this replaces \d+ resources\./);
    expect(rename?.ways[0]).toContain("rename main back to db");
    expect(made.dataRisks[0]).toBe(rename?.data);
    expect(rename?.data).toBe("The new database of main begins empty: what is in the old does not come into it.");
  });

  it("offers a stack refactor only where there is one: in AWS", () => {
    const [before, after] = [templateOf(shop("named", "db")), templateOf(shop("named", "main"))];
    const changes = [
      {
        action: "remove" as const,
        logicalId: "DbInstance",
        resourceType: "AWS::RDS::DBInstance",
        label: "database",
        component: "db",
        properties: [],
        data: "snapshot" as const,
      },
    ];
    const ways = (target: TargetId) => plannedRenames(before, after, changes, target)[0]?.ways ?? [];
    expect(ways("sandbox").join()).not.toContain("refactor");
    expect(ways("aws").join()).toContain("stackwright plan --target aws --output FOLDER");
  });

  it("says nothing where nothing was renamed", async () => {
    await deployed(ground.cloud, appOf(shop("still", "db")));
    const text = shop("still", "db").replace('version: "17"', 'version: "17", storage: 40Gi');
    const result = await plan(ground.cloud, appOf(text), synthesize(appOf(text)), new Recorder());
    expect(result).not.toHaveProperty("refactor");
    expect(result.kind === "plan" && result.plan.renames).toBeUndefined();
  });
});

describe("secrets under a new name", () => {
  it("are said to be others, for they are not empty", () => {
    const jobs = (name: string) =>
      templateOf(
        `name: a\nregion: eu-west-1\ncomponents:\n  ${name}: { type: worker, image: nginx:1.29, secrets: { KEY: { generate: {} } } }\n`,
      );
    const removed = {
      action: "remove" as const,
      logicalId: "JobsSecretKey",
      resourceType: "AWS::SecretsManager::Secret",
      label: "secret",
      component: "jobs",
      properties: [],
      data: "deleted" as const,
    };
    const [rename] = plannedRenames(jobs("jobs"), jobs("mails"), [removed], "aws");
    expect(rename?.data).toContain("The secrets of mails are generated anew");
  });
});

describe("a stack refactor", () => {
  const before = templateOf(shop("moved", "db"));
  const after = templateOf(shop("moved", "main", "site"));
  const refactor = refactorOf("moved-default", before, after);
  const template = refactor?.template as Template;
  const pairs = (refactor?.mappings ?? []).map(
    ({ Source, Destination }) => [Source?.LogicalResourceId ?? "", Destination?.LogicalResourceId ?? ""] as const,
  );

  it("moves all that holds data, and what a database stands on", () => {
    const moved = new Map(pairs);
    expect(moved.get("DbInstance")).toBe("MainInstance");
    expect(moved.get("DbSubnetGroup")).toBe("MainSubnetGroup");
    expect(moved.get("DbMasterPassword")).toBe("MainMasterPassword");
    expect(moved.get("WebFileSystem")).toBe("SiteFileSystem");
    expect([...moved.keys()].some((id) => /^WebSecret/.test(id))).toBe(true);
    expect(moved.has("WebService")).toBe(false);
  });

  it("changes nothing but logical ids", () => {
    const back = new Map(pairs.map(([from, to]) => [to, from]));
    const { Resources, ...rest } = template;
    const resources = Object.entries(Resources).map(([id, one]) => [back.get(id) ?? id, renameIds(one, back)]);
    expect({ ...(renameIds(rest, back) as object), Resources: Object.fromEntries(resources) }).toEqual(before);
  });

  it("refers to nothing under an id that is gone", () => {
    const text = JSON.stringify(template);
    for (const [from] of pairs) expect(text).not.toMatch(new RegExp(`"${from}"|\\$\\{${from}[.}]`));
  });

  it("leaves a deployment after which no data is removed or replaced", () => {
    const holding = /^AWS::(RDS::DBInstance|EFS::FileSystem|Logs::LogGroup)$/;
    const gone = Object.entries(template.Resources).filter(([id]) => after.Resources[id] === undefined);
    expect(gone.filter(([, { Type }]) => holding.test(Type))).toEqual([]);
    const again = replaced(template, after, loadSpecification());
    expect(again.filter(({ type, possibly }) => holding.test(type) && !possibly)).toEqual([]);
  });

  it("is not offered for what holds no data", () => {
    const plain = (name: string) =>
      templateOf(
        `name: a\nregion: eu-west-1\ncomponents:\n  ${name}: { type: load-balancer, routes: [{ to: web }] }\n  web: { type: web, image: nginx:1.29, port: 80 }\n`,
      );
    expect(refactorOf("a", plain("one"), plain("two"))).toBeUndefined();
    expect(renames(plain("one"), plain("two"))).toHaveLength(1);
  });

  it("is written as the AWS CLI takes it, with the steps in order", () => {
    if (refactor === undefined) throw new Error("There is nothing to move.");
    const files = refactorFiles(refactor, "moved-default", "eu-west-1");
    const request = JSON.parse(files.get("create-stack-refactor.json") ?? "");
    expect(request.ResourceMappings).toEqual(refactor.mappings);
    expect(JSON.parse(request.StackDefinitions[0].TemplateBody)).toEqual(template);
    const steps = [...(files.get("README.md") ?? "").matchAll(/^aws cloudformation (\S+)/gm)].map(([, step]) => step);
    expect(steps).toEqual([
      "create-stack-refactor",
      "describe-stack-refactor",
      "list-stack-refactor-actions",
      "execute-stack-refactor",
    ]);
  });

  it("says that a large template has to lie in a bucket", () => {
    if (refactor === undefined) throw new Error("There is nothing to move.");
    const large = { ...refactor, template: { Description: "x".repeat(52_000) } };
    const files = refactorFiles(large, "moved-default", "eu-west-1");
    expect(files.get("create-stack-refactor.json")).toContain("YOUR-BUCKET");
    expect(files.get("README.md")).toContain("larger than 51,200 bytes");
  });
});
