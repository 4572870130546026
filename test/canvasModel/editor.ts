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
  private environment: string | undefined;
  private read: Manifest | undefined;
  private drawn: Picture | undefined;
  /** The picture is of an older text or environment. */
  private isBehind = true;
  private readonly versions = new Versions();
  private readonly undoable: Step[] = [];
  private redoable: Step[] = [];

  constructor(public text: string) {}

  /** Read when it is first asked for, from the one before. */
  get manifest(): Manifest {
    if (this.read?.text !== this.text) this.read = openManifest(this.text, this.read);
    return this.read;
  }

  /** Drawn once for all that happens before somebody looks. */
  get picture(): Picture {
    if (this.drawn !== undefined && !this.isBehind) return this.drawn;
    const { manifest, version, environment, drawn } = this;
    this.versions.show(version, manifest);
    this.isBehind = false;
    this.drawn = draw(manifest, { version, environment, editable: true, deploy: { possible: true }, previous: drawn });
    return this.drawn;
  }

  get chosen(): string | undefined {
    return this.environment;
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
    this.isBehind = true;
  }

  private change(edits: readonly TextEdit[]): void {
    this.version += 1;
    this.text = applyEdits(this.text, edits);
    this.isBehind = true;
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
