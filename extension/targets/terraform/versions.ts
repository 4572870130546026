import type { App } from "../../manifest/app";
import { type Block, block, type Expression, hclFile, object } from "./hcl";

interface Provider {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

export const random: Provider = { name: "random", source: "hashicorp/random", version: "~> 3.7" };

/** `versions.tf`: what the files were written for, and how the providers are set up. */
export function versionsFile(app: App, providers: readonly Provider[], settings: readonly Block[]): string {
  const required = Object.fromEntries(
    providers.map(({ name, source, version }): [string, Expression] => [name, object({ source, version })]),
  );
  const terraform: Block = {
    comment: `Made by Stackwright for ${app.name}, environment ${app.environment}. For Terraform and OpenTofu.`,
    type: "terraform",
    labels: [],
    body: { required_version: ">= 1.6", required_providers: block(required) },
  };
  return hclFile([terraform, ...settings]);
}

/** What must not come into version control: the state has every secret in it. */
export const ignored = ".terraform/\n*.tfstate\n*.tfstate.*\n*.tfvars\n";
