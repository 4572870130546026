import { t } from "../l10n";
import { type Manifest, openManifest } from "../manifest";
import type { Problem } from "../problem";
import { toEdits } from "./apply";
import { applyChange, type Change } from "./change";
import { layoutOf } from "./layout";
import { fromNode, type Model, namesIn, sameModel } from "./model";
import { noticeOf } from "./notice";
import type { EditResult, Operation } from "./operation";
import { changesOf } from "./operations/changesOf";
import { type Pasted, pasteComponents } from "./operations/pasteComponents";
import { createPieces } from "./pieces";
import { Refusal, refuse } from "./refusal";

export { copyComponents } from "./clip/copyComponents";
export { applyEdits } from "./pieces";

/**
 * Turns operations into the smallest text edits. They build on one another and come out as one list against
 * `manifest.text`, so one gesture is one undo step. The answer is checked by reading the resulting text again: it must
 * say what was meant, in its old order, with its anchors and aliases, and nothing else. What cannot be written so is
 * refused, with the reason in words.
 */
export function edit(manifest: Manifest, operations: readonly Operation[]): EditResult {
  try {
    return compose(manifest, operations);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function compose(manifest: Manifest, operations: readonly Operation[]): EditResult {
  const broken = manifest.problems.find(isUnreadable);
  if (broken !== undefined) refuse(t`The text cannot be read at the moment: ${broken.message}`);
  const pieces = createPieces(manifest.text);
  const layout = layoutOf(manifest.text, manifest.root);
  const notices: string[] = [];
  let model = fromNode(manifest.root);
  let current = manifest;
  const make = (change: Change): void => {
    const edits = toEdits(current, layout, change);
    model = applyChange(model, change);
    if (edits.length === 0) return;
    pieces.apply(edits);
    current = openManifest(pieces.text(), current);
  };
  const made: string[] = [];
  for (const operation of operations) {
    const before = current;
    const added = addedBy(current, operation);
    for (const change of added?.changes ?? changesOf(current, operation)) make(change);
    const positions = added?.positions ?? {};
    if (Object.keys(positions).length > 0) {
      for (const change of changesOf(current, { kind: "moveComponents", positions })) make(change);
    }
    made.push(...(added?.components ?? []));
    notices.push(...(added?.notices ?? []), ...noticeOf(before, current, operation));
  }
  verify(manifest, current, model);
  return {
    ok: true,
    edits: pieces.edits(),
    ...(notices.length > 0 && { notice: [...new Set(notices)].join(" ") }),
    ...(made.length > 0 && { components: made }),
  };
}

/** What an operation adds, when it is one that does. */
function addedBy(manifest: Manifest, operation: Operation): Pasted | undefined {
  if (operation.kind === "pasteComponents") return pasteComponents(manifest, operation);
  if (operation.kind !== "addComponent") return undefined;
  const { name, position } = operation;
  const positions = position === undefined ? {} : { [name]: position };
  return { changes: changesOf(manifest, operation), components: [name], positions, notices: [] };
}

function verify(before: Manifest, after: Manifest, model: Model): void {
  const { anchors, aliases } = namesIn(model);
  const lost = [...aliases].find((name) => !anchors.has(name));
  if (lost !== undefined && namesIn(fromNode(before.root)).anchors.has(lost)) {
    refuse(t`\`&${lost}\` stands in what would go, and \`*${lost}\` elsewhere uses it; change that first.`);
  }
  if (!after.problems.some(isUnreadable) && sameModel(fromNode(after.root), model)) return;
  refuse(
    t`This cannot be written into the text safely, because of the way it is laid out there; change it in the text.`,
  );
}

const unreadable: ReadonlySet<string> = new Set([
  "too-large",
  "too-deep",
  "not-text",
  "yaml-syntax",
  "several-documents",
  "unknown-alias",
  "alias-cycle",
]);

function isUnreadable({ code }: Problem): boolean {
  return unreadable.has(code);
}
