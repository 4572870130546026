import * as vscode from "vscode";
import { define } from "../../language/define";
import { hover } from "../../language/hover";
import { type OutlineItem, type OutlineKind, outline } from "../../language/outline";
import type { Manifests } from "../manifests";
import { manifestSelector, rangeIn } from "../places";

/** What helps to read a manifest: hover, go to definition, the outline. */
export function provideReading(manifests: Manifests): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(manifestSelector, {
      provideHover: (document, position) => hoverAt(manifests, document, position),
    }),
    vscode.languages.registerDefinitionProvider(manifestSelector, {
      provideDefinition: (document, position) => definitionAt(manifests, document, position),
    }),
    vscode.languages.registerDocumentSymbolProvider(
      manifestSelector,
      { provideDocumentSymbols: (document) => outline(manifests.of(document)).map((item) => symbolOf(document, item)) },
      { label: "Stackwright" },
    ),
  );
}

function hoverAt(manifests: Manifests, document: vscode.TextDocument, position: vscode.Position) {
  const found = hover(manifests.of(document), document.offsetAt(position));
  return found && new vscode.Hover(new vscode.MarkdownString(found.contents), rangeIn(document, found.range));
}

function definitionAt(
  manifests: Manifests,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DefinitionLink[] {
  const found = define(manifests.of(document), document.offsetAt(position));
  if (!found) return [];
  return [
    {
      originSelectionRange: rangeIn(document, found.origin),
      targetUri: document.uri,
      targetRange: rangeIn(document, found.target),
      targetSelectionRange: rangeIn(document, found.targetName),
    },
  ];
}

function symbolOf(document: vscode.TextDocument, item: OutlineItem): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    // VS Code refuses a symbol without a name, which a manifest in the middle of being typed can have.
    item.name === "" ? "…" : item.name,
    item.detail ?? "",
    kinds[item.kind],
    rangeIn(document, item.range),
    rangeIn(document, item.selection),
  );
  symbol.children = item.children.map((child) => symbolOf(document, child));
  return symbol;
}

const kinds: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Namespace,
  component: vscode.SymbolKind.Class,
  environment: vscode.SymbolKind.Package,
  field: vscode.SymbolKind.Field,
};
