import { arrange } from "./arrange";
import type { LayoutAnswer, LayoutQuestion } from "./inWorker";

/** Runs beside the page: a layout of a thousand components does not hold up a frame. */
addEventListener("message", ({ data }: MessageEvent<LayoutQuestion>) => {
  const answer: LayoutAnswer = { id: data.id, places: [...arrange(data.boxes, data.links)] };
  postMessage(answer);
});
