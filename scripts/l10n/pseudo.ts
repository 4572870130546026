const accents: Readonly<Record<string, string>> = {
  ...{ a: "á", c: "ç", d: "ð", e: "é", g: "ĝ", h: "ĥ", i: "î", j: "ĵ", k: "ķ", l: "ļ", n: "ñ", o: "ô", r: "ŕ", s: "š" },
  ...{ t: "ţ", u: "û", w: "ŵ", y: "ý", z: "ž", A: "Å", C: "Ç", D: "Ð", E: "É", G: "Ĝ", H: "Ĥ", I: "Î", J: "Ĵ", K: "Ķ" },
  ...{ L: "Ļ", N: "Ñ", O: "Ö", R: "Ŕ", S: "Š", T: "Ţ", U: "Û", W: "Ŵ", Y: "Ý", Z: "Ž" },
};

/** What stays as it is: places for values, code, Markdown's links and VS Code's icons. */
const kept = /\{\d+\}|`[^`]*`|\]\([^)]*\)|\$\([a-z~-]+\)/g;

/**
 * A language that does not exist: "[Ĥéļļô ~~]" for "Hello". It can be read, every sentence is longer by two fifths, as
 * in German, and what is still plain English on the screen was not taken from the bundle.
 */
export function pseudo(english: string): string {
  const spoken = english.replace(/^\s+|\s+$/g, "");
  const [before = "", after = ""] = english.split(spoken, 2);
  const longer = "~".repeat(Math.ceil(spoken.replace(/\{\d+\}/g, "").length * 0.4));
  return `${before}[${accented(spoken)} ${longer}]${after}`;
}

function accented(text: string): string {
  const parts = text.split(kept);
  const between = text.match(kept) ?? [];
  return parts
    .map((part, index) => part.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter) + (between[index] ?? ""))
    .join("");
}

export function pseudoBundle(english: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(english).map(([key, sentence]) => [key, pseudo(sentence)]));
}
