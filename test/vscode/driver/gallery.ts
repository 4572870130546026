import type { Frame } from "playwright-core";
import { until } from "./until";
import type { Workbench } from "./workbench";

/** The page of packages that can be seen, once it is there. */
export function gallery({ page }: Workbench): Promise<Frame> {
  return until("the page of packages", async () => {
    for (const frame of page.frames()) {
      const main = frame.getByRole("main", { name: "Packages" });
      if (!frame.isDetached() && (await main.isVisible().catch(() => false))) return frame;
    }
    return undefined;
  });
}
