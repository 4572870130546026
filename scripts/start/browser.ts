import { spawn } from "node:child_process";

/** Opens an address in the person's browser, where there is a screen for one. Says whether it tried. */
export function openInBrowser(address: string): boolean {
  const programs: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ["open", address],
    win32: ["rundll32", "url.dll,FileProtocolHandler", address],
  };
  const onScreen = Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
  const [program, ...args] = programs[process.platform] ?? ["xdg-open", address];
  if (process.env["CI"] || (process.platform === "linux" && !onScreen)) return false;
  // Whoever has no such program still has the printed address.
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
  return true;
}
