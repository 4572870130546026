import { addedLines } from "../../test/vscode/driver/addedLines";
import { until } from "../../test/vscode/driver/until";
import { Document, type Workbench } from "../../test/vscode/driver/workbench";

export interface Stage {
  readonly window: Workbench;
  picture(name: string): Promise<void>;
  say(text: string): void;
}

const themes = [
  ["dark", "Dark Modern", "vscode-dark"],
  ["high-contrast", "Dark High Contrast", "vscode-high-contrast"],
  ["light", "Light Modern", "vscode-light"],
] as const;

/** From the sample's text to a deployed stack, as a person would go. Throws when anything on the way is off. */
export async function mainJob(stage: Stage): Promise<void> {
  const { window, say } = stage;
  await addWorker(stage);
  await window.run("View: Toggle Maximize Editor Group");
  await (await window.canvas()).press("Fit to Window");
  for (const [name, theme, marker] of themes) {
    await window.showTheme(theme);
    const canvas = await window.canvas();
    await canvas.frame.locator(`body.${marker}`).waitFor();
    await canvas.settled();
    await stage.picture(`canvas-${name}`);
  }
  say("✓ the canvas in light, dark and high contrast");
  await deploy(stage);
}

async function addWorker({ window, picture, say }: Stage): Promise<void> {
  const text = new Document(window, "stackwright.yaml");
  const before = await text.onDisk();
  const canvas = await window.canvas();
  await canvas.shows("edge", "web", "db", "cache");
  await canvas.settled();
  await picture("text");
  say("✓ the sample is open as text, with its canvas beside it");
  await canvas.dragFromPalette("Worker", "web");
  const added = addedLines(before, await text.saved((now) => now !== before));
  if (!added.includes("    type: worker")) throw new Error(`No worker was added, but:\n${added.join("\n")}`);
  await canvas.shows("edge", "web", "db", "cache", "worker");
  say(`✓ a worker was dragged onto the canvas; the text gained\n${added.map((line) => `    ${line}`).join("\n")}`);
}

async function deploy({ window, picture, say }: Stage): Promise<void> {
  await window.run("Stackwright: Plan & Deploy…");
  await window.choose("staging");
  await until("the plan", async () => {
    if (await window.dialog.isVisible()) return true;
    await window.chooseIfOffered("Sandbox");
    return false;
  });
  await window.confirm("Review on Canvas");
  const canvas = await window.canvas();
  await canvas.deployment.getByText("Plan", { exact: true }).waitFor();
  await picture("plan");
  say(
    `✓ the plan: ${await canvas.deployment
      .getByText(/\d+ to add/)
      .first()
      .textContent()}`,
  );
  await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
  await until(
    "half of the way",
    async () => {
      const [, done, total] = /(\d+) of (\d+) resources/.exec((await canvas.deployment.textContent()) ?? "") ?? [];
      return Number(done) > Number(total) / 2;
    },
    180_000,
  );
  await picture("progress");
  await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 180_000 });
  await picture("finished");
  const [panel = ""] = await canvas.deployment.allInnerTexts();
  const shown = panel.split("Outputs")[1]?.trim() ?? "";
  const outputs = shown.split("\n").filter((line) => /\w+[-.]\w+/.test(line));
  if (outputs.length === 0) throw new Error(`The deployment has no outputs, but:\n${shown}`);
  say(`✓ deployed to the Sandbox; its outputs\n${outputs.map((output) => `    ${output.trim()}`).join("\n")}`);
}
