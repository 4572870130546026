import { draw, labelSpot } from "../layout/route/path";
import type { Point } from "../layout/route/point";
import type { Colors } from "./colors";
import { cut } from "./cut";
import type { Pen } from "./pen";
import type { SceneLink } from "./scene";

/** Below this zoom round corners, arrowheads and dashes are smaller than a pixel or two. */
const plain = 0.35;
const arrow = { length: 9, half: 4.5 } as const;

export function paintLinks(pen: Pen, links: readonly SceneLink[], zoom: number, colors: Colors): void {
  pen.strokeStyle = colors.link;
  pen.fillStyle = colors.link;
  pen.lineWidth = Math.max(1.5, 0.7 / zoom);
  if (zoom < plain) {
    // One path: a canvas strokes it at once.
    pen.globalAlpha = 0.6;
    pen.beginPath();
    for (const { route } of links) trace(pen, route);
    pen.stroke();
    pen.globalAlpha = 1;
    return;
  }
  for (const isDashed of [false, true]) {
    pen.setLineDash(isDashed ? [5, 4] : []);
    pen.beginPath();
    for (const { kind, route } of links) if ((kind === "reference") === isDashed) draw(route, pen);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.beginPath();
  for (const { route } of links) point(pen, route);
  pen.fill();
  paintLabels(pen, links, colors);
}

function paintLabels(pen: Pen, links: readonly SceneLink[], colors: Colors): void {
  pen.font = `11px ${colors.font}`;
  pen.textBaseline = "middle";
  pen.lineWidth = 1;
  for (const { route, label } of links) {
    if (label === undefined) continue;
    const { x, y, room } = labelSpot(route);
    const text = cut(pen, label, Math.min(128, Math.max(28, room - 36)));
    const width = pen.measureText(text).width + 12;
    pen.beginPath();
    pen.roundRect(x - width / 2, y - 9, width, 18, 8);
    pen.fillStyle = colors.background;
    pen.fill();
    pen.strokeStyle = colors.border;
    pen.stroke();
    pen.fillStyle = colors.dim;
    pen.fillText(text, x - width / 2 + 6, y);
  }
}

function trace(pen: Pen, route: readonly Point[]): void {
  for (const [index, [x, y]] of route.entries()) {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

function point(pen: Pen, route: readonly Point[]): void {
  const [before, tip] = [route.at(-2), route.at(-1)];
  if (before === undefined || tip === undefined) return;
  const back = Math.sign(before[0] - tip[0]) * arrow.length;
  pen.moveTo(tip[0], tip[1]);
  pen.lineTo(tip[0] + back, tip[1] - arrow.half);
  pen.lineTo(tip[0] + back, tip[1] + arrow.half);
  pen.closePath();
}
