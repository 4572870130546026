import * as vscode from "vscode";

const { bundle } = vscode.l10n;
/** VS Code has a bundle where the extension comes with one for its language. Imported first: tables of words are made once. */
if (bundle !== undefined) globalThis.stackwrightLanguage = { tag: vscode.env.language, words: bundle };
