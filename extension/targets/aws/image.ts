import type { App, Build, Service } from "../../manifest/app";
import type { Context } from "./context";
import { ref, sub } from "./intrinsic";
import { idOf } from "./logicalId";
import { stackName } from "./stackName";
import type { Value } from "./template";

/** A container image: its name, or a repository of the same account. */
export type Image = string | { readonly repository: string };

/**
 * The repository in Amazon ECR that holds what an application builds, all of it: what differs is the digest. ECR takes
 * one hyphen between two letters and no more.
 */
export function repositoryOf(app: Pick<App, "name" | "environment">): string {
  return `stackwright/${stackName(app).replaceAll(/-+/g, "-").replace(/-$/, "")}`;
}

/** What the roles must be able to fetch. */
export function imageOf(app: App, { image }: Service): Image {
  return typeof image === "string" ? image : { repository: repositoryOf(app) };
}

/** The image for a task definition. What is not built yet is a parameter, so that the template stands for itself. */
export function imageValue({ app, draft }: Pick<Context, "app" | "draft">, { name, image }: Service): Value {
  if (typeof image === "string") return image;
  if (image.digest === undefined) {
    const id = idOf(name, "Image");
    draft.parameters[id] = { Type: "String", Description: `The image of ${name}, built from ${dockerfileOf(image)}.` };
    return ref(id);
  }
  return sub(`\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/${repositoryOf(app)}@${image.digest}`);
}

const dockerfileOf = ({ context, dockerfile }: Build): string => `${context.replace(/\/$/, "")}/${dockerfile}`;
