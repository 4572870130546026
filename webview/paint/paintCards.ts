import { statusHeight } from "../layout/box";
import type { Frame } from "../layout/frame";
import type { Colors } from "./colors";
import { cut } from "./cut";
import { drawIcon, type Pen } from "./pen";
import type { Scene, SceneCard } from "./scene";

/** From these zooms on a card's name and its summary can be read. */
const names = 0.22;
const summaries = 0.5;
const problemIcons = { error: "error", warning: "warning", information: "info" } as const;

/** Cards as `card.css` draws them, less what cannot be seen at this zoom. */
export function paintCards(
  pen: Pen,
  cards: readonly SceneCard[],
  statuses: Scene["statuses"],
  zoom: number,
  colors: Colors,
): void {
  pen.fillStyle = colors.background;
  pen.strokeStyle = colors.border;
  pen.lineWidth = Math.max(1, 0.6 / zoom);
  pen.beginPath();
  for (const card of cards) {
    const frame = wholeFrame(card, statuses);
    if (zoom < names) pen.rect(frame.x, frame.y, frame.width, frame.height);
    else rim(pen, frame);
  }
  pen.fill();
  pen.stroke();
  if (zoom < names) paintTiles(pen, cards, colors);
  else paintDetails(pen, cards, zoom, colors);
  if (statuses.size > 0) paintStatuses(pen, cards, statuses, zoom, colors);
  paintEnds(pen, cards, zoom, colors);
}

/** The rim of what is selected. */
export function paintSelected(
  pen: Pen,
  cards: readonly SceneCard[],
  statuses: Scene["statuses"],
  zoom: number,
  colors: Colors,
): void {
  if (cards.length === 0) return;
  pen.strokeStyle = colors.focus;
  pen.lineWidth = Math.max(2, 1.5 / zoom);
  pen.beginPath();
  for (const card of cards) rim(pen, wholeFrame(card, statuses));
  pen.stroke();
}

function rim(pen: Pen, { x, y, width, height }: Frame): void {
  pen.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 6);
}

/** A card with the line below it, where it has one. */
export function wholeFrame({ frame, name }: SceneCard, statuses: Scene["statuses"]): Frame {
  return statuses.has(name) ? { ...frame, height: frame.height + statusHeight } : frame;
}

/** How each card's deployment goes, or what was edited: an icon and words, or from far away a bar at the icon's place. */
function paintStatuses(
  pen: Pen,
  cards: readonly SceneCard[],
  statuses: Scene["statuses"],
  zoom: number,
  colors: Colors,
): void {
  pen.textBaseline = "middle";
  for (const { frame, name } of cards) {
    const status = statuses.get(name);
    if (status === undefined) continue;
    const top = frame.y + frame.height - 1;
    pen.fillStyle = colors.border;
    pen.fillRect(frame.x + 1, top, frame.width - 2, 1);
    pen.fillStyle = colors.tone(status.tone);
    if (zoom < names) {
      pen.fillRect(frame.x + 12, top + 7, 34, 10);
      continue;
    }
    drawIcon(pen, status.icon.split(" ")[0] ?? "", frame.x + 12, top + 13, 14, colors);
    if (zoom < summaries) continue;
    pen.font = `11px ${colors.font}`;
    pen.fillStyle = status.tone === "calm" ? colors.dim : colors.foreground;
    const count = status.count === undefined ? 0 : pen.measureText(status.count).width + 10;
    pen.fillText(cut(pen, status.text, frame.width - 44 - count), frame.x + 32, top + 13);
    if (status.count === undefined) continue;
    pen.fillStyle = colors.dim;
    pen.fillText(status.count, frame.x + frame.width - count, top + 13);
  }
}

/** What a connection can end at stands out, and the rest recedes. */
function paintEnds(pen: Pen, cards: readonly SceneCard[], zoom: number, colors: Colors): void {
  if (cards.every(({ end }) => end === undefined)) return;
  pen.fillStyle = colors.background;
  pen.globalAlpha = 0.65;
  for (const { frame, end } of cards) {
    if (end === "impossible") pen.fillRect(frame.x, frame.y, frame.width, frame.height);
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = colors.focus;
  pen.lineWidth = Math.max(1.5, 1 / zoom);
  pen.beginPath();
  for (const { frame, end } of cards) {
    if (end === "possible") pen.rect(frame.x, frame.y, frame.width, frame.height);
  }
  pen.stroke();
}

/** From far away: what type it is by its accent, and whether something is wrong by a bar. */
function paintTiles(pen: Pen, cards: readonly SceneCard[], colors: Colors): void {
  for (const [accent, same] of byAccent(cards)) {
    pen.fillStyle = colors.accent(accent);
    pen.beginPath();
    for (const { frame } of same) pen.rect(frame.x + 12, frame.y + 16, 34, frame.height - 32);
    pen.fill();
  }
  pen.fillStyle = colors.dim;
  pen.beginPath();
  for (const { frame, name } of cards) pen.rect(frame.x + 60, frame.y + 26, Math.min(150, name.length * 9), 12);
  pen.fill();
  for (const { frame, worst } of cards) {
    if (worst === undefined) continue;
    pen.fillStyle = colors[worst === "hint" ? "information" : worst];
    pen.fillRect(frame.x + frame.width - 22, frame.y, 22, frame.height);
  }
}

function paintDetails(pen: Pen, cards: readonly SceneCard[], zoom: number, colors: Colors): void {
  pen.textBaseline = "middle";
  for (const [accent, same] of byAccent(cards)) {
    pen.fillStyle = colors.accent(accent);
    pen.globalAlpha = 0.14;
    pen.beginPath();
    for (const { frame } of same) pen.roundRect(frame.x + 12, frame.y + 17, 30, 30, 6);
    pen.fill();
    pen.globalAlpha = 1;
    for (const { frame, icon } of same) drawIcon(pen, icon, frame.x + 18, frame.y + 32, 18, colors);
  }
  const isFull = zoom >= summaries;
  pen.fillStyle = colors.foreground;
  pen.font = `600 13px ${colors.font}`;
  for (const { frame, name, price, worst } of cards) {
    const room = frame.width - 62 - (worst === undefined ? 0 : 24);
    const middle = isFull ? (price === undefined ? 24 : 16) : 33;
    pen.fillText(cut(pen, name, room), frame.x + 50, frame.y + middle);
  }
  if (isFull) {
    pen.fillStyle = colors.dim;
    pen.font = `11px ${colors.font}`;
    for (const { frame, summary, price } of cards) {
      pen.fillText(cut(pen, summary, frame.width - 62), frame.x + 50, frame.y + (price === undefined ? 41 : 33));
      if (price === undefined) continue;
      pen.fillText(price.amount, frame.x + 50, frame.y + 49);
      if (price.change === undefined) continue;
      const left = frame.x + 54 + pen.measureText(price.amount).width;
      pen.fillStyle = colors.foreground;
      pen.fillText(`(${price.change})`, left, frame.y + 49);
      pen.fillStyle = colors.dim;
    }
  }
  for (const { frame, worst } of cards) {
    if (worst === undefined || worst === "hint") continue;
    pen.fillStyle = colors[worst];
    drawIcon(pen, problemIcons[worst], frame.x + frame.width - 26, frame.y + 21, 16, colors);
  }
}

function byAccent(cards: readonly SceneCard[]): ReadonlyMap<string, readonly SceneCard[]> {
  const groups = new Map<string, SceneCard[]>();
  for (const card of cards) {
    const group = groups.get(card.accent);
    if (group === undefined) groups.set(card.accent, [card]);
    else group.push(card);
  }
  return groups;
}
