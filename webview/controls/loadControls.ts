import { useSyncExternalStore } from "react";

let state: "none" | "loading" | "ready" = "none";
const listeners = new Set<() => void>();

/**
 * Reads the toolkit, a third of the page's code, once the picture is on the screen. Until then its elements stand where
 * they will be, without their inside; the browser upgrades them in place. A second call does nothing.
 */
export function loadControls(): void {
  if (state !== "none") return;
  state = "loading";
  requestAnimationFrame(() => setTimeout(() => void load()));
}

async function load(): Promise<void> {
  const { registerControls } = await import("./register");
  registerControls();
  state = "ready";
  for (const listener of [...listeners]) listener();
}

/** Whether the elements are what they will be. Draws the control again when they are: the toolkit overwrites a few things. */
export function useControlsReady(): boolean {
  return useSyncExternalStore(subscribe, () => state === "ready");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
