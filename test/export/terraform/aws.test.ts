import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App } from "../../../extension/manifest/app";
import { synthesize } from "../../../extension/targets/aws/synthesize";
import { kinds } from "../../../extension/targets/terraform/aws/kinds/all";
import { runnerIn, runTaskType, script } from "../../../extension/targets/terraform/aws/runTask";
import { translate } from "../../../extension/targets/terraform/aws/translate";
import { Inputs } from "../../../extension/targets/terraform/inputs";
import { anyApp } from "../../aws/arbitrary";
import { sampleApps, sampleText } from "../../aws/samples";
import { exportAs, read, shop, told } from "../read";

const written = (components: string, rest?: string) => exportAs("terraform-aws", read(shop(components, rest)));
const file = (components: string, name: string, rest?: string) => written(components, rest).files.get(name) ?? "";

const apps: readonly App[] = [...sampleApps().map(({ app }) => app), ...fc.sample(anyApp(), { numRuns: 150, seed: 3 })];
const web = "web: { type: web, image: nginx, port: 80, connections: [db] }";
const db = "db: { type: postgres, version: '16' }";

describe("the translation of the template", () => {
  it("has an entry for every type of resource that is made, and for none besides", () => {
    const types = new Set(
      apps.flatMap((app) => {
        const { template } = synthesize(app);
        const runner = runnerIn(template.Resources);
        return Object.entries(template.Resources).flatMap(([id, { Type }]) => (runner.has(id) ? [] : [Type]));
      }),
    );
    types.delete(runTaskType);
    expect(Object.keys(kinds).sort()).toEqual([...types].sort());
  });

  it("loses no property and no reference of what is made", () => {
    for (const app of apps) expect(translate(app, synthesize(app), new Inputs()).notes).toEqual([]);
  });

  it("has as many resources of a kind as the template has", () => {
    for (const app of apps) {
      const { Resources } = synthesize(app).template;
      const text = [...exportAs("terraform-aws", app).files.values()].join("\n");
      for (const type of [
        "AWS::ECS::Service",
        "AWS::RDS::DBInstance",
        "AWS::EC2::Subnet",
        "AWS::Scheduler::Schedule",
      ]) {
        const made = text.split(`resource "${kinds[type]?.type}"`).length - 1;
        expect(made).toBe(Object.values(Resources).filter(({ Type }) => Type === type).length);
      }
    }
  });
});

describe("an application on AWS in Terraform", () => {
  it("makes up passwords, and puts what has one in it into a secret", () => {
    const exported = written(`${web}\n${db}`);
    const secrets = exported.files.get("secrets.tf") ?? "";
    expect(secrets).toMatch(/"random_password" "db_master_password" \{\n {2}length {2}= 32/);
    expect(secrets).toContain(
      '"postgres://app:${random_password.db_master_password.result}@${aws_db_instance.db_instance.address}:5432/shop"',
    );
    expect(exported.files.get("databases.tf")).toContain("= random_password.db_master_password.result");
    expect(exported.files.get("services.tf")).not.toContain("random_password");
    expect(exported.variables).toEqual([]);
  });

  it("lets nobody use a role before it may do what it is for", () => {
    expect(file(`${web}\n${db}`, "services.tf")).toMatch(
      /"aws_ecs_task_definition" "web_task_definition"[\s\S]*?depends_on += \[aws_iam_role_policy\.web_execution_role\]/,
    );
  });

  it("asks for an image that has to be built", () => {
    const exported = written("web: { type: web, build: ., port: 80 }");
    expect(exported.variables.map(({ name }) => name)).toEqual(["TF_VAR_web_image"]);
    expect(exported.files.get("services.tf")).toMatch(/image {5}= var\.web_image/);
  });

  it("leaves a shell's words to the shell", () => {
    const text = file('web: { type: worker, image: nginx, command: "echo ${HOME} %{x}" }', "services.tf");
    expect(text).toContain('"echo $${HOME} %%{x}"');
  });

  it("keeps what a database leaves behind as the manifest says", () => {
    const databases = (onDelete: string) =>
      file(`${web}\n${db.replace("}", `, onDelete: ${onDelete} }`)}`, "databases.tf");
    expect(databases("snapshot")).toContain("final_snapshot_identifier");
    expect(databases("retain")).toContain("prevent_destroy = true");
    expect(databases("delete")).toContain("skip_final_snapshot");
  });

  it("goes to no other account than the manifest's", () => {
    const rest = 'environments:\n  default: { account: "111122223333" }\n';
    expect(file(web.replace(", connections: [db]", ""), "versions.tf", rest)).toContain(
      'allowed_account_ids = ["111122223333"]',
    );
  });

  it("carries an override, and tells of one that it cannot", () => {
    const patch = (path: string, value: string) =>
      written(`${web}\n${db}`, `aws:\n  overrides:\n    - { op: add, path: ${path}, value: ${value} }\n`);
    const changed = patch("/Resources/DbInstance/Properties/MultiAZ", "true");
    expect(changed.files.get("databases.tf")).toMatch(/multi_az += true/);
    expect(told(changed)).toEqual([]);
    expect(told(patch("/Resources/DbInstance/Properties/LicenseModel", "x"))).toEqual([
      "db: LicenseModel of DbInstance, AWS::RDS::DBInstance, has no equivalent in these files.",
    ]);
    const broken = patch("/Resources/Nothing/Properties/A", "x");
    expect(told(broken).join()).toContain("aws.overrides: None of the overrides is in these files");
    expect(broken.files.get("databases.tf")).toContain('"aws_db_instance"');
  });
});

describe.skipIf(process.platform === "win32")("the script that runs a task", () => {
  const run = (answers: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), "stackwright-run-task-"));
    try {
      const cases = Object.entries(answers).map(([words, answer]) => `*${words}*) echo '${answer}' ;;`);
      writeFileSync(join(folder, "aws"), `#!/bin/sh\ncase "$*" in\n${cases.join("\n")}\nesac\n`, { mode: 0o755 });
      writeFileSync(join(folder, "run-task.sh"), script);
      const env = {
        PATH: `${folder}:${process.env["PATH"]}`,
        CLUSTER: "c",
        TASK_DEFINITION: "t",
        NETWORK: "{}",
        OVERRIDES: "{}",
      };
      execFileSync("sh", [join(folder, "run-task.sh")], { env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
      return "ended well";
    } catch (error) {
      return typeof error === "object" && error !== null && "stderr" in error ? String(error.stderr) : String(error);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const stopped = { "run-task": "arn:task", lastStatus: "STOPPED" };

  it("ends well with the task", () => {
    expect(run({ ...stopped, exitCode: "0" })).toBe("ended well");
  });

  it("fails with it, and says why", () => {
    expect(run({ ...stopped, exitCode: "3", stoppedReason: "it fell over" })).toBe(
      "The task ended with 3: it fell over\n",
    );
  });

  it("fails where the task is not started", () => {
    expect(run({ "run-task": "None" })).toContain("ECS has not started the task");
  });
});

describe("overrides of all kinds", () => {
  const app = read(sampleText("rails"), "production");
  const pointers = pointersIn(synthesize(app).template, "");

  it("never end in an error of ours", () => {
    const junk = fc.constantFrom(
      null,
      3,
      "constructor",
      "",
      true,
      [],
      {},
      [null],
      { Ref: "Nobody" },
      { "Fn::GetAtt": ["Nobody"] },
      { "Fn::Sub": 4 },
      { "Fn::Join": ["", 3] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...pointers), junk, (path, value) => {
        const exported = exportAs("terraform-aws", { ...app, overrides: [{ op: "replace", path, value }] });
        expect(exported.files.get("versions.tf")).toContain("hashicorp/aws");
      }),
      { numRuns: 250 },
    );
  });
});

/** The JSON pointers of everything in a value. */
function pointersIn(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const pointer = `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return [pointer, ...pointersIn(inner, pointer)];
  });
}
