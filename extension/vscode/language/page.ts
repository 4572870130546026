import * as vscode from "vscode";
import { format, formatRange } from "../../language/format";
import { inlay } from "../../language/inlay";
import { tokenKinds } from "../../language/tokenKinds";
import { tokens } from "../../language/tokens";
import type { Parts } from "../parts";
import { manifestSelector, rangeIn } from "../places";

const setting = "stackwright.inlayHints";
const legend = new vscode.SemanticTokensLegend([...tokenKinds], ["declaration"]);

/** What is seen on the text itself: inlay hints, semantic tokens, formatting. */
export function providePage({ manifests, environments }: Parts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    environments.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(manifestSelector, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) => {
        if (vscode.workspace.getConfiguration(undefined, document).get(setting) !== true) return [];
        const visible = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return inlay(manifests.of(document), visible, environments.of(document)).map(({ offset, text, tooltip }) => {
          const hint = new vscode.InlayHint(document.positionAt(offset), text);
          hint.paddingLeft = true;
          hint.tooltip = tooltip;
          return hint;
        });
      },
    }),
    vscode.languages.registerDocumentSemanticTokensProvider(
      manifestSelector,
      {
        provideDocumentSemanticTokens: (document) => {
          const builder = new vscode.SemanticTokensBuilder(legend);
          for (const { range, kind, declaration } of tokens(manifests.of(document)))
            builder.push(rangeIn(document, range), kind, declaration ? ["declaration"] : []);
          return builder.build();
        },
      },
      legend,
    ),
    vscode.languages.registerDocumentRangeFormattingEditProvider(manifestSelector, {
      provideDocumentRangeFormattingEdits: (document, range, { insertSpaces, tabSize }) => {
        const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return formatRange(manifests.of(document), insertSpaces ? tabSize : 2, asked).map((edit) =>
          vscode.TextEdit.replace(rangeIn(document, edit.range), edit.text),
        );
      },
    }),
    vscode.languages.registerDocumentFormattingEditProvider(manifestSelector, {
      provideDocumentFormattingEdits: (document, { insertSpaces, tabSize }) =>
        // YAML has no tabs for indentation, whatever the editor is set to.
        format(manifests.of(document), insertSpaces ? tabSize : 2).map(({ range, text }) =>
          vscode.TextEdit.replace(rangeIn(document, range), text),
        ),
    }),
  );
}
