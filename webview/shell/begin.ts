import { type Template, templateName } from "../../extension/manifest/catalog/templates";
import type { Operation } from "../../extension/manifest/edit/operation";
import type { Controller } from "../state/controller";
import { strings } from "../strings";

/** Puts a template's components into the text, with its comments; and a name where there is none. One step. */
export async function begin(controller: Controller, { title, text }: Template): Promise<void> {
  const picture = controller.store.get().picture;
  if (picture === undefined) return;
  const named: readonly Operation[] =
    picture.name === "" ? [{ kind: "setValue", path: ["name"], value: templateName }] : [];
  await controller.edit([...named, { kind: "pasteComponents", text }], strings.announce.began(title));
}
