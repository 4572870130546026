import type { App } from "../../../manifest/app";
import { type Synthesis, SynthesisError, synthesize } from "../../aws/synthesize";
import type { Exported, Note } from "../../export/exported";
import { leftOut } from "../../export/notes";
import { stateHint } from "../generated";
import { type Block, block, type Code, hclFile, object } from "../hcl";
import { Inputs } from "../inputs";
import { ignored, random, versionsFile } from "../versions";
import { terraformAwsFates } from "./fates";
import { script, scriptName } from "./runTask";
import { translate } from "./translate";

const aws = { name: "aws", source: "hashicorp/aws", version: "~> 6.25" };

/** The same architecture as the CloudFormation template, in files of Terraform. */
export function writeTerraformAws(app: App): Exported {
  const inputs = new Inputs();
  const region = inputs.add("region", { description: "The region that everything is made in.", default: app.region });
  const { synthesis, notes } = synthesized(app);
  const { topics, notes: lost, runsTasks } = translate(app, synthesis, inputs);
  const needsRandom = [...topics.values()].flat().some(({ labels }) => labels[0] === "random_password");
  return {
    files: new Map([
      ["versions.tf", versionsFile(app, needsRandom ? [aws, random] : [aws], [provider(app, synthesis, region)])],
      ["variables.tf", inputs.file()],
      ...[...topics].map(([name, blocks]) => [name, hclFile(blocks)] as const),
      ...(runsTasks ? [[scriptName, script] as const] : []),
      [".gitignore", ignored],
    ]),
    notes: [...leftOut(app, terraformAwsFates), ...notes, ...lost],
    variables: inputs.required(),
    next: [stateHint, "tofu init", "tofu apply"],
  };
}

function provider(app: App, { tags }: Synthesis, region: Code): Block {
  const body = {
    region,
    allowed_account_ids: app.account === undefined ? undefined : [app.account],
    default_tags: block({ tags: object(tags) }),
  };
  return { type: "provider", labels: ["aws"], body };
}

/** An override that does not apply is told, and left out with the others. */
function synthesized(app: App): { readonly synthesis: Synthesis; readonly notes: readonly Note[] } {
  try {
    return { synthesis: synthesize(app), notes: [] };
  } catch (error) {
    if (!(error instanceof SynthesisError) || app.overrides.length === 0) throw error;
    const text = `None of the overrides is in these files, because one does not apply: ${error.message}`;
    return {
      synthesis: synthesize({ ...app, overrides: [] }),
      notes: [{ path: app.source(["aws", "overrides"]), text }],
    };
  }
}
