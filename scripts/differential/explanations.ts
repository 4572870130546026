const HEADING = "## Where it differs from moto";

/** The differences that the document explains: the first cell of each row of the table under the heading, and the last. */
export function explanationsIn(document: string): ReadonlyMap<string, string> {
  const section = document.split(HEADING)[1]?.split("\n## ")[0] ?? "";
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1);
  return new Map(
    rows.map((row) => {
      const cells = row.split("|").map((cell) => cell.trim());
      return [cells[1] ?? "", cells.at(-2) ?? ""] as const;
    }),
  );
}

/** What keeps the run from passing: a difference that is not explained, and an explanation of none. */
export function unexplained(found: readonly { readonly name: string }[], document: string): readonly string[] {
  const explained = explanationsIn(document);
  const names = new Set(found.map(({ name }) => name));
  return [
    ...[...names].filter((name) => !explained.get(name)).map((name) => `${name}: the difference is not explained.`),
    ...[...explained.keys()].filter((name) => !names.has(name)).map((name) => `${name}: explained, but no difference.`),
  ];
}
