import { bool, type Check, either, finite, only, record, shape, variants } from "./check";
import type { FromGallery } from "./gallery";
import { key, name, words } from "./values";

type Sent<Type extends FromGallery["type"]> = Extract<FromGallery, { readonly type: Type }>;

export const parameterValues = record(either(words, either(finite, bool)), 1_000, key);

const fromGallery: Check<FromGallery> = variants<FromGallery>("type", {
  ready: shape<Sent<"ready">>({ type: only("ready") }),
  open: shape<Sent<"open">>({ type: only("open"), name }),
  configure: shape<Sent<"configure">>({ type: only("configure"), name, values: parameterValues }),
  install: shape<Sent<"install">>({ type: only("install"), name, values: parameterValues }),
  openHomepage: shape<Sent<"openHomepage">>({ type: only("openHomepage"), name }),
});

/** A message from the page of packages, if it fits the protocol exactly. The host trusts nothing else. */
export const parseFromGallery = (message: unknown): FromGallery | undefined =>
  fromGallery(message) ? message : undefined;
