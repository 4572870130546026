import type { Frame } from "playwright-core";

/** Runs in the page; these files are checked without the browser's types. */
const find = `(() => {
  const inset = 3;
  const cards = [...document.querySelectorAll(".react-flow__node")].map((node) => ({
    name: node.getAttribute("data-id"),
    box: node.querySelector(".card")?.getBoundingClientRect(),
  }));
  const crossed = [];
  for (const edge of document.querySelectorAll(".react-flow__edge")) {
    const label = edge.getAttribute("aria-label") ?? "";
    const [, from, to] = /^(\\S+) (?:connects to|routes to|refers to) ([^\\s,]+)/.exec(label) ?? [];
    const path = edge.querySelector("path.react-flow__edge-path");
    if (path === null || from === undefined) throw new Error("A line without its two ends: " + label);
    const matrix = path.getScreenCTM();
    for (let at = 0; at <= path.getTotalLength(); at += 4) {
      const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
      const over = cards.find(({ name, box }) => name !== from && name !== to && box !== undefined &&
        x > box.left + inset && x < box.right - inset && y > box.top + inset && y < box.bottom - inset);
      if (over !== undefined) { crossed.push(from + " to " + to + " through " + over.name); break; }
    }
  }
  return crossed;
})()`;

/** The lines that run through a card that is not at one of their ends: `web to db through cache`. */
export async function crossings(frame: Frame): Promise<readonly string[]> {
  return (await frame.evaluate(find)) as readonly string[];
}
