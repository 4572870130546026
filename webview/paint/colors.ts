import type { ComponentStatus } from "../deployment/componentStatus";

type Tone = ComponentStatus["tone"];

/** The theme's colours as a canvas takes them, and the glyphs of VS Code's icon font. */
export interface Colors {
  readonly background: string;
  readonly foreground: string;
  readonly dim: string;
  readonly border: string;
  readonly link: string;
  readonly focus: string;
  readonly lane: string;
  readonly laneBorder: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly font: string;
  /** Of a component type's accent, as `accentOf` writes it. */
  accent(css: string): string;
  /** Of a status' icon, as the classes `tone-*` of `card.css` have it. */
  tone(tone: Tone): string;
  /** The character of a codicon. */
  glyph(icon: string): string;
}

const tokens = {
  background: "var(--vscode-editor-background)",
  foreground: "var(--vscode-foreground)",
  dim: "var(--vscode-descriptionForeground)",
  border:
    "var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 20%, var(--vscode-editor-background)))",
  focus: "var(--vscode-contrastActiveBorder, var(--vscode-focusBorder))",
  laneBorder: "var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 9%, transparent))",
  error: "var(--vscode-editorError-foreground, var(--vscode-errorForeground))",
  warning: "var(--vscode-editorWarning-foreground)",
  information: "var(--vscode-editorInfo-foreground)",
} as const;

/** Asks the browser what the theme's variables come to now. `host` is where the colours will be seen. */
export function readColors(host: Element): Colors {
  const probe = document.createElement("span");
  host.append(probe);
  const resolve = (css: string): string => {
    probe.style.color = css;
    return plain(getComputedStyle(probe).color);
  };
  const isContrast = document.body.classList.contains("vscode-high-contrast");
  const known = new Map(Object.entries(tokens).map(([name, css]) => [name, resolve(css)]));
  const color = (name: keyof typeof tokens): string => known.get(name) ?? "gray";
  const mix = (percent: number, under: string) => `color-mix(in srgb, var(--vscode-foreground) ${percent}%, ${under})`;
  const fixed = {
    link: isContrast ? color("foreground") : resolve(mix(55, "var(--vscode-editor-background)")),
    lane: isContrast ? "transparent" : resolve(mix(4, "transparent")),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return {
    background: color("background"),
    foreground: color("foreground"),
    dim: color("dim"),
    border: color("border"),
    focus: color("focus"),
    laneBorder: color("laneBorder"),
    error: color("error"),
    warning: color("warning"),
    information: color("information"),
    ...fixed,
    accent: remember((css) =>
      asked(host, (element) => {
        element.style.color = css;
        return plain(getComputedStyle(element).color);
      }),
    ),
    tone: remember((tone) =>
      asked(host, (element) => {
        element.className = `tone-${tone}`;
        const icon = document.createElement("span");
        icon.className = "codicon";
        element.append(icon);
        return plain(getComputedStyle(icon).color);
      }),
    ),
    glyph: remember((icon) =>
      asked(host, (element) => {
        element.className = `codicon codicon-${icon}`;
        return getComputedStyle(element, "::before").content.replace(/^"|"$/g, "");
      }),
    ),
  };
}

/** `color(srgb ...)`, which mixing leads to, as the `rgb()` that every program knows. */
export function plain(color: string): string {
  const [, parts, alpha] = /^color\(srgb ([\d. e-]+?)(?: \/ ([\d.]+))?\)$/.exec(color) ?? [];
  if (parts === undefined) return color;
  const channels = parts.split(" ").map((part) => Math.round(Number(part) * 255));
  return alpha === undefined ? `rgb(${channels.join(", ")})` : `rgba(${channels.join(", ")}, ${alpha})`;
}

function asked(host: Element, ask: (element: HTMLElement) => string): string {
  const element = document.createElement("span");
  host.append(element);
  const answer = ask(element);
  element.remove();
  return answer;
}

function remember<Key extends string>(find: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const value = find(key);
    known.set(key, value);
    return value;
  };
}

/** Calls back when VS Code changes the theme of the page. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  return () => observer.disconnect();
}
