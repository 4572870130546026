import { nextStep } from "../../packages/nextStep";
import { type Values, valuesChosen } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import type { GalleryParameter, PackageDetails } from "../../protocol/gallery";
import { type Drawing, manifestOf, pictureOf } from "./drawing";

/** What the page shows of a package that would be installed with these values. */
export function detailsOf(found: Package, chosen: Values, drawing: Drawing): Omit<PackageDetails, "linked" | "source"> {
  const { values, wrong } = valuesChosen(found, chosen);
  const { name, version, appVersion, licence, homepage, next, deprecated } = found;
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
    ...(Object.keys(wrong).length === 0 && { picture: pictureOf(manifestOf(found, values), drawing) }),
  };
}

function formOf(name: string, schema: NonNullable<Package["parameters"]>[string]): GalleryParameter {
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
