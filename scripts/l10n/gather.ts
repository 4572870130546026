import { parseSync, Visitor } from "vite";
import { pluralForm } from "../../extension/manifest/plural";

type Node = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]["CallExpression"]>>[0];

/**
 * The English sentences of a source, as keys of a bundle: those tagged with `t`, those given to `vscode.l10n.t`, and
 * the nouns that `plural` counts, in both numbers. Values are `{0}`, `{1}`, ...
 */
export function sentencesIn(path: string, text: string): readonly string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: string[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || tag.name !== "t") return;
      const parts = quasi.quasis.map(({ value }) => value.cooked ?? "");
      found.push(parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`));
    },
    CallExpression(call) {
      found.push(...saidBy(call, path));
    },
  }).visit(program);
  return found;
}

function saidBy({ callee, arguments: given }: Node, path: string): readonly string[] {
  if (callee.type === "Identifier" && callee.name === "plural") {
    const noun = textOf(given[1]);
    return noun === undefined ? [] : [1, 2].map((count) => `{0} ${pluralForm(count, noun)}`);
  }
  const isHost =
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "t" &&
    callee.object.type === "MemberExpression" &&
    callee.object.property.type === "Identifier" &&
    callee.object.property.name === "l10n";
  if (!isHost) return [];
  const sentence = textOf(given[0]);
  // VS Code finds a translation by the English sentence: one that is put together has none.
  if (sentence === undefined) throw new Error(`${path} gives vscode.l10n.t something else than a text.`);
  return [sentence];
}

function textOf(node: Node["arguments"][number] | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}
