/**
 * Variables of a format that have no value here, or one that must not be repeated, stay in the text as marks. The marks
 * are noncharacters of Unicode, which mean nothing in any text; readers take them out of what they are given.
 */
const [open, close] = ["\ufdd0", "\ufdd1"];
const marks = /\ufdd0([^\ufdd1]*)\ufdd1/g;

export const mark = (name: string): string => `${open}${name}${close}`;

/** A text from outside, without what could be taken for a mark. */
export const unmarked = (text: string): string => text.replaceAll(/[\ufdd0\ufdd1]/g, "");

/** The variable that is all of a text. */
export function onlyMark(text: string): string | undefined {
  return /^\ufdd0([^\ufdd1]*)\ufdd1$/.exec(text)?.[1];
}

export const marksIn = (text: string): readonly string[] => [...text.matchAll(marks)].map(([, name = ""]) => name);

/** For reading: marks as a shell has them. */
export const shown = (text: string): string => text.replaceAll(marks, (_, name: string) => `\${${name}}`);

/** As a container gets it when nobody sets the variables. */
export const emptied = (text: string): string => text.replaceAll(marks, "");

/** With the marks replaced that stand for something after all. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replaceAll(marks, (mark, name: string) => values.get(name) ?? mark);
