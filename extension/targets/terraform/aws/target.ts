import { awsBecomes } from "../../aws/becomes";
import type { ExportTarget } from "../../export/exported";
import { terraformAwsFates } from "./fates";
import { writeTerraformAws } from "./writeTerraformAws";

/** Terraform for AWS: the resources of the CloudFormation template, translated one by one. */
export const terraformAws: ExportTarget = {
  id: "terraform-aws",
  label: "Terraform for AWS",
  becomes: awsBecomes,
  costsAsAws: true,
  fates: terraformAwsFates,
  write: writeTerraformAws,
};
