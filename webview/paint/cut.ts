import type { Pen } from "./pen";

const cuts = new Map<string, string>();
const mostCuts = 5000;

/** With an ellipsis where it is too long. Measuring is dear, so the answer is kept. */
export function cut(pen: Pen, text: string, room: number): string {
  const key = `${pen.font} ${room} ${text}`;
  const known = cuts.get(key);
  if (known !== undefined) return known;
  let shown = text;
  if (pen.measureText(text).width > room) {
    let length = text.length;
    while (length > 1 && pen.measureText(`${text.slice(0, length)}…`).width > room) length--;
    shown = `${text.slice(0, length)}…`;
  }
  if (cuts.size >= mostCuts) cuts.clear();
  cuts.set(key, shown);
  return shown;
}
