import type { Properties } from "../../aws/template";
import { type Body, blocks } from "../hcl";
import { entryOf, type Fields, isObject, list, type Source } from "./source";

/** The properties of a resource, or of a part of it, as its table says. */
export function bodyOf(fields: Fields, properties: Properties, source: Source, path = ""): Body {
  const made = Object.entries(properties).map(([name, value]): Body => {
    const field = entryOf(fields, name);
    if (field === undefined) {
      source.lost(path + name);
      return {};
    }
    if (typeof field === "string") return { [field]: source.read(value) };
    if (typeof field === "function") return field(value, source);
    const inner = list(value).map((each) =>
      isObject(each) ? bodyOf(field.fields, each, source, `${path}${name}.`) : {},
    );
    return { [field.block]: blocks(inner) };
  });
  return Object.assign({}, ...made);
}
