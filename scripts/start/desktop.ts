import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { command } from "../setup/command";
import { cache } from "../setup/paths";

/** Desktop VS Code's command on the PATH, if there is one and a display to show it on. */
export function findDesktop(): string | undefined {
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return undefined;
  const name = process.platform === "win32" ? "code.cmd" : "code";
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/** Opens a window with a profile of its own, and waits until it is closed. */
export async function openDesktop(
  code: string,
  options: { vsix: string; folder: string; file: string; settings: object; env: NodeJS.ProcessEnv },
): Promise<void> {
  const profile = join(cache, "start", "desktop");
  const places = ["--user-data-dir", profile, "--extensions-dir", join(profile, "extensions")];
  const asRoot = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await mkdir(join(profile, "User"), { recursive: true });
  await writeFile(join(profile, "User", "settings.json"), JSON.stringify(options.settings, null, 2));
  const run = (...args: string[]): Promise<string> => {
    const all = [...asRoot, ...places, ...args];
    // Windows runs a .cmd only through its shell.
    const [file, first] = process.platform === "win32" ? ["cmd.exe", ["/d", "/c", code]] : [code, []];
    return command(file, [...first, ...all], { env: { ...process.env, ...options.env } });
  };
  await run("--install-extension", options.vsix, "--force");
  await run("--disable-workspace-trust", "--skip-welcome", "--wait", "--new-window", options.folder, options.file);
}
