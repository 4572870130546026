import { carryOut } from "../../extension/manifest/edit/carryOut";
import { applyEdits } from "../../extension/manifest/edit/edit";
import type { EditResult, Operation, TextEdit } from "../../extension/manifest/edit/operation";
import { Versions } from "../../extension/manifest/edit/versions";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { draw } from "../../extension/protocol/picture";

/** One entry of the undo stack: the edits that lead back, and those that lead forth again. */
interface Step {
  /** The texts between which it leads. */
  readonly before: string;
  readonly after: string;
  readonly back: readonly TextEdit[];
  readonly forth: readonly TextEdit[];
}

/** A text document with one canvas, as VS Code has them: every change is a version, and one entry of one undo stack. */
export class Editor {
  version = 1;
  manifest: Manifest;
  picture: Picture;
  environment: string | undefined;
  private readonly versions = new Versions();
  private readonly undoable: Step[] = [];
  private redoable: Step[] = [];

  constructor(text: string) {
    this.manifest = openManifest(text);
    this.picture = this.draw(undefined);
  }

  get text(): string {
    return this.manifest.text;
  }

  get canUndo(): boolean {
    return this.undoable.length > 0;
  }

  /** Somebody types, or another program writes. */
  type(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const before = this.text;
    const back = inverse(before, edits);
    this.change(edits);
    this.undoable.push({ before, after: this.text, back, forth: edits });
    this.redoable = [];
  }

  /** What the host does with an edit of the canvas, made on the picture of `version`. */
  gesture(operations: readonly Operation[], version: number): EditResult {
    const before = this.version;
    const result = carryOut({ version: before, manifest: this.manifest }, this.versions, { operations, version });
    if (!result.ok || result.edits.length === 0) return result;
    const text = applyEdits(this.text, result.edits);
    this.type(result.edits);
    this.versions.wrote(before, this.version, text);
    return result;
  }

  undo(): void {
    const step = this.undoable.pop();
    if (step === undefined) return;
    this.redoable.push(step);
    this.change(step.back);
    if (this.text !== step.before) throw new Error("Undo does not lead back to the text before.");
  }

  redo(): void {
    const step = this.redoable.pop();
    if (step === undefined) return;
    this.undoable.push(step);
    this.change(step.forth);
    if (this.text !== step.after) throw new Error("Redo does not lead forth to the text after.");
  }

  choose(environment: string): void {
    this.environment = environment;
    this.picture = this.draw(this.picture);
  }

  private change(edits: readonly TextEdit[]): void {
    this.version += 1;
    this.manifest = openManifest(applyEdits(this.text, edits), this.manifest);
    this.picture = this.draw(this.picture);
  }

  private draw(previous: Picture | undefined): Picture {
    const { manifest, version, environment } = this;
    this.versions.show(version, manifest);
    return draw(manifest, { version, environment, editable: true, deploy: { possible: true }, previous });
  }
}

function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ range, text: added }) => {
    const start = range.start + shift;
    shift += added.length - (range.end - range.start);
    return { range: { start, end: start + added.length }, text: text.slice(range.start, range.end) };
  });
}
