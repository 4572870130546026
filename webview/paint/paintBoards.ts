import type { Colors } from "./colors";
import { cut } from "./cut";
import type { Pen } from "./pen";
import type { SceneBoard } from "./scene";

const line = 18;
const inset = 10;

/** Frames around groups, and notes with their text broken into lines. */
export function paintBoards(pen: Pen, boards: readonly SceneBoard[], colors: Colors): void {
  pen.textBaseline = "middle";
  for (const { kind, frame, text } of boards) {
    pen.lineWidth = 1;
    pen.strokeStyle = colors.border;
    pen.fillStyle = kind === "note" ? colors.background : colors.lane;
    pen.setLineDash(kind === "group" ? [4, 3] : []);
    pen.beginPath();
    pen.roundRect(frame.x, frame.y, frame.width, frame.height, 6);
    pen.fill();
    pen.stroke();
    pen.setLineDash([]);
    pen.fillStyle = kind === "note" ? colors.foreground : colors.dim;
    pen.font = `${kind === "group" ? "600 " : ""}12px ${colors.font}`;
    const lines =
      kind === "group" ? [cut(pen, text, frame.width - 2 * inset)] : broken(pen, text, frame.width - 2 * inset);
    const most = Math.max(1, Math.floor((frame.height - inset) / line));
    for (const [row, words] of lines.slice(0, most).entries()) {
      pen.fillText(words, frame.x + inset, frame.y + inset + line * (row + 0.5));
    }
  }
}

function broken(pen: Pen, text: string, room: number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let current = "";
    for (const word of paragraph.split(" ")) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (current !== "" && pen.measureText(longer).width > room) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  });
}
