import * as vscode from "vscode";
import { complete } from "../../language/complete";
import type { Completion, CompletionKind } from "../../language/completion";
import type { Manifests } from "../manifests";
import { manifestSelector, rangeIn } from "../places";

/** A space follows `- ` and `key: `, a dot asks for attributes, `{` opens a map or a reference. */
const triggers = [" ", ":", "-", ".", "{", "[", ",", '"', "'"];

export function provideCompletion(manifests: Manifests): vscode.Disposable {
  const provideCompletionItems = (document: vscode.TextDocument, position: vscode.Position) =>
    complete(manifests.of(document), document.offsetAt(position)).map((completion) => itemOf(document, completion));
  return vscode.languages.registerCompletionItemProvider(manifestSelector, { provideCompletionItems }, ...triggers);
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
  if (completion.documentation !== undefined) item.documentation = new vscode.MarkdownString(completion.documentation);
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
