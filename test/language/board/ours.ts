import { complete } from "../../../extension/language/complete";
import { openManifest } from "../../../extension/manifest/manifest";
import type { Offered } from "./judge";

export function ours(text: string, cursor: number): readonly Offered[] {
  return complete(openManifest(text), cursor).map((item) => ({
    label: item.label,
    says: [item.detail, item.documentation].filter((part) => part !== undefined).join("\n"),
    insertText: item.insertText,
    snippet: item.snippet,
    range: item.range,
    sortText: item.sortText,
    filterText: item.filterText ?? item.label,
  }));
}
