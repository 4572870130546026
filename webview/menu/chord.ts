/** What of a keyboard event says which keys are pressed. */
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};
const onMac: Readonly<Record<string, string>> = { Ctrl: "⌘", Shift: "⇧", Alt: "⌥", Delete: "⌦", Enter: "↩" };

/** Whether exactly these keys are pressed. The Command key of a Mac is as good as Ctrl. */
export function isChord(event: Pressed, chord: string): boolean {
  const parts = chord.split("+");
  const key = parts.at(-1) ?? "";
  const wanted = new Set(parts.slice(0, -1));
  // A sign such as `?` says itself whether Shift is needed for it.
  const isSign = /^[^a-z0-9]$/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wanted.has("Ctrl") &&
    event.altKey === wanted.has("Alt") &&
    (isSign || event.shiftKey === wanted.has("Shift"))
  );
}

/** A chord as the platform writes it. */
export function showChord(chord: string, isMac = isOnMac()): string {
  const parts = chord.split("+").map((part) => shown[part] ?? (isMac ? (onMac[part] ?? part) : part));
  return parts.join(isMac ? "" : "+");
}

function isOnMac(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly platform?: string } };
  return /mac/i.test(navigator?.platform ?? "");
}
