import { stringify } from "yaml";

/** A YAML text that readers of YAML 1.1 take the same way, in the order in which it was built, without aliases and without broken lines. */
export function yamlText(comment: readonly string[], ...documents: readonly object[]): string {
  const head = comment.map((line) => (line === "" ? "#\n" : `# ${line}\n`)).join("");
  const texts = documents.map((document) =>
    stringify(document, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${head}${texts.join("---\n")}`;
}

/** The entries whose value is there. */
export function defined(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
