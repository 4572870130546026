import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, onTestFailed } from "vitest";
import { out, root } from "../../../scripts/setup/paths";
import { copyWorkspace } from "../../../scripts/vscode/workspace";
import { Workbench, type WorkbenchOptions } from "../driver/workbench";
import { pseudoLanguage, translateInstalled } from "./pseudoLanguage";
import { type OwnServer, serveAtSpeed } from "./serveAtSpeed";
import { browser, missing, stage, versions } from "./stage";

export interface WindowsOptions {
  /** Workspaces open in Restricted Mode. */
  readonly restricted?: boolean;
  /** Runs the extension in the web worker instead of the installed one in Node. */
  readonly web?: boolean;
  /** Only in the newest VS Code. */
  readonly newestOnly?: boolean;
  /** The Sandbox's pace, in a server of its own; everywhere else it does not wait at all. */
  readonly speed?: number;
  /** In a language that does not exist, in which everything that comes from the bundle can be told from what does not. */
  readonly pseudo?: boolean;
  /** What the window is like, where it is not as usual. */
  readonly page?: Pick<WorkbenchOptions, "size" | "reducedMotion">;
}

/** Tells the same stories in a window of each VS Code. The window is shared: each story opens a file of its own. */
export function inEachVscode(what: string, options: WindowsOptions, stories: (window: () => Workbench) => void): void {
  for (const version of options.newestOnly ? (["newest"] as const) : versions) {
    const title = `${what}, ${version} VS Code${missing ? `. Skipped: ${missing}` : ""}`;
    describe.skipIf(missing)(title, () => {
      let workbench: Workbench | undefined;
      let remove: (() => Promise<void>) | undefined;
      let own: OwnServer | undefined;
      const window = (): Workbench => {
        if (!workbench) throw new Error("There is no window.");
        return workbench;
      };
      beforeAll(async () => {
        const workspace = await copyWorkspace(join(root, "test", "vscode", "fixtures"));
        remove = workspace.remove;
        const { endpoint, driven, restricted } = stage().servers[version];
        if (options.speed !== undefined || options.pseudo) own = await serveAtSpeed(version, options.speed ?? 0);
        if (own && options.pseudo) await translateInstalled(own.dataFolder);
        const shared = options.restricted ? restricted : options.web ? driven : endpoint;
        const address = own?.endpoint ?? shared;
        const extension = options.web ? { extension: stage().inside.web.extension } : {};
        const language = options.pseudo ? { language: pseudoLanguage } : {};
        workbench = await Workbench.open(await browser(), address, {
          folder: workspace.folder,
          ...extension,
          ...language,
          ...options.page,
        });
      });
      beforeEach((context) => {
        onTestFailed(async () => {
          const name = `${context.task.suite?.name}-${context.task.name}`.replace(/[^a-z0-9]+/gi, "-").slice(0, 120);
          await workbench?.picture(join(out, "failures", `${name}.png`)).catch(() => undefined);
        }, 10_000);
      });
      afterAll(async () => {
        await workbench?.close();
        await own?.close();
        await remove?.();
      });
      stories(window);
    });
  }
}
