import { ourSite, peerSite, pictureOf, withBrowser, withPage } from "./canvasPage";
import { percentile, type Row, row } from "./row";

const repeats = 7;

/**
 * From the page's first script to every card on the screen, in Chromium, with 200 and with 1,000 components. The peer
 * draws the same graph with plain React Flow, in turns with ours.
 */
export async function canvasReadyRows(): Promise<readonly Row[]> {
  return withBrowser(async (browser) => {
    const rows: Row[] = [];
    for (const components of [200, 1000]) {
      const picture = pictureOf(components);
      const sites = { ours: ourSite(picture), theirs: await peerSite(picture) };
      const samples = { ours: [] as number[], theirs: [] as number[] };
      for (let turn = 0; turn < repeats + 1; turn++) {
        for (const side of ["ours", "theirs"] as const) {
          const time = await withPage(browser, sites[side], async (_page, readyAt) => readyAt);
          // The first turn warms the browser up.
          if (turn > 0) samples[side].push(time);
        }
      }
      rows.push(
        row(
          `canvas-ready-${components}`,
          percentile(samples.ours, 0.5),
          "ms",
          { most: 500 },
          { name: "plain React Flow", value: percentile(samples.theirs, 0.5) },
        ),
      );
    }
    return rows;
  });
}
