import * as vscode from "vscode";
import { complete } from "../../language/complete";
import type { Completion, CompletionKind } from "../../language/completion";
import type { Manifests } from "../manifests";
import { manifestSelector, rangeIn } from "../places";

/** A space follows `- ` and `key: `, a dot asks for attributes, `{` opens a map or a reference. */
const triggers = [" ", ":", "-", ".", "{", "[", ",", '"', "'"];

export function provideCompletion(manifests: Manifests): vscode.Disposable {
  // Only what is looked at is sent with its documentation: a list comes at once, however much there is to say.
  const documentation = new WeakMap<vscode.CompletionItem, string>();
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) =>
      complete(manifests.of(document), document.offsetAt(position)).map((completion) => {
        const item = itemOf(document, completion);
        if (completion.documentation !== undefined) documentation.set(item, completion.documentation);
        return item;
      }),
    resolveCompletionItem(item) {
      const text = documentation.get(item);
      if (text !== undefined) item.documentation = new vscode.MarkdownString(text);
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(manifestSelector, provider, ...triggers);
}

function itemOf(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    completion.detail ? { label: completion.label, description: completion.detail } : completion.label,
    kinds[completion.kind],
  );
  item.insertText = completion.snippet ? new vscode.SnippetString(completion.insertText) : completion.insertText;
  item.range = rangeIn(document, completion.range);
  item.sortText = completion.sortText;
  if (completion.filterText !== undefined) item.filterText = completion.filterText;
  if (completion.deprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
  if (completion.retrigger) item.command = { command: "editor.action.triggerSuggest", title: "" };
  return item;
}

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  property: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  enum: vscode.CompletionItemKind.EnumMember,
  component: vscode.CompletionItemKind.Module,
  reference: vscode.CompletionItemKind.Reference,
  snippet: vscode.CompletionItemKind.Snippet,
  function: vscode.CompletionItemKind.Function,
};
