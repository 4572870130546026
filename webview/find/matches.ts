import type { PictureComponent, PictureProblem } from "../../extension/protocol/messages";
import { labelOf } from "../components/componentInfo";

/**
 * The components that every word of a query is found in: in their name, type, image, what they amount to, or the messages
 * of their problems. Those whose name begins with it come first; otherwise in their order.
 */
export function matches(
  query: string,
  components: readonly PictureComponent[],
  problems: readonly PictureProblem[],
): readonly string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const messages = new Map<string, string>();
  for (const { component, message } of problems) {
    if (component !== undefined) messages.set(component, `${messages.get(component) ?? ""} ${message}`);
  }
  const found = components.filter((component) => {
    const text = textOf(component, messages.get(component.name) ?? "");
    return words.every((word) => text.includes(word));
  });
  const [first = ""] = words;
  const rank = ({ name }: PictureComponent) => (name.toLowerCase().startsWith(first) ? 0 : 1);
  return found.sort((left, right) => rank(left) - rank(right)).map(({ name }) => name);
}

function textOf({ name, type, summary, fields }: PictureComponent, problems: string): string {
  const image = typeof fields["image"] === "string" ? fields["image"] : "";
  return [name, type, labelOf(type), image, summary, problems].join("\n").toLowerCase();
}
