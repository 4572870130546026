import type { Output as StackOutput } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import type { Output } from "./types";

/** A template is the same in every language: what it calls its outputs is translated where they are shown. */
const names: ReadonlyMap<string, string> = new Map([
  ["Address", t`Address`],
  ["ECS cluster", t`ECS cluster`],
  ["Log group", t`Log group`],
  ["Private host name", t`Private host name`],
]);

/**
 * A stack's outputs with what they are called, in the order of `labels`; those that have no label follow, called by
 * their description or else by their key.
 */
export function outputsOf(values: readonly StackOutput[], labels: readonly Omit<Output, "value">[]): readonly Output[] {
  const order = new Map(labels.map((label, index) => [label.key, { label, index }]));
  const place = (key: string) => order.get(key)?.index ?? labels.length;
  return values
    .map(({ OutputKey: key = "", OutputValue: value = "", Description: description }): Output => {
      const label = order.get(key)?.label;
      return label
        ? { ...label, label: names.get(label.label) ?? label.label, value }
        : { key, label: description || key, value };
    })
    .sort((a, b) => place(a.key) - place(b.key));
}
