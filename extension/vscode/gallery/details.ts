import type { Offered } from "../../packages/install";
import { nextStep } from "../../packages/nextStep";
import { type Values, valuesChosen } from "../../packages/parameters";
import type { Parameter } from "../../packages/readPackage";
import type { GalleryParameter, PackageDetails } from "../../protocol/gallery";
import { type Drawing, manifestWith, pictureOf } from "./drawing";
import type { Shelf } from "./shelf";

/**
 * What the page shows of a package that would be installed with these values, and with what it needs.
 * @param known packages that may be needed
 */
export function detailsOf(
  offered: Offered,
  chosen: Values,
  drawing: Drawing,
  known: Shelf,
): Omit<PackageDetails, "linked" | "source"> {
  const { found } = offered;
  const { values, wrong } = valuesChosen(found, chosen);
  const { name, version, appVersion, licence, homepage, next, deprecated } = found;
  const made = Object.keys(wrong).length === 0 ? manifestWith(offered, values, known) : undefined;
  return {
    name,
    version,
    appVersion,
    licence,
    homepage,
    parameters: Object.entries(found.parameters ?? {}).map(([parameter, schema]) => formOf(parameter, schema)),
    values,
    wrong,
    ...(next !== undefined && { next: nextStep(next) }),
    ...(deprecated !== undefined && { deprecated: deprecated.reason }),
    ...(made && { brings: made.brought.map(({ title }) => title), picture: pictureOf(made.text, drawing) }),
  };
}

function formOf(name: string, schema: Parameter): GalleryParameter {
  const { type, title, description, group, enum: choices } = schema;
  return {
    name,
    type,
    title,
    ...(description !== undefined && { description }),
    ...(group !== undefined && { group }),
    ...(choices && { enum: choices }),
  };
}
