import { join } from "node:path";
import type { Offered } from "../../test/language/board/judge";
import { yamlLanguageServer } from "../bench/yaml-language-server";
import { root } from "../setup/paths";

/** What yaml-language-server offers with our published schema. */
export function theirs(peers: string): (text: string, cursor: number) => Promise<readonly Offered[]> {
  const peer = yamlLanguageServer(peers, join(root, "schemas", "stackwright.schema.json"));
  return async (text, cursor) =>
    (await peer.items(text, cursor)).map((item) => ({
      // It quotes labels of texts that look like numbers.
      label: item.label.replace(/^(["'])(.*)\1$/, "$2"),
      says: [item.detail, documentation(item.documentation)].filter((part) => part !== undefined).join("\n"),
      insertText: item.textEdit?.newText ?? item.insertText ?? item.label,
      snippet: item.insertTextFormat === 2,
      range: item.textEdit ? item.textEdit.range : { start: cursor, end: cursor },
      sortText: item.sortText ?? item.label,
      filterText: item.filterText ?? item.label,
    }));
}

function documentation(of: string | { readonly value: string } | undefined): string | undefined {
  return typeof of === "object" ? of.value : of;
}
