import type { Canvas } from "./canvas";
import { until } from "./until";
import type { Workbench } from "./workbench";

/** Plans for the Sandbox through the command palette, as far as the question whether to deploy; gives its words. */
export async function plan(window: Workbench, environment = "default"): Promise<string> {
  await window.run("Stackwright: Plan & Deploy…");
  await until(
    "the question whether to deploy",
    async () => {
      if (await window.dialog.isVisible()) return true;
      await window.chooseIfOffered(environment);
      await window.chooseIfOffered("Sandbox");
      const said = await window.notifications.allTextContents();
      if (said.length > 0) throw new Error(`VS Code says: ${said.join(" | ")}`);
      return false;
    },
    30_000,
  );
  return ((await window.dialog.textContent()) ?? "").replace(/\s+/g, " ");
}

/** Plans, and shows the plan on the canvas. */
export async function review(window: Workbench, environment?: string): Promise<Canvas> {
  await plan(window, environment);
  await window.confirm("Review on Canvas");
  const canvas = await window.canvas();
  await canvas.deployment.getByText("Plan", { exact: true }).waitFor();
  return canvas;
}

/** Plans and deploys to the Sandbox, until it is deployed. */
export async function deploy(window: Workbench, environment?: string): Promise<Canvas> {
  const canvas = await review(window, environment);
  await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
  await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 40_000 });
  return canvas;
}
