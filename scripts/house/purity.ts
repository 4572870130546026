import type { Source } from "./sources";

const pure = ["manifest", "language", "import", "packages", "targets", "protocol"].map((name) => `extension/${name}/`);
/** What becomes part of a template and runs in the cloud, not here. */
const elsewhere = ["extension/targets/aws/runTaskHandler.ts"];
/** Reads the language of the process, which is the same from its beginning to its end. */
const ambient = ["extension/manifest/l10n.ts"];
const impure =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|process\.|globalThis\.|setTimeout|fetch\()/;

/** Each use of a clock, of chance or of the world in a folder that promises to give the same answer every time. */
export function impureUses(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => pure.some((folder) => path.startsWith(folder)) && ![...elsewhere, ...ambient].includes(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => {
        const found = /^\s*(\*|\/\/|\/\*)/.test(line) ? null : impure.exec(line.replace(/"[^"]*"/g, '""'));
        return found ? [`${path}:${index + 1} uses ${found[1]}.`] : [];
      }),
    );
}
