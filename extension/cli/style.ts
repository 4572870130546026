const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

export type Style = keyof typeof codes;
export type Paint = (style: Style, text: string) => string;

const control = "\u001b[";

/** Colours text, or leaves it as it is where there is no colour. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? `${control}${codes[style]}m${text}${control}0m` : text);
}

/** Cuts text to a width, with an ellipsis. Control characters become spaces: values come from elsewhere. */
export function shorten(text: string, width: number): string {
  const plain = clean(text);
  return plain.length <= width ? plain : `${plain.slice(0, Math.max(0, width - 1))}…`;
}

/** On one line, as long as before, and without anything that a terminal would act on. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

/** Breaks text so that it goes on under itself. `prefix` takes `indent` columns on the screen, whatever colours it has. */
export function wrap(prefix: string, text: string, indent: number, width: number): readonly string[] {
  const room = Math.max(30, width - indent);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part, index) => `${index === 0 ? prefix : " ".repeat(indent)}${part}`);
}
