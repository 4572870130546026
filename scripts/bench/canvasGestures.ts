import type { Browser, Page } from "playwright-core";
import { ourSite, peerSite, pictureOf, type Site, withBrowser, withPage } from "./canvasPage";
import { percentile, type Row, row } from "./row";

const seconds = 2;
const repeats = 3;
/** A frame is on time within this; the timer of a browser is not more exact. In milliseconds. */
const onTime = 1000 / 59;

interface Frames {
  readonly perSecond: number;
  /** The time that 95 of 100 frames take at most, in milliseconds. */
  readonly late: number;
}

/** Each moves the pointer or the wheel for a while and says whether what it should change has changed. */
const gestures: { readonly [name: string]: (page: Page) => Promise<() => Promise<void>> } = {
  drag: async (page) => {
    const spot = await cardSpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    return circle(page, spot, 120);
  },
  pan: async (page) => {
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    return circle(page, spot, 160);
  },
  zoom: async (page) => {
    await page.mouse.move(640, 400);
    let turn = 0;
    // In until single cards fill the pane, and out until all are seen again.
    return async () => page.mouse.wheel(0, Math.floor(turn++ / 40) % 2 === 0 ? -90 : 90);
  },
};

/** Dragging a card, panning and zooming with 1,000 components, in frames a second; the peer is plain React Flow. */
export async function canvasGestureRows(): Promise<readonly Row[]> {
  const picture = pictureOf(1000);
  const sites = { ours: ourSite(picture), theirs: await peerSite(picture) };
  return withBrowser(async (browser) => {
    const rows: Row[] = [];
    for (const name of Object.keys(gestures)) {
      const ours: Frames[] = [];
      const theirs: Frames[] = [];
      for (let turn = 0; turn < repeats; turn++) {
        ours.push(await measure(browser, sites.ours, name));
        theirs.push(await measure(browser, sites.theirs, name));
      }
      const middle = (frames: readonly Frames[], of: keyof Frames) =>
        percentile(
          frames.map((each) => each[of]),
          0.5,
        );
      rows.push({
        ...row(
          `canvas-${name}-1000`,
          1000 / middle(ours, "perSecond"),
          "ms",
          { most: onTime },
          { name: "plain React Flow", value: 1000 / middle(theirs, "perSecond") },
        ),
        note: `${middle(ours, "perSecond").toFixed(0)} frames a second, p95 ${middle(ours, "late").toFixed(1)} ms; peer ${middle(theirs, "perSecond").toFixed(0)}, p95 ${middle(theirs, "late").toFixed(1)} ms`,
      });
    }
    return rows;
  });
}

async function measure(browser: Browser, site: Site, name: string): Promise<Frames> {
  return withPage(browser, site, async (page) => {
    // What follows the first picture, such as reading the form controls, is over.
    await page.waitForTimeout(1500);
    const move = await gestures[name]?.(page);
    const before = await lookOf(page);
    await page.evaluate(countFrames);
    const end = performance.now() + seconds * 1000;
    let changes = 0;
    let last = before;
    while (performance.now() < end) {
      await move?.();
      if (changes < 3) {
        const look = await lookOf(page);
        if (look !== last) changes++;
        last = look;
      }
    }
    const times = await page.evaluate<number[]>("window.stopFrames()");
    if (changes < 2) throw new Error(`The gesture ${name} changed nothing.`);
    const total = times.reduce((sum, time) => sum + time, 0);
    return { perSecond: (times.length * 1000) / total, late: percentile(times, 0.95) };
  });
}

const countFrames = `(() => {
  const times = [];
  let last = performance.now(), on = true;
  requestAnimationFrame(function tick(now) {
    times.push(now - last);
    last = now;
    if (on) requestAnimationFrame(tick);
  });
  window.stopFrames = () => { on = false; return times.slice(2); };
})()`;

/** Where the view and the dragged card are. */
async function lookOf(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const dragged = document.querySelector(".react-flow__node.dragging");
    return document.querySelector(".react-flow__viewport").style.transform + (dragged ? dragged.style.transform : "");
  })()`);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function circle(page: Page, { x, y }: Spot, radius: number): () => Promise<void> {
  let angle = 0;
  return async () => {
    angle += 0.15;
    await page.mouse.move(x - radius + radius * Math.cos(angle), y + radius * Math.sin(angle));
  };
}

/** In the middle of a card in the middle of the pane: found by what is under the pointer, as a person does. */
async function cardSpot(page: Page): Promise<Spot> {
  return find(page, true);
}

async function emptySpot(page: Page): Promise<Spot> {
  return find(page, false);
}

async function find(page: Page, wantsCard: boolean): Promise<Spot> {
  for (let y = 300; y < 600; y += 3) {
    for (let x = 500; x < 800; x += 7) {
      await page.mouse.move(x, y);
      const isCard = await page.evaluate(
        `document.elementFromPoint(${x}, ${y}).closest(".react-flow__node") !== null && document.elementFromPoint(${x}, ${y}).closest(".react-flow__handle") === null`,
      );
      const isPane = await page.evaluate(
        `document.elementFromPoint(${x}, ${y}).classList.contains("react-flow__pane")`,
      );
      if (wantsCard ? isCard : isPane) return { x, y };
    }
  }
  throw new Error(`Found no ${wantsCard ? "card" : "empty place"} in the pane.`);
}
