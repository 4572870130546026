import type { Frame } from "../layout/frame";
import type { Pen } from "../paint/pen";
import { icons } from "./icons";

/**
 * Writes what is painted as SVG: shapes stay shapes, and text stays text that can be searched and edited. `measure` is a
 * canvas' context, which knows how wide text is.
 */
export class SvgPen implements Pen {
  fillStyle: Pen["fillStyle"] = "#000";
  strokeStyle: Pen["strokeStyle"] = "#000";
  lineWidth = 1;
  globalAlpha = 1;
  font = "";
  textBaseline: CanvasTextBaseline = "middle";
  private path = "";
  private dash: readonly number[] = [];
  private readonly parts: string[] = [];

  constructor(private readonly measure: Pick<CanvasRenderingContext2D, "font" | "measureText">) {}

  beginPath(): void {
    this.path = "";
  }
  closePath(): void {
    this.path += "Z";
  }
  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `L${short(x)} ${short(y)}`;
  }
  quadraticCurveTo(cornerX: number, cornerY: number, x: number, y: number): void {
    this.path += `Q${short(cornerX)} ${short(cornerY)} ${short(x)} ${short(y)}`;
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const arc = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
    const [across, down] = [short(width - 2 * radius), short(height - 2 * radius)];
    this.path +=
      `M${short(x + radius)} ${short(y)}h${across}${arc(radius, radius)}v${down}${arc(-radius, radius)}` +
      `h-${across}${arc(-radius, -radius)}v-${down}${arc(radius, -radius)}Z`;
  }
  fill(): void {
    this.add(`<path d="${this.path}" fill="${escaped(String(this.fillStyle))}"${this.alpha()}/>`);
  }
  stroke(): void {
    const dash = this.dash.length === 0 ? "" : ` stroke-dasharray="${this.dash.join(" ")}"`;
    const stroke = `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${short(this.lineWidth)}"`;
    this.add(`<path d="${this.path}" fill="none" ${stroke}${dash}${this.alpha()}/>`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  fillText(text: string, x: number, y: number): void {
    const [, weight = "400", size = "13", family = "sans-serif"] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const look = `font-family="${escaped(`${family}, system-ui, sans-serif`)}" font-size="${size}" font-weight="${weight}"`;
    const place = `x="${short(x)}" y="${short(y)}" dominant-baseline="central"`;
    this.add(`<text ${place} ${look} fill="${escaped(String(this.fillStyle))}"${this.alpha()}>${escaped(text)}</text>`);
  }
  measureText(text: string): { readonly width: number } {
    this.measure.font = this.font;
    return this.measure.measureText(text);
  }
  setLineDash(segments: number[]): void {
    this.dash = segments;
  }
  icon(name: string, left: number, middle: number, size: number): void {
    const shape = icons[name] ?? icons["question"] ?? "";
    const place = `translate(${short(left)} ${short(middle - size / 2)}) scale(${short(size / 16)})`;
    this.add(`<g transform="${place}" fill="${escaped(String(this.fillStyle))}"${this.alpha()}>${shape}</g>`);
  }

  /** A whole document that shows this frame. */
  document(frame: Frame, background: string, title: string): string {
    const box = [frame.x, frame.y, frame.width, frame.height].map(short).join(" ");
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${short(frame.width)}" height="${short(frame.height)}" viewBox="${box}" role="img">`,
      `<title>${escaped(title)}</title>`,
      `<rect x="${short(frame.x)}" y="${short(frame.y)}" width="100%" height="100%" fill="${escaped(background)}"/>`,
      ...this.parts,
      "</svg>\n",
    ].join("\n");
  }

  private add(part: string): void {
    this.parts.push(part);
  }
  private alpha(): string {
    return this.globalAlpha === 1 ? "" : ` opacity="${short(this.globalAlpha)}"`;
  }
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
