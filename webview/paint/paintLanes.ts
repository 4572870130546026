import type { LaneArea } from "../layout/lanes";
import { strings } from "../strings";
import type { Colors } from "./colors";
import { drawIcon, type Pen } from "./pen";

const icons = { public: "globe", private: "lock", data: "database" } as const;

export function paintLanes(pen: Pen, lanes: readonly LaneArea[], zoom: number, colors: Colors): void {
  pen.fillStyle = colors.lane;
  pen.strokeStyle = colors.laneBorder;
  pen.lineWidth = 1 / Math.min(1, zoom);
  for (const { x, y, width, height } of lanes) {
    pen.beginPath();
    pen.roundRect(x, y, width, height, 8);
    pen.fill();
    pen.stroke();
  }
  // A lane's name stays legible from far away, as long as there is room above the cards.
  const size = Math.min(28, Math.max(11, 11 / zoom));
  pen.fillStyle = colors.dim;
  pen.textBaseline = "middle";
  for (const { x, y, lane } of lanes) {
    drawIcon(pen, icons[lane], x + 16, y + 12 + size * 0.7, size * 1.25, colors);
    pen.font = `${size}px ${colors.font}`;
    pen.fillText(strings.lanes[lane], x + 16 + size * 1.8, y + 12 + size * 0.7);
  }
}
