import { readColors } from "../paint/colors";
import { paintAll } from "../paint/paint";
import type { Controller } from "../state/controller";
import { lightColors } from "./lightColors";
import { sceneOf } from "./sceneOf";
import { SvgPen } from "./svgPen";

export interface PictureOptions {
  readonly format: "svg" | "png";
  /** The colours of the theme that is worked in, or light ones. */
  readonly colors: "theme" | "light";
  /** Only what is selected. */
  readonly isSelection: boolean;
}

/** Device pixels to a pixel of the canvas, as far as the picture stays within what browsers can hold. */
const density = 2;
const largest = 8_192;

/** Hands a picture of the topology to the host, which asks where it is to be written. */
export async function exportPicture(controller: Controller, options: PictureOptions): Promise<void> {
  if (options.format === "svg") {
    controller.send({ type: "saveImage", format: "svg", data: svgOf(controller, options) });
    return;
  }
  const { scene, frame } = sceneOf(controller.store.get(), options.isSelection);
  const colors =
    options.colors === "light" ? { ...lightColors, glyph: readColors(document.body).glyph } : readColors(document.body);
  const scale = Math.min(density, largest / Math.max(frame.width, frame.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(frame.width * scale);
  canvas.height = Math.round(frame.height * scale);
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  await document.fonts.load("18px codicon");
  pen.fillStyle = colors.background;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale);
  paintAll(pen, scene, colors);
  const [, data = ""] = canvas.toDataURL("image/png").split(",");
  controller.send({ type: "saveImage", format: "png", data });
}

/** A webview cannot print; the host opens what can. Always light, for paper. */
export function printPicture(controller: Controller): void {
  const svg = svgOf(controller, { format: "svg", colors: "light", isSelection: false });
  controller.send({ type: "print", svg });
}

function svgOf(controller: Controller, { colors: wanted, isSelection }: PictureOptions): string {
  const state = controller.store.get();
  const { scene, frame } = sceneOf(state, isSelection);
  const colors = wanted === "light" ? lightColors : readColors(document.body);
  const measure = document.createElement("canvas").getContext("2d");
  if (measure === null) throw new Error("This browser has no canvas to measure text with.");
  const pen = new SvgPen(measure);
  paintAll(pen, scene, colors);
  return pen.document(frame, colors.background, state.picture?.name ?? "");
}
