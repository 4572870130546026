import { compose } from "../compose/target";
import { convox } from "../convox/target";
import { heroku } from "../heroku/target";
import { helm, kubernetes } from "../kubernetes/targets";
import { render } from "../render/target";
import { terraformAws } from "../terraform/aws/target";
import { terraformGoogle } from "../terraform/google/target";
import { terraformHeroku } from "../terraform/heroku/target";
import type { ExportTarget } from "./exported";

/** The platforms that an application can be written for, in the order in which they are listed. */
export const exportTargets: readonly ExportTarget[] = [
  compose,
  kubernetes,
  helm,
  heroku,
  render,
  convox,
  terraformAws,
  terraformGoogle,
  terraformHeroku,
];
