import type { ExportTarget } from "../../export/exported";
import { googleBecomes } from "./becomes";
import { terraformGoogleFates } from "./fates";
import { writeTerraformGoogle } from "./writeTerraformGoogle";

/** Terraform for Google Cloud: Cloud Run, Cloud SQL, Memorystore and a global load balancer. */
export const terraformGoogle: ExportTarget = {
  id: "terraform-google",
  label: "Terraform for Google Cloud",
  becomes: googleBecomes,
  fates: terraformGoogleFates,
  write: writeTerraformGoogle,
};
