/** A text that somebody could open, or write to make an editor hang. */
export interface Hostile {
  readonly name: string;
  readonly text: string;
}

const megabyte = 1_000_000;
/** Somewhat below `limits.characters` and `limits.tokens`, so that it is read rather than refused at once. */
const readable = { characters: 250_000, tokens: 29_000 } as const;

export const fill = (piece: string, length = megabyte): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

const head = "name: shop\ncomponents:\n";

/** Each level has nine times as many values as the one before. */
export function bomb(levels: number): string {
  const line = (level: number) => `  a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]\n`;
  return `name: shop\ncomponents: {}\ntags:\n  a0: &a0 x\n${many(levels, line)}`;
}

const structural = [
  ..."\n \t,:-[]{}\"'&*!|>?#%@`\\a<\r\u00e9\u{1f600}",
  "- ",
  ": ",
  "? ",
  "a:\n",
  "- - ",
  "{a: ",
  "<<: ",
  "*a ",
  "&a ",
  "\n\n ",
  "${{ ",
];

/** A megabyte of one thing, and as much of it as is still read. */
const repeated: readonly Hostile[] = structural.flatMap((piece) => {
  const shown = JSON.stringify(piece);
  const most = Math.min(readable.characters, readable.tokens * piece.length);
  return [
    { name: `a megabyte of ${shown}`, text: fill(piece) },
    { name: `as much ${shown} as is read`, text: fill(piece, most) },
    { name: `as much ${shown} as is read, in a component`, text: `${head}  a: ${fill(piece, most - 100)}` },
    { name: `${shown} up to the depth that is counted`, text: fill(piece, 5_000) },
  ];
});

/** Valid, dense, and as large as a manifest may be. */
const dense: readonly Hostile[] = [
  { name: "components without a type", text: head + many(7_000, (n) => `  c${n}: {}\n`) },
  { name: "components that are nothing", text: head + many(14_000, (n) => `  c${n}:\n`) },
  { name: "components that are nothing, as many as are read", text: head + many(3_000, (n) => `  c${n}:\n`) },
  { name: "caches, as many as are read", text: `${head}${many(3_000, (n) => `  c${n}: { type: redis }\n`)}` },
  {
    name: "merges of one map, as many as are read",
    text: `${head}  a: &a { type: redis }\n${many(2_999, (n) => `  c${n}: { <<: *a }\n`)}`,
  },
  { name: "unknown keys, as many as are read", text: head + many(2_990, (n) => `k${n}: a\n`) },
  {
    name: "caches on one line, as many as are read",
    text: `name: a\ncomponents: { ${many(3_000, (n) => `c${n}: { type: redis }, `)} }\n`,
  },
  { name: "caches", text: head + many(4_500, (n) => `  c${n}: { type: redis }\n`) },
  {
    name: "one component with all variables",
    text: `${head}  a:\n    type: worker\n    image: a\n    env:\n${many(14_000, (n) => `      V${n}: a\n`)}`,
  },
  {
    name: "variables on one line",
    text: `${head}  a: { type: worker, image: a, env: { ${many(14_000, (n) => `V${n}: a, `)}Z: a } }\n`,
  },
  { name: "one long list", text: `name: a\ncomponents: {}\naws:\n  overrides: [${many(28_000, () => "1, ")}1]\n` },
  {
    name: "one long list of lines",
    text: `name: a\ncomponents: {}\naws:\n  overrides:\n${many(14_000, () => "  - a\n")}`,
  },
  { name: "unknown keys", text: head + many(14_000, (n) => `k${n}: a\n`) },
  { name: "one unknown key again and again", text: head + many(14_000, () => "nmae: a\n") },
  { name: "keys of one component again and again", text: `${head}  a:\n${many(14_000, () => "    type: web\n")}` },
  {
    name: "misspelt keys in one component",
    text: `${head}  a:\n    type: web\n${many(14_000, (n) => `    imag${n}: web\n`)}`,
  },
  {
    name: "connections to nothing",
    text: `${head}  a:\n    type: web\n    image: a\n    port: 80\n    connections: [${many(14_000, (n) => `db-${n}, `)}a]\n`,
  },
  {
    name: "references to nothing",
    text: `${head}  a:\n    type: web\n    image: a\n    port: 80\n    env:\n      A: "${many(7_000, (n) => `\${{ db-${n}.url }}`)}"\n`,
  },
  {
    name: "components that connect to all others",
    text:
      head +
      many(
        150,
        (n) =>
          `  c${n}: { type: web, image: a, port: 80, connections: [${many(150, (m) => (m ? ", " : "") + `c${m}`)}] }\n`,
      ),
  },
  {
    name: "routes",
    text: `${head}  a: { type: web, image: a, port: 80 }\n  e:\n    type: load-balancer\n    routes:\n${many(4_000, (n) => `    - { to: a, path: /${n} }\n`)}`,
  },
  {
    name: "overrides of nothing",
    text: `${head}  a: { type: redis }\nenvironments:\n  e:\n    components:\n${many(6_500, (n) => `      c${n}: {}\n`)}`,
  },
  {
    name: "environments that override everything",
    text: `${head}${many(40, (n) => `  c${n}: { type: redis }\n`)}environments:\n${many(80, (n) => `  e${n}:\n    components:\n${many(40, (m) => `      c${m}: { size: large }\n`)}`)}`,
  },
  {
    name: "positions of nothing",
    text: `name: a\ncomponents: {}\ncanvas:\n${many(4_500, (n) => `  c${n}: [1, 2]\n`)}`,
  },
  {
    name: "everything as JSON",
    text: JSON.stringify({
      name: "a",
      components: Object.fromEntries(
        Array.from({ length: 1_500 }, (_, n) => [`c${n}`, { type: "redis", size: "small" }]),
      ),
    }),
  },
  { name: "anchors", text: `name: a\ncomponents: {}\ntags:\n${many(9_000, (n) => `  t${n}: &t${n} a\n`)}` },
  {
    name: "aliases of one anchor",
    text: `name: a\ncomponents: {}\ntags:\n  t: &t a\n${many(9_000, (n) => `  t${n}: *t\n`)}`,
  },
  { name: "merges of one map", text: `${head}  a: &a { type: redis }\n${many(4_000, (n) => `  c${n}: { <<: *a }\n`)}` },
  {
    name: "merges of merges",
    text: `${head}  c0: &c0 { type: redis }\n${many(4_000, (n) => `  c${n + 1}: &c${n + 1} { <<: *c${n} }\n`)}`,
  },
  {
    name: "aliases without an anchor",
    text: `name: a\ncomponents: {}\ntags:\n${many(9_000, (n) => `  t${n}: *t${n}\n`)}`,
  },
];

/** Wrong, or unusual, so that the slower parser is asked. */
const odd: readonly Hostile[] = [
  { name: "tags", text: head + many(12_000, (n) => `  c${n}: !a b\n`) },
  { name: "tags on one line", text: `${head}  a: [${fill("!a b, ", 48_000)}]\n` },
  { name: "scalars of two lines", text: head + many(9_000, (n) => `  c${n}: a\n    b\n`) },
  {
    name: "an unclosed quote before everything",
    text: `name: "shop\ncomponents:\n${many(6_000, (n) => `  c${n}: { type: redis }\n`)}`,
  },
  {
    name: "an unclosed bracket before everything",
    text: `name: [shop\ncomponents:\n${many(6_000, (n) => `  c${n}: { type: redis }\n`)}`,
  },
  { name: "an unclosed bracket in every component", text: head + many(6_000, (n) => `  c${n}: { type: [redis }\n`) },
  { name: "an unclosed quote in every component", text: head + many(9_000, (n) => `  c${n}: "redis\n`) },
  { name: "tabs", text: head + many(6_000, (n) => `  c${n}:\t{ type: redis }\n`) },
  {
    name: "JSON that is never closed",
    text: `{"name": "a", "components": {${many(3_000, (n) => `"c${n}": { "type": "redis" },\n`)}`,
  },
  { name: "steps to the right", text: many(600, (n) => `${" ".repeat(n)}a:\n`) },
  { name: "steps to the right and back", text: many(1_200, (n) => `${" ".repeat(n % 40)}a:\n`) },
  { name: "explicit keys", text: fill("? a\n: b\n", 90_000) },
  { name: "documents", text: fill("---\na: b\n", 120_000) },
];

const long: readonly Hostile[] = [
  { name: "a line of a megabyte", text: `name: ${fill("x")}` },
  { name: "a line as long as is read", text: `name: ${fill("x", readable.characters)}` },
  { name: "a line of words as long as is read", text: `name: ${fill("x y ", readable.characters)}` },
  { name: "a quoted line as long as is read", text: `name: "${fill("\\n", readable.characters)}"` },
  { name: "a key as long as is read", text: `${fill("x", readable.characters)}: a` },
  { name: "a name of a component as long as is read", text: `${head}  ${fill("a-", readable.characters)}: {}\n` },
  { name: "a type as long as is read", text: `${head}  a: { type: ${fill("ab", readable.characters)} }\n` },
  {
    name: "a value that a pattern must go through",
    text: `${head}  a: { type: load-balancer, routes: [], domain: ${fill("a-.", readable.characters)} }\n`,
  },
  { name: "a comment as long as is read", text: `# ${fill("x ", readable.characters)}\nname: a\ncomponents: {}\n` },
  { name: "a block of text as long as is read", text: `name: |\n${many(12_000, () => "  a b c\n")}` },
  { name: "white space as much as is read", text: `name: a${fill(" ", readable.characters)}\ncomponents: {}\n` },
  { name: "a megabyte of binary data", text: fill("\u0000\u0001\ufffd\u007f") },
];

const aliases: readonly Hostile[] = [4, 5, 6, 7, 9, 12, 100, 500].map((levels) => ({
  name: `an alias bomb of ${levels} levels`,
  text: bomb(levels),
}));

/** Every one of them gets an answer or a clear refusal within 100 ms; `limits.test.ts` and the benchmark hold that. */
export const hostileTexts: readonly Hostile[] = [...repeated, ...dense, ...odd, ...long, ...aliases];
