import { expect, it } from "vitest";
import type { Build } from "../../extension/manifest/app";
import { repositoryOf } from "../../extension/targets/aws/image";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { app, web, worker } from "./fixture";

const build: Build = { context: "./app", dockerfile: "Dockerfile", args: [] };
const digest = `sha256:${"0f".repeat(32)}`;

const templateOf = (image: string | Build) => synthesize(app([web("web", { image }), worker("jobs")])).template;
const containerOf = (image: string | Build) => {
  const task = templateOf(image).Resources["WebTaskDefinition"]?.Properties;
  const [container] = (task?.["ContainerDefinitions"] ?? []) as readonly { readonly Image: unknown }[];
  return container?.Image;
};

it("is a parameter until it is built, so that the template can be deployed by others too", () => {
  expect(containerOf(build)).toEqual({ Ref: "WebImage" });
  expect(templateOf(build).Parameters).toEqual({
    WebImage: { Type: "String", Description: "The image of web, built from ./app/Dockerfile." },
  });
});

it("is deployed by its digest, from the repository of the same account", () => {
  expect(containerOf({ ...build, digest })).toEqual({
    "Fn::Sub": `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/${repositoryOf(app([]))}@${digest}`,
  });
  expect(templateOf({ ...build, digest }).Parameters).toBeUndefined();
});

it("is fetched with leave for that repository and no other", () => {
  const role = JSON.stringify(templateOf(build).Resources["WebExecutionRole"]?.Properties);
  expect(role).toContain(`ecr:\${AWS::Region}:\${AWS::AccountId}:repository/${repositoryOf(app([]))}"`);
  expect(JSON.stringify(templateOf("nginx:1.29").Resources["WebExecutionRole"]?.Properties)).not.toContain("ecr:");
});

it("goes to a repository whose name ECR takes", () => {
  const form = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
  for (const name of ["shop", "my--shop", "shop-"]) expect(repositoryOf({ name, environment: "live" })).toMatch(form);
});
