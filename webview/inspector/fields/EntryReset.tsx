import { Button } from "../../controls/Button";
import { strings } from "../../strings";
import type { Field } from "../useField";
import type { MapEntry } from "./useEntries";

/** Takes an entry out of the layer that is edited. What comes from the base cannot be taken out here. */
export function EntryReset({ field, entry }: { readonly field: Field; readonly entry: MapEntry }) {
  if (field.isDisabled) return null;
  if (!entry.isOwn) {
    return <span className="codicon codicon-arrow-up from-base" title={strings.inspector.from} />;
  }
  const label = entry.isInBase ? strings.inspector.resetOverride(entry.key) : strings.inspector.removeItem(entry.key);
  return <Button icon={entry.isInBase ? "discard" : "remove"} label={label} onPress={() => field.reset([entry.key])} />;
}
