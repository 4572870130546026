import fc from "fast-check";

type Change = (text: string, at: number) => string;

const snippets = [
  ..."abz01 \n\t:-#&*!|>'\"{}[],?%@`~.\\",
  "\n\n",
  "- ",
  ": ",
  "  ",
  "\n  ",
  "\n    ",
  "&a ",
  "*a ",
  "*service",
  "<<: ",
  "---\n",
  "...\n",
  "x: y\n",
  "  x: y\n",
  "# c\n",
  "| \n",
  "''",
  '""',
  "\r\n",
];

const insert =
  (snippet: string): Change =>
  (text, at) =>
    text.slice(0, at) + snippet + text.slice(at);
const remove =
  (length: number): Change =>
  (text, at) =>
    text.slice(0, at) + text.slice(at + length);
const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const feed = text.indexOf("\n", at);
  return feed === -1 ? text.length : feed + 1;
};
const removeLine: Change = (text, at) => text.slice(0, lineStart(text, at)) + text.slice(lineEnd(text, at));
const repeatLine: Change = (text, at) =>
  text.slice(0, lineEnd(text, at)) + text.slice(lineStart(text, at), lineEnd(text, at)) + text.slice(lineEnd(text, at));
const indent: Change = (text, at) => `${text.slice(0, lineStart(text, at))}  ${text.slice(lineStart(text, at))}`;
const outdent: Change = (text, at) =>
  text.slice(0, lineStart(text, at)) + text.slice(lineStart(text, at)).replace(/^ {1,2}/, "");

/** One change as an editor or a slip makes it, at any place. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...snippets).map(insert),
  fc.integer({ min: 1, max: 12 }).map(remove),
  fc.constantFrom(removeLine, repeatLine, indent, outdent),
);

/** Versions of a text, each one change after the one before; places are spread over the whole text. */
export function edits(text: string, most: number): fc.Arbitrary<readonly string[]> {
  const place = fc.noBias(fc.nat(9999)).map((part) => part / 10_000);
  return fc.array(fc.tuple(change, place), { minLength: 1, maxLength: most }).map((changes) => {
    const versions = [text];
    for (const [apply, where] of changes) {
      const last = versions.at(-1) ?? "";
      versions.push(apply(last, Math.floor(where * last.length)));
    }
    return versions;
  });
}

/** A text after up to so many changes. */
export const mutated = (text: string, most: number): fc.Arbitrary<string> =>
  edits(text, most).map((versions) => versions.at(-1) ?? "");
