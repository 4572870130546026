import { componentSchema } from "../../extension/manifest/schema";
import type { PictureComponent } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { type FieldKind, type FieldModel, fieldsOf } from "./fieldModel";
import { type JsonMap, show, valueAt } from "./values";

/** What can be said with one value for all; a list or a map would take away what each has of its own. */
const plain: ReadonlySet<FieldKind> = new Set(["text", "number", "boolean", "choice"]);

/** The fields that all of them have, with the same editor and the same choices. None is required: nothing is written for one that differs. */
export function commonFields(components: readonly PictureComponent[]): readonly FieldModel[] {
  const [first, ...others] = components.map(({ type }) => fieldsOf(componentSchema(type)));
  if (first === undefined) return [];
  return first
    .filter((model) => plain.has(model.kind) && others.every((models) => models.some((other) => isSame(model, other))))
    .map(({ fallback, ...model }) => {
      const isMixed = differ(components, model);
      const hint = isMixed ? { hint: strings.inspector.differs } : {};
      return { ...model, isRequired: false, fallback: isMixed ? undefined : fallback, ...hint };
    });
}

/** The value of each field that all have the same of, as written in the base. */
export function commonValues(components: readonly PictureComponent[], models: readonly FieldModel[]): JsonMap {
  const [first] = components;
  return Object.fromEntries(
    models.flatMap((model) => {
      const value = valueAt(first?.fields, model.path);
      return value === undefined || differ(components, model) ? [] : [[String(model.path[0]), value] as const];
    }),
  );
}

function isSame(model: FieldModel, other: FieldModel): boolean {
  return (
    model.path.join(".") === other.path.join(".") &&
    model.kind === other.kind &&
    JSON.stringify(model.values) === JSON.stringify(other.values)
  );
}

function differ(components: readonly PictureComponent[], { path }: Pick<FieldModel, "path">): boolean {
  return new Set(components.map(({ fields }) => show(valueAt(fields, path)))).size > 1;
}
