import type { ExportTarget } from "../../export/exported";
import { herokuBecomes } from "../../heroku/becomes";
import { terraformHerokuFates } from "./fates";
import { writeTerraformHeroku } from "./writeTerraformHeroku";

/** Terraform for Heroku: one app, as `heroku` writes it, with nothing left to be clicked but the scheduler's jobs. */
export const terraformHeroku: ExportTarget = {
  id: "terraform-heroku",
  label: "Terraform for Heroku",
  becomes: herokuBecomes,
  fates: terraformHerokuFates,
  write: writeTerraformHeroku,
};
