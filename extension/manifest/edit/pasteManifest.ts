import { jsonAt } from "../jsonAt";
import { type Manifest, openManifest } from "../manifest";
import type { Operation } from "./operation";

/** What brings another manifest's components into one, with their comments; and its name, where there is none. */
export function pasteManifest(into: Manifest, text: string): readonly Operation[] {
  const name = jsonAt(openManifest(text), ["name"]);
  const named: readonly Operation[] =
    jsonAt(into, ["name"]) === undefined && typeof name === "string"
      ? [{ kind: "setValue", path: ["name"], value: name }]
      : [];
  return [...named, { kind: "pasteComponents", text }];
}
