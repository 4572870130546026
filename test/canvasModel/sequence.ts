import { applyEdits } from "../../extension/manifest/edit/edit";
import type { EditResult, Json } from "../../extension/manifest/edit/operation";
import { intend } from "../edit/intend";
import { allowedIn } from "./allowed";
import { type Dice, diceFrom, once, pick } from "./dice";
import { Editor } from "./editor";
import { type Gesture, someGesture } from "./gestures";
import { isMap, mapOf, readYaml, saidBy, saidOn } from "./readIndependently";
import { differAt } from "./sameValue";
import { someText } from "./texts";
import { someTyping } from "./typed";

export interface Counts {
  sequences: number;
  steps: number;
  written: number;
  refused: number;
  /** Written although the text had moved on. */
  carriedOver: number;
  typed: number;
  unreadable: number;
  undone: number;
}

export function noCounts(): Counts {
  return { sequences: 0, steps: 0, written: 0, refused: 0, carriedOver: 0, typed: 0, unreadable: 0, undone: 0 };
}

/** What went wrong, with all that is needed to see it again. */
export class Found extends Error {
  constructor(what: string, seed: number, story: readonly string[], text: string) {
    super(`${what}\nSeed ${seed}:\n${story.join("\n")}\nThe text before:\n${text}`);
  }
}

/** One random sequence: whatever people do, step by step, with everything looked at after each. */
export function runSequence(seed: number, counts: Counts): void {
  const dice = diceFrom(seed);
  const first = someText(dice);
  const editor = new Editor(first);
  const story: string[] = [];
  let before = first;
  try {
    check(editor);
    for (let left = 3 + dice(7); left > 0; left -= 1) {
      before = editor.text;
      counts.steps += 1;
      step(dice, editor, story, counts);
      check(editor);
      if (!editor.picture.readable) counts.unreadable += 1;
    }
    before = editor.text;
    story.push("undo everything");
    while (editor.canUndo) editor.undo();
    demand(editor.text === first, "Undoing everything does not give the first text.");
    check(editor);
  } catch (error) {
    throw new Found(error instanceof Error ? (error.stack ?? error.message) : String(error), seed, story, before);
  }
  counts.sequences += 1;
}

function step(dice: Dice, editor: Editor, story: string[], counts: Counts): void {
  const kind = pick(dice, ["gesture", "gesture", "gesture", "gesture", "late", "type", "undo", "redo", "choose"]);
  if (kind === "gesture" || kind === "late") {
    const { picture, manifest } = editor;
    const gesture = someGesture(dice, picture, manifest);
    if (kind === "late") type(dice, editor, story, counts);
    story.push(`${gesture.name}${kind === "late" ? ", made before that," : ""} ${JSON.stringify(gesture.operations)}`);
    make(editor, gesture, picture.version, counts);
  } else if (kind === "type") type(dice, editor, story, counts);
  else if (kind === "choose") {
    editor.choose(pick(dice, editor.picture.environments) ?? "default");
    story.push(`choose ${editor.picture.environment}`);
  } else if (kind === "undo") {
    story.push("undo");
    editor.undo();
    counts.undone += 1;
  } else {
    story.push("redo");
    editor.redo();
  }
}

function type(dice: Dice, editor: Editor, story: string[], counts: Counts): void {
  const edits = someTyping(dice, editor.text);
  story.push(`type ${JSON.stringify(edits)}`);
  editor.type(edits);
  counts.typed += 1;
  // A text that stays broken ends all gestures; most people mend theirs soon.
  if (!editor.picture.readable && !once(dice, 3)) {
    story.push("undo that");
    editor.undo();
  }
}

function make(editor: Editor, gesture: Gesture, version: number, counts: Counts): void {
  const before = editor.text;
  const isLate = editor.version !== version;
  const result = editor.gesture(gesture.operations, version);
  if (!result.ok) {
    counts.refused += 1;
    demand(editor.text === before, "A refused gesture changed the text.");
    demand(result.reason.length > 10, "A refusal has no reason.");
    demand(
      !result.reason.includes("cannot be written into the text safely") || isOdd(before),
      `Refused: ${result.reason}`,
    );
    return;
  }
  counts.written += 1;
  if (isLate) counts.carriedOver += 1;
  checkEdits(before, gesture, result, !isLate);
  if (!isLate) checkMeaning(before, editor.text, gesture);
}

/** The text says what the gesture means, said on plain JSON. Pasting has tests of its own. */
function checkMeaning(before: string, after: string, { operations }: Gesture): void {
  const [old, now] = [readYaml(before), readYaml(after)];
  const isShared = /[&*]\w/.test(before) || old.isAmbiguous || now.isAmbiguous;
  if (
    isShared ||
    old.json === undefined ||
    !isWellFormed(old.json) ||
    operations.some(({ kind }) => kind === "pasteComponents")
  )
    return;
  const wanted = operations.reduce<Json>(intend, old.json);
  const difference = differAt(now.json, wanted);
  demand(difference === undefined, `The text does not say what was meant. ${difference}\n${after}`);
}

/** Each byte that changed belongs to what the gesture is about. */
function checkEdits(
  before: string,
  gesture: Gesture,
  result: EditResult & { readonly ok: true },
  exact: boolean,
): void {
  const allowed = allowedIn(before, gesture.operations, exact);
  for (const { range } of result.edits) {
    const isAllowed = allowed.some(({ start, end }) => range.start >= start && range.end <= end);
    demand(
      isAllowed,
      `Bytes ${range.start} to ${range.end} changed, outside of ${allowed.map(({ start, end }) => `${start}-${end}`).join(", ")}:\n${applyEdits(before, result.edits)}`,
    );
  }
}

/** The canvas shows what an independent reader finds in the text. */
function check(editor: Editor): void {
  const { picture, text } = editor;
  const { json, isAmbiguous } = readYaml(text);
  if (!picture.readable) return;
  demand(json !== undefined, `The canvas shows a text that cannot be read:\n${text}`);
  if (json === undefined || isAmbiguous) return;
  const difference = differAt(saidOn(picture), saidBy(json, editor.chosen));
  demand(difference === undefined, `The canvas does not show what the text says. ${difference}\n${text}`);
}

/** Maps where maps belong; what a gesture means elsewhere, nobody can say. */
function isWellFormed(json: Json): boolean {
  const { components, environments, canvas } = mapOf(json);
  const overrides = Object.values(mapOf(environments)).map((environment) => mapOf(environment)["components"]);
  const groups = mapOf(canvas)["$groups"];
  const inner = [components, groups, ...overrides].flatMap((map) => Object.values(mapOf(map)));
  const written = [canvas, groups, ...overrides].filter((map) => map !== undefined);
  return [json, components, ...written, ...inner].every(isMap);
}

/** A layout that the editor may give up on, rather than damage it. */
function isOdd(text: string): boolean {
  return /^\s*\? |[&*!]\w|\|\+|>\+/m.test(text);
}

function demand(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}
