import type { Colors } from "./colors";

/** What of a canvas' context the painting needs; something that writes SVG does it too. */
export interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textBaseline: CanvasTextBaseline;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cornerX: number, cornerY: number, x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  setLineDash(segments: number[]): void;
  /** Draws an icon as a shape, where there is no icon font. `middle` is the height of its middle. */
  icon?(name: string, left: number, middle: number, size: number): void;
}

/** One of VS Code's icons in the colour that is set. `middle` is the height of its middle. */
export function drawIcon(pen: Pen, name: string, left: number, middle: number, size: number, colors: Colors): void {
  if (pen.icon !== undefined) pen.icon(name, left, middle, size);
  else {
    pen.font = `${size}px codicon`;
    pen.fillText(colors.glyph(name), left, middle);
  }
}
