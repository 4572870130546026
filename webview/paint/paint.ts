import type { Viewport } from "reactflow";
import { type Frame, touches } from "../layout/frame";
import type { Colors } from "./colors";
import { paintBoards } from "./paintBoards";
import { paintCards, paintSelected } from "./paintCards";
import { paintLanes } from "./paintLanes";
import { paintLinks } from "./paintLinks";
import type { Pen } from "./pen";
import type { Scene } from "./scene";

export interface View {
  readonly viewport: Viewport;
  /** Of the canvas, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS pixel. */
  readonly density: number;
}

/** Paints what is in sight. Returns how many cards that are. */
export function paint(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  colors: Colors,
  isElsewhere: (name: string) => boolean,
): number {
  const { viewport, width, height, density } = view;
  const { x, y, zoom } = viewport;
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.setTransform(density * zoom, 0, 0, density * zoom, density * x, density * y);
  const sight: Frame = { x: -x / zoom - 20, y: -y / zoom - 20, width: width / zoom + 40, height: height / zoom + 40 };
  const cards = scene.cards.filter(({ frame }) => touches(frame, sight));
  paintLanes(pen, scene.lanes, zoom, colors);
  paintLinks(
    pen,
    scene.links.filter(({ bounds }) => meets(bounds, sight)),
    zoom,
    colors,
  );
  if (scene.related.size > 0) {
    const related = scene.links.filter(({ id }) => scene.related.has(id));
    paintLinks(pen, related, zoom, { ...colors, link: colors.foreground });
  }
  const painted = cards.filter(({ name }) => !isElsewhere(name));
  paintCards(pen, painted, scene.statuses, zoom, colors);
  paintSelected(
    pen,
    painted.filter(({ name }) => scene.selected.has(name)),
    scene.statuses,
    zoom,
    colors,
  );
  return cards.length;
}

/** Paints all of a scene with a pen that stands at its origin, in full detail. */
export function paintAll(pen: Pen, scene: Scene, colors: Colors): void {
  paintLanes(pen, scene.lanes, 1, colors);
  paintBoards(pen, scene.boards, colors);
  paintLinks(pen, scene.links, 1, colors);
  paintCards(pen, scene.cards, scene.statuses, 1, colors);
}

/** As `touches`, for bounds that may have no width or no height. */
function meets(bounds: Frame, sight: Frame): boolean {
  return (
    bounds.x <= sight.x + sight.width &&
    sight.x <= bounds.x + bounds.width &&
    bounds.y <= sight.y + sight.height &&
    sight.y <= bounds.y + bounds.height
  );
}
