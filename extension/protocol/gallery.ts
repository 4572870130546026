import type { Picture, PriceAmount } from "./messages";

export type ParameterValue = string | number | boolean;

export type ParameterValues = { readonly [parameter: string]: ParameterValue };

/** A package as the list shows it. */
export interface ListedPackage {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** An SVG document, to be shown as a picture and never as markup. `""` when it has none. */
  readonly icon: string;
}

/** What it costs in a month with its defaults. */
export interface ListedPrice {
  readonly idle: PriceAmount;
  readonly maximum: PriceAmount;
}

/** A parameter, with what its value may be. */
export interface GalleryParameter {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean";
  readonly title: string;
  readonly description?: string;
  /** The heading that it stands under. */
  readonly group?: string;
  readonly enum?: readonly (string | number)[];
}

/** A package as it would be installed with some values. */
export interface PackageDetails {
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
  readonly licence: string;
  readonly homepage: string;
  readonly next?: string;
  /** Why nobody should begin with it any more. */
  readonly deprecated?: string;
  readonly parameters: readonly GalleryParameter[];
  readonly values: ParameterValues;
  /** Why a value cannot be, by parameter. */
  readonly wrong: { readonly [parameter: string]: string };
  /** Parameters whose values came with a link that somebody followed. */
  readonly linked: readonly string[];
  /** The repository that it was fetched from; absent for what comes with Stackwright. */
  readonly source?: string;
  /** The titles of packages that it needs, and that come along. */
  readonly brings?: readonly string[];
  /** With its price. Absent while a value is wrong. */
  readonly picture?: Picture;
}

export type ToGallery =
  | { readonly type: "packages"; readonly packages: readonly ListedPackage[] }
  | { readonly type: "prices"; readonly prices: { readonly [name: string]: ListedPrice } }
  /** Shown when the page asks for it, and when a link leads to it. */
  | { readonly type: "package"; readonly details: PackageDetails };

export type FromGallery =
  | { readonly type: "ready" }
  /** Shows a package with its defaults, or with the values that it has been given. */
  | { readonly type: "open"; readonly name: string }
  /** Shows it with other values; the second one installs it with them. */
  | { readonly type: "configure"; readonly name: string; readonly values: ParameterValues }
  | { readonly type: "install"; readonly name: string; readonly values: ParameterValues }
  | { readonly type: "openHomepage"; readonly name: string };
