import type { Bundle } from "./bundles";

/** Throws when a bundle contains what it must load later or never. `inputs` are paths relative to the repository. */
export function checkWeight(bundle: Bundle, inputs: readonly string[]): void {
  const found = inputs.filter((input) => bundle.forbidden?.some((part) => input.includes(part)));
  if (found.length === 0) return;
  throw new Error(
    `dist/${bundle.name}.js must not contain ${found[0]} (and ${found.length - 1} more): ` +
      "import it through extension/deploy/bundle, which is loaded when somebody deploys.",
  );
}
