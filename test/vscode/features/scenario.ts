import { test } from "vitest";
import type { Canvas } from "../driver/canvas";
import { shop } from "../driver/fixtures";
import type { Document, Workbench } from "../driver/workbench";
import { type ComplaintNumber, complaints, type FeatureNumber, titleOf } from "./features";

/** A scenario that shows a feature, in real VS Code, with the mouse and the keyboard. It is called what the feature is. */
export function feature(number: FeatureNumber, story: () => Promise<void>): void {
  test(`${number}. ${titleOf(number)}`, story);
}

/** A scenario that shows that a complaint which people have elsewhere has no ground here. */
export function complaint(number: ComplaintNumber, story: () => Promise<void>): void {
  test(`Not so: ${number}. ${complaints[number]}`, story);
}

export interface Opened {
  readonly document: Document;
  readonly canvas: Canvas;
}

let count = 0;

/** Opens a fresh manifest, as text with its canvas beside it, in a window where nothing else is open. */
export async function openBoth(window: Workbench, text = shop): Promise<Opened> {
  const document = await openText(window, text);
  return { document, canvas: await window.openCanvas() };
}

/** Opens the text of a fresh manifest, in a window where nothing else is open. */
export async function openText(window: Workbench, text = shop): Promise<Document> {
  count += 1;
  await window.closeAll();
  return window.openNew(`scenario-${process.pid}-${count}.stackwright.yaml`, text);
}
