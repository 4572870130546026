import { type Check, either, finite, list, oneOf, only, optional, record, shape, variants } from "./check";
import { parameterValues } from "./fromGallery";
import type { GalleryParameter, ListedPackage, ListedPrice, PackageDetails, ToGallery } from "./gallery";
import { amount } from "./priceAndEdited";
import { picture } from "./toWebview";
import { key, most, words } from "./values";

type Sent<Type extends ToGallery["type"]> = Extract<ToGallery, { readonly type: Type }>;

const listed: Check<ListedPackage> = shape<ListedPackage>({
  name: key,
  title: words,
  description: words,
  icon: words,
});

const parameter: Check<GalleryParameter> = shape<GalleryParameter>({
  name: key,
  type: oneOf("string", "integer", "boolean"),
  title: words,
  description: optional(words),
  group: optional(words),
  enum: optional(list(either(words, finite), most.items)),
});

const details: Check<PackageDetails> = shape<PackageDetails>({
  name: key,
  version: words,
  appVersion: words,
  licence: words,
  homepage: words,
  next: optional(words),
  deprecated: optional(words),
  parameters: list(parameter, most.items),
  values: parameterValues,
  wrong: record(words, most.items, key),
  linked: list(key, most.items),
  source: optional(words),
  brings: optional(list(words, most.items)),
  picture: optional(picture),
});

const toGallery: Check<ToGallery> = variants<ToGallery>("type", {
  packages: shape<Sent<"packages">>({ type: only("packages"), packages: list(listed, most.items) }),
  prices: shape<Sent<"prices">>({
    type: only("prices"),
    prices: record(shape<ListedPrice>({ idle: amount, maximum: amount }), most.items, key),
  }),
  package: shape<Sent<"package">>({ type: only("package"), details }),
});

/** A message from the host, if it fits the protocol exactly. */
export const parseToGallery = (message: unknown): ToGallery | undefined => (toGallery(message) ? message : undefined);
