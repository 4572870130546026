import type { Locator } from "playwright-core";
import { until } from "./until";
import type { Workbench } from "./workbench";

/** The Deployments view, used as a person uses it. */
export class DeploymentsView {
  private constructor(private readonly window: Workbench) {}

  static async open(window: Workbench): Promise<DeploymentsView> {
    await window.run("Stackwright: Focus on Deployments View");
    const view = new DeploymentsView(window);
    await view.rows.first().waitFor({ timeout: 30_000 });
    return view;
  }

  get rows(): Locator {
    return this.window.page.locator('.pane-body [role="tree"][aria-label="Deployments"] [role="treeitem"]');
  }

  /** The row whose label begins so; what a screen reader says of it is its label. */
  row(name: string | RegExp): Locator {
    return this.window.page
      .locator('.pane-body [role="tree"][aria-label="Deployments"]')
      .getByRole("treeitem", { name })
      .first();
  }

  /** Opens a row that can be opened. */
  async expand(name: string | RegExp): Promise<void> {
    await until(`the row ${name} to be open`, async () => {
      const row = this.row(name);
      if ((await row.getAttribute("aria-expanded")) === "true") return true;
      await row.locator(".monaco-tl-twistie").click({ timeout: 2_000 });
      return (await row.getAttribute("aria-expanded")) === "true";
    });
  }

  /** Presses one of the buttons that a row shows under the pointer. */
  async press(name: string | RegExp, button: string): Promise<void> {
    await until(`the button ${button}`, async () => {
      const row = this.row(name);
      await row.hover({ timeout: 2_000 });
      await row.getByRole("button", { name: button }).click({ timeout: 2_000 });
      return true;
    });
  }

  /** What was deployed, the newest first. */
  get deployments(): Locator {
    return this.rows.filter({ hasText: "deploy ·" });
  }

  /** Chooses in the menu of a row. A menu takes no click in its first moment. */
  async choose(row: Locator, item: string): Promise<void> {
    const { page } = this.window;
    const choice = page.locator(".monaco-menu .action-item", { hasText: item }).first();
    await until(`${item} to be chosen`, async () => {
      if (!(await choice.isVisible())) await row.click({ button: "right", timeout: 2_000 });
      await choice.hover({ timeout: 2_000 });
      await choice.click({ timeout: 2_000 });
      await choice.waitFor({ state: "hidden", timeout: 2_000 });
      return true;
    });
  }
}
