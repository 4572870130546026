import * as vscode from "vscode";
import { fold } from "../../language/fold";
import { links } from "../../language/links";
import { references } from "../../language/references";
import { prepareRename, rename } from "../../language/rename";
import { select } from "../../language/select";
import type { TextEdit } from "../../manifest/edit/operation";
import type { Manifests } from "../manifests";
import { manifestSelector, rangeIn } from "../places";

/** What leads from one place of a manifest to others: references, highlight, rename, links, folding, selections. */
export function provideNavigation(manifests: Manifests): vscode.Disposable {
  const found = (document: vscode.TextDocument, position: vscode.Position) =>
    references(manifests.of(document), document.offsetAt(position));
  const languages = vscode.languages;
  return vscode.Disposable.from(
    languages.registerReferenceProvider(manifestSelector, {
      provideReferences: (document, position, { includeDeclaration }) =>
        found(document, position)
          .filter(({ definition }) => includeDeclaration || !definition)
          .map(({ range }) => new vscode.Location(document.uri, rangeIn(document, range))),
    }),
    languages.registerDocumentHighlightProvider(manifestSelector, {
      provideDocumentHighlights: (document, position) =>
        found(document, position).map(
          ({ range, definition }) =>
            new vscode.DocumentHighlight(
              rangeIn(document, range),
              definition ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
            ),
        ),
    }),
    languages.registerRenameProvider(manifestSelector, {
      prepareRename: (document, position) => {
        const answer = prepareRename(manifests.of(document), document.offsetAt(position));
        // VS Code shows the words of what is thrown here.
        if (!answer.ok) throw new Error(answer.reason);
        return { range: rangeIn(document, answer.range), placeholder: answer.name };
      },
      provideRenameEdits: (document, position, name) => {
        const answer = rename(manifests.of(document), document.offsetAt(position), name);
        if (!answer.ok) throw new Error(answer.reason);
        if (answer.notice !== undefined) vscode.window.showInformationMessage(answer.notice);
        return workspaceEdit(document, answer.edits);
      },
    }),
    languages.registerDocumentLinkProvider(manifestSelector, {
      provideDocumentLinks: (document) =>
        links(manifests.of(document)).map(({ range, url, tooltip }) => {
          const link = new vscode.DocumentLink(rangeIn(document, range), vscode.Uri.parse(url));
          link.tooltip = tooltip;
          return link;
        }),
    }),
    languages.registerFoldingRangeProvider(manifestSelector, {
      provideFoldingRanges: (document) =>
        fold(manifests.of(document)).map(
          ({ start, end, kind }) => new vscode.FoldingRange(start, end, kind && vscode.FoldingRangeKind.Comment),
        ),
    }),
    languages.registerSelectionRangeProvider(manifestSelector, {
      provideSelectionRanges: (document, positions) =>
        positions.map((position) => selectionAt(manifests, document, position)),
    }),
  );
}

function selectionAt(
  manifests: Manifests,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.SelectionRange {
  let parent: vscode.SelectionRange | undefined;
  for (const range of select(manifests.of(document), document.offsetAt(position)).toReversed())
    parent = new vscode.SelectionRange(rangeIn(document, range), parent);
  return parent ?? new vscode.SelectionRange(new vscode.Range(position, position));
}

/** Edits of a pure part as VS Code applies them: all or none, in one undo step. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) result.replace(document.uri, rangeIn(document, range), text);
  return result;
}
