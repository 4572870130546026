import type { Frame, Locator } from "playwright-core";

/** An element of a page, as far as it is needed here; these files are checked without the browser's types. */
interface Shown {
  readonly tagName: string;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  checkVisibility(options: object): boolean;
  getAttribute(name: string): string | null;
  closest(selector: string): Shown | null;
}

interface Styles {
  getComputedStyle(element: Shown): {
    readonly overflowX: string;
    readonly overflowY: string;
    readonly textOverflow: string;
  };
}

/** All that the elements say to eyes and to a screen reader: their own text, labels, tooltips and placeholders. */
export function saidBy(elements: Locator): Promise<readonly string[]> {
  return elements.evaluateAll((all) => {
    const spoken = ["aria-label", "aria-description", "title", "placeholder", "alt"];
    return (all as unknown as readonly Shown[])
      .filter((element) => !/^(STYLE|SCRIPT)$/.test(element.tagName) && element.closest("code") === null)
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .flatMap((element) => [
        ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent),
        ...spoken.map((name) => element.getAttribute(name)),
      ])
      .flatMap((text) => (text === null || text.trim() === "" ? [] : [text.trim()]));
  });
}

/** Texts of a page that are cut off with no way to read the rest: neither scrolled, nor shortened and told as a whole. */
export function clippedIn(frame: Frame): Promise<readonly string[]> {
  return frame.locator("body *").evaluateAll((all) => {
    const page = globalThis as unknown as Styles;
    return (all as unknown as readonly Shown[]).flatMap((element) => {
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent?.trim() ?? "")
        .join(" ")
        .trim();
      // What only a screen reader reads has no room on the screen.
      if (text === "" || element.clientWidth <= 2 || !element.checkVisibility({ visibilityProperty: true })) return [];
      const { overflowX, overflowY, textOverflow } = page.getComputedStyle(element);
      const isHidden = (how: string): boolean => how === "hidden" || how === "clip";
      const wide = isHidden(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tall = isHidden(overflowY) && element.scrollHeight > element.clientHeight + 2;
      const isTold = textOverflow === "ellipsis" && element.closest("[title],[aria-label]") !== null;
      return (wide && !isTold) || tall ? [`${element.tagName.toLowerCase()}: ${text}`] : [];
    });
  });
}

/**
 * What among texts in the pseudo-language is plain English. The words of `data` are the user's own; what has a digit, a
 * dot, an underscore or a capital in its middle is a name of the cloud's, and what stands in backticks is code, as is a `code` element of the page.
 */
export function englishIn(texts: readonly string[], data: string): readonly string[] {
  const known = new Set(wordsOf(`${data} ${names}`));
  return [...new Set(texts.filter((text) => wordsOf(text.replace(/`[^`]*`/g, " ")).some((word) => !known.has(word))))];
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s()[\]"“”',;!?…·]+/)
    .map((word) => word.replace(/[.:]$/, ""))
    .filter((word) => /^[A-Za-z][a-z]+(?:-[a-z]+)*$/.test(word))
    .flatMap((word) => word.toLowerCase().split("-"));
}

/** Products and keys of the keyboard, which are called so everywhere. */
const names = "Stackwright Fargate Redis Markdown Ctrl Alt Shift Enter Escape Tab Home End Delete Backspace Space Menu";
