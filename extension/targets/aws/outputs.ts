import type { Draft } from "./draft";
import type { SynthesisOutput } from "./synthesis";
import type { Template } from "./template";

/** What a person looks for first stands first. */
const order = ["Url", "Host", "ClusterName", "LogGroupName"];

/** The outputs of the template, and what is known about them, in the same order. */
export function outputsOf(draft: Draft): {
  readonly section: Template["Outputs"];
  readonly list: readonly SynthesisOutput[];
} {
  const rank = (key: string) => order.findIndex((ending) => key.endsWith(ending));
  const sorted = [...draft.outputs].sort((a, b) => rank(a.key) - rank(b.key));
  const section = Object.fromEntries(
    sorted.map(({ key, label, component, value }) => [
      key,
      { Description: component === undefined ? label : `${label} of ${component}`, Value: value },
    ]),
  );
  return { section, list: sorted.map(({ value: _, ...output }) => output) };
}
