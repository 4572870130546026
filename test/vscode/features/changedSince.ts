import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import type { Document, Workbench } from "../driver/workbench";
import { openText } from "./scenario";

const run = promisify(execFile);

/** The shop as it was committed, and as somebody changed it since. */
export async function changedSince(window: Workbench, now = shop.replace("port: 80", "port: 8080")): Promise<Document> {
  const document = await openText(window);
  const git = (...args: readonly string[]) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: window.folder });
  await git("init", "-q");
  await git("add", document.name);
  await git("commit", "-q", "-m", "Add a shop");
  await writeFile(document.path, now);
  return document;
}

/** Opens the difference from what was committed, by the button beside the tab: two commands of git's have that name. */
export function openChanges(window: Workbench, document: Document): Promise<unknown> {
  const tab = window.page.locator('.tabs-container .tab.active[aria-label*="Working Tree"]');
  const button = window.page.locator(".editor-actions").getByRole("button", { name: /^Open Changes/ });
  return until("the changes", async () => {
    if (await tab.isVisible()) return true;
    await window.tab(document.name).click();
    await button.first().click({ timeout: 3_000 });
    return tab.waitFor({ timeout: 3_000 }).then(() => true);
  });
}

/** Runs a command of git's on a document, once VS Code has seen its repository, until a tab that says so is open. */
export function openByGit(window: Workbench, document: Document, command: string, says: string): Promise<unknown> {
  const tab = window.page.locator(`.tabs-container .tab.active[aria-label*="${says}"]`);
  return until(`"${command}"`, async () => {
    if (await tab.isVisible()) return true;
    await window.tab(document.name).click();
    await window.run(command);
    return tab.waitFor({ timeout: 3_000 }).then(() => true);
  });
}
