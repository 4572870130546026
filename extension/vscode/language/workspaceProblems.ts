import * as vscode from "vscode";
import { lineAt, lineStarts } from "../../language/fold";
import { openManifest } from "../../manifest/manifest";
import { manifestGlob } from "../places";
import { diagnosticOf } from "./diagnosticOf";

/** Larger files are checked once they are opened. */
const largest = 1_000_000;
const mostFiles = 1_000;

/**
 * The problems of the workspace's manifests that are not open. One file at a time, each in a turn of its own, so that
 * what a person does comes in between.
 */
export class WorkspaceProblems implements vscode.Disposable {
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  private running = false;
  private disposed = false;

  constructor(
    private readonly collection: vscode.DiagnosticCollection,
    /** An open document speaks for itself: its text may be newer than the file. */
    private readonly isOpen: (uri: vscode.Uri) => boolean,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(manifestGlob);
    this.disposables = [
      watcher,
      watcher.onDidCreate((uri) => this.check(uri)),
      watcher.onDidChange((uri) => this.check(uri)),
      watcher.onDidDelete((uri) => {
        if (!this.isOpen(uri)) this.collection.delete(uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.forget(uri);
        this.checkAll();
      }),
    ];
    this.checkAll();
  }

  /** Reads the file in its turn. One outside the workspace, or gone, has no problems. */
  check(uri: vscode.Uri): void {
    if (this.disposed || !vscode.workspace.getWorkspaceFolder(uri)) return;
    this.waiting.set(uri.toString(), uri);
    if (this.running) return;
    this.running = true;
    setTimeout(() => this.next());
  }

  private async checkAll(): Promise<void> {
    // Without an exclusion of ours, the ones of `files.exclude` hold.
    const found = await vscode.workspace.findFiles(manifestGlob, undefined, mostFiles);
    for (const uri of found) if (!uri.path.includes("/node_modules/")) this.check(uri);
  }

  private async next(): Promise<void> {
    const [first] = this.waiting;
    if (!first || this.disposed) {
      this.running = false;
      return;
    }
    const [key, uri] = first;
    this.waiting.delete(key);
    if (!this.isOpen(uri)) await this.publish(uri);
    setTimeout(() => this.next());
  }

  private async publish(uri: vscode.Uri): Promise<void> {
    const text = await read(uri);
    // While it was read it may have been opened.
    if (this.disposed || this.isOpen(uri)) return;
    if (text === undefined) {
      this.collection.delete(uri);
      return;
    }
    const starts = lineStarts(text);
    const positionOf = (offset: number): vscode.Position => {
      const line = lineAt(starts, offset);
      return new vscode.Position(line, offset - (starts[line] ?? 0));
    };
    const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
      new vscode.Range(positionOf(start), positionOf(end));
    const { problems } = openManifest(text);
    this.collection.set(
      uri,
      problems.map((problem) => diagnosticOf({ uri, rangeOf }, problem)),
    );
  }

  private forget(folder: vscode.Uri): void {
    const gone: vscode.Uri[] = [];
    this.collection.forEach((uri) => {
      if (uri.toString().startsWith(`${folder.toString()}/`) && !this.isOpen(uri)) gone.push(uri);
    });
    for (const uri of gone) this.collection.delete(uri);
  }

  dispose(): void {
    this.disposed = true;
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** Undefined for a file that is gone, too large or cannot be read. */
async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return undefined;
    // A byte order mark is not part of a document's text in the editor either.
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
